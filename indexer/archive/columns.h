// What filters, facets, timelines and orders ask of every article: its day, its names and its group
// of near duplicates, each a column by the documents' numbers.
#pragma once

#include <xapian.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/archive/derived_file.h"

namespace warraq::archive {

inline constexpr std::string_view kColumnsFile = "columns.warraq";
inline constexpr DerivedMagic kColumnsMagic = {'w', 'a', 'r', 'r', 'a', 'q', ' ', 'c',
                                               'o', 'l', 'u', 'm', 'n', 's', ' ', '1'};

/// A field with a name in it.
enum class NameColumn { source, category, author, agency };

/// Whose values are columns, in the order of the file: the day, then those of NameColumn.
inline constexpr std::size_t kValueColumns = 5;

/// Where one of them lies in the file.
struct ColumnInFile {
  std::uint64_t codes_begin = 0;  ///< by the documents' numbers from 0: which value each has
  std::uint64_t documents = 0;
  std::uint64_t code_bytes = 0;  ///< of each: code_bytes_for(values)
  std::uint64_t ends_begin = 0;  ///< where each value ends, from the first one's beginning; 8 bytes
  std::uint64_t values = 0;      ///< distinct, the first of them empty
  std::uint64_t text_begin = 0;  ///< of the values
};

/// What the file's body ends with.
struct ColumnsContents {
  std::array<ColumnInFile, kValueColumns> values;
  std::uint64_t groups_begin = 0;  ///< by the documents' numbers from 0, 8 bytes each
  std::uint64_t groups = 0;
};

/// How many bytes tell so many values apart: 1, 2 or 4.
[[nodiscard]] constexpr std::uint64_t code_bytes_for(std::uint64_t values) {
  if (values <= 0x100) return 1;
  return values <= 0x10000 ? 2 : 4;
}

/// Numbers of 1, 2 or 4 bytes each.
class Codes {
 public:
  Codes() = default;
  Codes(std::string_view bytes, std::uint64_t bytes_each) : bytes_(bytes), each_(bytes_each) {}

  /// 0 past the last one.
  [[nodiscard]] std::uint32_t at(std::size_t index) const {
    switch (each_) {
      case 1:
        return read<std::uint8_t>(index);
      case 2:
        return read<std::uint16_t>(index);
      default:
        return read<std::uint32_t>(index);
    }
  }

 private:
  template <typename Number>
  [[nodiscard]] std::uint32_t read(std::size_t index) const {
    if (index >= bytes_.size() / sizeof(Number)) return 0;
    Number number;
    std::memcpy(&number, bytes_.data() + index * sizeof number, sizeof number);
    return number;
  }

  std::string_view bytes_;
  std::uint64_t each_ = sizeof(std::uint32_t);
};

/// The columns of one database: of a shard mapped from its derived file, else read from the
/// database, each when it is first asked for. Whatever the file's bytes are, nothing is read
/// outside it. Documents past the last one have nothing. Not thread-safe, like the OpenArchive that
/// it belongs to; a file that was opened alone may be read by any number of threads.
class Columns {
 public:
  /// As open_derived().
  [[nodiscard]] static std::shared_ptr<const Columns> open(const std::filesystem::path& shard,
                                                           const Xapian::Database& database);
  explicit Columns(std::unique_ptr<const DerivedFile> file);
  explicit Columns(const Xapian::Database& database);
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;
  ~Columns();

  // All of these throw what Xapian throws where the database itself is read.

  /// YYYYMMDD as a number; 0 where the article has no date.
  [[nodiscard]] std::uint32_t date(std::uint32_t document) const {
    const Column& days = column(kDays);
    return days.numbers[days.code(document)];
  }
  /// Which of days() the article has.
  [[nodiscard]] std::uint32_t day(std::uint32_t document) const {
    return column(kDays).code(document);
  }
  /// The distinct dates as numbers, in no order; 0, for none, leads and may be there again.
  [[nodiscard]] std::span<const std::uint32_t> days() const { return column(kDays).numbers; }
  /// Which of names() the article has; 0 for none.
  [[nodiscard]] std::uint32_t name(NameColumn name, std::uint32_t document) const {
    return column(index_of(name)).code(document);
  }
  /// The distinct values of a field as given, by the numbers above; the first is empty.
  [[nodiscard]] std::span<const std::string_view> names(NameColumn name) const {
    return column(index_of(name)).texts;
  }
  /// The article's group of near duplicates (duplicate_group.h), its own where it joined none; 0
  /// where there is no such document.
  [[nodiscard]] std::uint64_t duplicate_group(std::uint32_t document) const {
    const std::span<const std::uint64_t> all = groups();
    return document < all.size() ? all[document] : 0;
  }

 private:
  static constexpr std::size_t kDays = 0;
  static constexpr std::size_t index_of(NameColumn name) {
    return static_cast<std::size_t>(name) + 1;
  }

  struct Column {
    Codes codes;
    std::vector<std::string_view> texts;  // of the values; none yet where it is to be read
    std::vector<std::uint32_t> numbers;   // of days, as they are asked for
    [[nodiscard]] std::uint32_t code(std::uint32_t document) const {
      const std::uint32_t code = codes.at(document);
      return code < texts.size() ? code : 0;
    }
  };
  struct Database;  // the database, and what was read of it

  [[nodiscard]] const Column& column(std::size_t index) const {
    if (columns_[index].texts.empty()) read(index);
    return columns_[index];
  }
  [[nodiscard]] std::span<const std::uint64_t> groups() const {
    if (groups_.empty()) read_groups();
    return groups_;
  }
  void read(std::size_t index) const;
  void read_groups() const;
  void take(std::size_t index, const ColumnInFile& in);
  static void number_days(Column& days);

  std::unique_ptr<const DerivedFile> file_;
  std::unique_ptr<Database> database_;
  mutable std::array<Column, kValueColumns> columns_;
  mutable std::span<const std::uint64_t> groups_;
};

/// The slots of the columns, in their order.
[[nodiscard]] std::span<const std::uint32_t, kValueColumns> column_slots();

}  // namespace warraq::archive
