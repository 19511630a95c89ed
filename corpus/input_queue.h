// What a user named, file by file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/file_walk.h"

namespace warraq::corpus {

/// One file, or standard input, or something that could not be turned into files.
struct QueuedInput {
  std::filesystem::path path;  ///< empty for standard input
  std::string name;            ///< for messages, as the user would name it
  std::string relative_path;   ///< to the argument, for ids; empty for standard input
  std::string reason;          ///< why there is nothing to read here; empty otherwise
};

/// Goes through arguments in the order given: files, folders, `-`. Not thread-safe.
class InputQueue {
 public:
  InputQueue(std::vector<std::string> arguments, LeftOut left_out);
  [[nodiscard]] std::optional<QueuedInput> next();

 private:
  [[nodiscard]] QueuedInput from_walk(const WalkedFile& file) const;

  std::vector<std::string> arguments_;
  LeftOut left_out_;
  std::size_t next_argument_ = 0;
  std::string folder_;            ///< the argument that is being walked
  std::optional<FileWalk> walk_;  ///< of that folder
  bool folder_is_empty_ = true;   ///< as far as it was walked
};

/// The bytes on disk of everything that `arguments` name; 0 where standard input is one of them.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<std::string>& arguments,
                                        const LeftOut& left_out);

}  // namespace warraq::corpus
