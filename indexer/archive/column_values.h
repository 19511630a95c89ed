// The columns of a database, read from its values and terms: what the file of columns is made of,
// and what does where there is none.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::archive {

/// One slot of all documents.
struct ColumnValues {
  /// The distinct values in the order in which documents have them first; the empty one leads.
  std::vector<std::string> values;
  /// By the documents' numbers from 0: which of the values each has.
  std::vector<std::uint32_t> codes;
};

/// Throws what Xapian throws, as read_duplicate_groups() does.
[[nodiscard]] ColumnValues read_column(const Xapian::Database& database, std::uint32_t slot);

/// By the documents' numbers from 0: the group that each joined, or its own; 0 where there is no
/// document.
[[nodiscard]] std::vector<std::uint64_t> read_duplicate_groups(const Xapian::Database& database);

/// A value of slot::kDate as a number, YYYYMMDD; 0 for what is no day of the calendar.
[[nodiscard]] std::uint32_t day_number(std::string_view value);

}  // namespace warraq::archive
