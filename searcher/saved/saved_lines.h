// The lines of a saved query.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "warraq/searcher/saved_query.h"

namespace warraq::searcher {

/// Raised when the meaning of a line changes.
inline constexpr int kSavedQueryVersion = 1;

/// An article in a saved query.
struct SavedArticle {
  std::string id;
  std::uint64_t content = 0;  ///< content_hash() of its JSON
};

[[nodiscard]] std::uint64_t id_hash(std::string_view id);
[[nodiscard]] std::uint64_t content_hash(std::string_view json);

/// Each with its line feed.
[[nodiscard]] std::string header_line(const SavedHeader& header);
[[nodiscard]] std::string article_line(const SavedArticle& article);
[[nodiscard]] std::string summary_line(std::uint64_t articles);

/// Reads a saved query line after line, of which one is in memory. Throws as SavedQuery().
class SavedLines {
 public:
  explicit SavedLines(const std::filesystem::path& file);

  [[nodiscard]] const SavedHeader& header() const { return header_; }
  /// Nothing after the last.
  [[nodiscard]] std::optional<SavedArticle> next();

 private:
  bool read_line();
  bool fill_line();
  [[noreturn]] void refuse(const std::string& reason) const;

  std::filesystem::path file_;
  std::ifstream in_;
  std::string line_;
  std::uint64_t line_number_ = 0;
  std::uint64_t articles_ = 0;
  SavedHeader header_;
};

}  // namespace warraq::searcher
