#include "corpus/file_walk.h"

#include <algorithm>
#include <system_error>

namespace warraq::corpus {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const std::string& name) { return name.starts_with('.'); }

/// The name under which an entry is walked, or nothing for what is left out.
std::optional<std::string> walked_name(const fs::directory_entry& entry) {
  std::string name = entry.path().filename().string();
  if (is_hidden(name)) return std::nullopt;
  std::error_code ignored;
  if (entry.is_symlink(ignored)) {
    return entry.is_directory(ignored) ? std::nullopt : std::optional(std::move(name));
  }
  // The slash sorts a folder where its files' paths sort: after a-b, before ab.
  if (entry.is_directory(ignored)) name += '/';
  return name;
}

std::vector<std::string> sorted_names(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> names;
  fs::directory_iterator entries(folder, error);
  while (!error && entries != fs::directory_iterator()) {
    if (std::optional<std::string> name = walked_name(*entries)) names.push_back(*std::move(name));
    entries.increment(error);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

FileWalk::FileWalk(fs::path folder, LeftOut left_out)
    : folder_(std::move(folder)), left_out_(std::move(left_out)) {}

std::optional<WalkedFile> FileWalk::next() {
  if (!begun_) {
    begun_ = true;
    if (std::optional<WalkedFile> fault = enter(folder_, {})) return fault;
  }
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.at == level.names.size()) {
      levels_.pop_back();
      continue;
    }
    const std::string name = level.names[level.at++];
    fs::path path = level.folder / name;
    std::string relative_path = level.relative_path + name;
    if (!name.ends_with('/')) return WalkedFile{std::move(path), std::move(relative_path), {}};
    if (std::optional<WalkedFile> fault = enter(std::move(path), std::move(relative_path))) {
      return fault;
    }
  }
  return std::nullopt;
}

// What could be listed before an error is still walked.
std::optional<WalkedFile> FileWalk::enter(fs::path folder, std::string relative_path) {
  std::error_code error;
  std::vector<std::string> names;
  if (!left_out_ || !left_out_(folder)) names = sorted_names(folder, error);
  levels_.push_back({folder, relative_path, std::move(names), 0});
  if (!error) return std::nullopt;
  return WalkedFile{std::move(folder), std::move(relative_path),
                    "the folder cannot be listed: " + error.message()};
}

std::uint64_t bytes_below(const fs::path& folder, const LeftOut& left_out) {
  std::uint64_t bytes = 0;
  FileWalk walk(folder, left_out);
  while (const std::optional<WalkedFile> file = walk.next()) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file->path, error);
    if (!error) bytes += size;
  }
  return bytes;
}

}  // namespace warraq::corpus
