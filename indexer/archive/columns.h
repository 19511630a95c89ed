// What filters, facets, timelines and orders ask of every article: its day, its names and its group
// of near duplicates, each a column by the documents' numbers.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace warraq::archive {

/// A field with a name in it.
enum class NameColumn { source, category, author, agency };

/// The columns of one database: of a shard mapped from its derived file, else read from the
/// database's values. Whatever the file's bytes are, nothing is read outside it. Immutable: any
/// number of threads may read it. Documents past the last one have nothing.
class Columns {
 public:
  virtual ~Columns() = default;

  /// YYYYMMDD as a number; 0 where the article has no date.
  [[nodiscard]] virtual std::uint32_t date(std::uint32_t document) const = 0;
  /// Which of names() the article has; 0 for none.
  [[nodiscard]] virtual std::uint32_t name(NameColumn column, std::uint32_t document) const = 0;
  /// The distinct values of a field as given, by the numbers above; the first is empty.
  [[nodiscard]] virtual std::span<const std::string_view> names(NameColumn column) const = 0;
  /// The article's group of near duplicates (duplicate_group.h), its own where it joined none.
  [[nodiscard]] virtual std::uint64_t duplicate_group(std::uint32_t document) const = 0;
};

}  // namespace warraq::archive
