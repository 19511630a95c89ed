#include "corpus/input_queue.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "corpus/path_text.h"

namespace warraq::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

std::uint64_t bytes_of(const std::string& argument, const LeftOut& left_out) {
  if (is_folder(argument)) return bytes_below(argument, left_out);
  std::error_code error;
  const std::uintmax_t size = fs::file_size(argument, error);
  return error ? 0 : size;
}

}  // namespace

InputQueue::InputQueue(std::vector<std::string> arguments, LeftOut left_out)
    : arguments_(std::move(arguments)), left_out_(std::move(left_out)) {}

std::optional<QueuedInput> InputQueue::next() {
  while (true) {
    if (walk_) {
      const std::optional<WalkedFile> file = walk_->next();
      if (file) {
        folder_is_empty_ = false;
        return from_walk(*file);
      }
      walk_.reset();
      if (folder_is_empty_) {
        return QueuedInput{
            folder_,
            path_text(folder_),
            {},
            "the folder holds no files (hidden ones and linked folders are left out)"};
      }
    }
    if (next_argument_ == arguments_.size()) return std::nullopt;
    const std::string& argument = arguments_[next_argument_++];
    if (argument == kStandardInput) return QueuedInput{{}, "standard input", {}, {}};
    if (!is_folder(argument)) {
      const fs::path path(argument);
      return QueuedInput{path, path_text(argument), path_text(path.filename().string()), {}};
    }
    folder_ = argument;
    folder_is_empty_ = true;
    walk_.emplace(folder_, left_out_);
  }
}

QueuedInput InputQueue::from_walk(const WalkedFile& file) const {
  std::string relative_path = path_text(file.relative_path);
  std::string name = path_text(folder_) + (folder_.ends_with('/') ? "" : "/") + relative_path;
  return {file.path, std::move(name), std::move(relative_path), file.reason};
}

std::uint64_t total_bytes(const std::vector<std::string>& arguments, const LeftOut& left_out) {
  std::uint64_t total = 0;
  for (const std::string& argument : arguments) {
    if (argument == kStandardInput) return 0;
    total += bytes_of(argument, left_out);
  }
  return total;
}

}  // namespace warraq::corpus
