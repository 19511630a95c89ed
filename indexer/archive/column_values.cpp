#include "indexer/archive/column_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_map>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/schema.h"

namespace warraq::archive {

ColumnValues read_column(const Xapian::Database& database, std::uint32_t slot) {
  ColumnValues result;
  result.values.emplace_back();
  result.codes.resize(std::size_t{database.get_lastdocid()} + 1);
  std::unordered_map<std::string, std::uint32_t> codes;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    const auto [known, is_new] =
        codes.try_emplace(*value, static_cast<std::uint32_t>(result.values.size()));
    if (is_new) result.values.push_back(known->first);
    result.codes.at(value.get_docid()) = known->second;
  }
  return result;
}

// Those that an article joined are values; the others are named by its id, which is a term: one
// that another program let two documents have names the group of both.
std::vector<std::uint64_t> read_duplicate_groups(const Xapian::Database& database) {
  std::vector<std::uint64_t> groups(std::size_t{database.get_lastdocid()} + 1);
  const std::string ids(prefix::kId);
  for (auto id = database.allterms_begin(ids); id != database.allterms_end(ids); ++id) {
    const std::string term = *id;
    const std::uint64_t group = duplicate_group_of(term);
    for (auto document = database.postlist_begin(term); document != database.postlist_end(term);
         ++document) {
      groups.at(*document) = group;
    }
  }
  constexpr std::uint32_t kSlot = slot::kDuplicateGroup;
  for (auto value = database.valuestream_begin(kSlot); value != database.valuestream_end(kSlot);
       ++value) {
    if (const auto group = decode_duplicate_group(*value)) groups.at(value.get_docid()) = *group;
  }
  return groups;
}

std::uint32_t day_number(std::string_view value) {
  constexpr std::size_t kDigits = 8;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (value.size() != kDigits || error != std::errc() || end != value.data() + value.size()) {
    return 0;
  }
  const std::chrono::year_month_day day(std::chrono::year(static_cast<int>(number / 10'000)),
                                        std::chrono::month(number / 100 % 100),
                                        std::chrono::day(number % 100));
  return day.ok() && number >= 10'000 ? number : 0;
}

}  // namespace warraq::archive
