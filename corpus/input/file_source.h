// Bytes of a file or of standard input, as they lie there.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "corpus/input/byte_source.h"

namespace warraq::corpus {

/// A file that was opened, or the reason why it was not.
struct OpenedFile {
  std::unique_ptr<ByteSource> source;
  std::string reason;
};

/// Opens a regular file. Every byte read is added to `counter`, which must outlive the source.
[[nodiscard]] OpenedFile open_file(const std::filesystem::path& path,
                                   std::atomic<std::uint64_t>& counter);

/// Standard input, which stays open afterwards.
[[nodiscard]] std::unique_ptr<ByteSource> open_standard_input(std::atomic<std::uint64_t>& counter,
                                                              std::stop_token stop);

}  // namespace warraq::corpus
