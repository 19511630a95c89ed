// Where the values of a database lie in its files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

#include "indexer/archive/mapped_file.h"

namespace warraq::indexer {

/// Finds values (a slot's, or documents' data) by their bytes, without reading the file's format:
/// any place that holds the same bytes is as good. What it knows of the format is where to look
/// first: values are asked for in the order in which the database keeps them, in blocks one behind
/// the other. Most lie in one piece. Of a large file no more than some tens of megabytes are in
/// memory at once.
class ValueFinder {
 public:
  /// Throws Xapian::DatabaseOpeningError.
  explicit ValueFinder(const std::filesystem::path& file) : file_(file) {}

  /// Where the next value lies; nothing where it lies in pieces.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view value);

 private:
  [[nodiscard]] std::optional<std::size_t> find_anywhere(std::string_view value);
  void let_go_before(std::size_t end);
  [[nodiscard]] std::optional<std::size_t> find_beside(std::string_view value) const;
  [[nodiscard]] std::optional<std::size_t> find_near(std::string_view value);
  [[nodiscard]] std::optional<std::size_t> find_between(std::size_t begin, std::size_t end,
                                                        std::string_view value) const;

  archive::MappedFile file_;
  std::optional<std::size_t> last_;  // where the last one that was found lies
  std::size_t last_size_ = 0;
  std::size_t missed_ = 0;  // bytes of values that were not found since
  std::size_t let_go_ = 0;  // of the file, so much
  int searches_left_ = 16;  // through the whole file, for the first
};

}  // namespace warraq::indexer
