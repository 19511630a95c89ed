// Inputs as a user names them, opened and ready to be read, whatever they are compressed with.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "corpus/input/buffered_input.h"

namespace warraq::corpus {

/// An input that was opened, or the reason why it was not.
struct OpenedInput {
  std::unique_ptr<BufferedInput> input;
  std::string reason;
};

/// Opens a file; bytes read from it, compressed as they are, are added to `counter`.
[[nodiscard]] OpenedInput open_input(const std::filesystem::path& path,
                                     std::atomic<std::uint64_t>& counter);

/// The same for standard input, which is always open.
[[nodiscard]] OpenedInput open_input_from_stdin(std::atomic<std::uint64_t>& counter,
                                                std::stop_token stop);

/// Looks at the beginning of `source` and decompresses it where it is compressed.
[[nodiscard]] std::unique_ptr<BufferedInput> decompressed(std::unique_ptr<ByteSource> source);

}  // namespace warraq::corpus
