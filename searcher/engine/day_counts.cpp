#include "searcher/engine/day_counts.h"

#include <cstddef>
#include <span>
#include <vector>

namespace warraq::searcher {
namespace {

// Counted by the columns' own numbers of days first: there are few of them.
void add_counts(const archive::Columns& columns, const std::vector<std::uint64_t>& counts,
                DayCounts& result) {
  const std::span<const std::uint32_t> days = columns.days();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] != 0) result[days[i]] += counts[i];
  }
}

}  // namespace

DayCounts count_days(const archive::OpenArchive& archive, const ArticleSet& articles) {
  DayCounts result;
  for (std::size_t i = 0; i < articles.databases.size(); ++i) {
    const archive::Columns& columns = archive.databases()[i].columns();
    std::vector<std::uint64_t> counts(columns.days().size());
    articles.databases[i].for_each(
        [&](std::uint32_t document) { ++counts[columns.day(document)]; });
    add_counts(columns, counts, result);
  }
  return result;
}

// Numbers that no document has are without a date, so that nobody need ask which there are.
DayCounts count_all_days(const archive::OpenArchive& archive) {
  DayCounts result;
  for (std::size_t i = 0; i < archive.databases().size(); ++i) {
    const archive::Columns& columns = archive.databases()[i].columns();
    std::vector<std::uint64_t> counts(columns.days().size());
    const Xapian::docid last = archive.databases()[i].database.get_lastdocid();
    for (std::uint64_t document = 1; document <= last; ++document) {
      ++counts[columns.day(static_cast<std::uint32_t>(document))];
    }
    for (const Xapian::docid document : archive.superseded_in(i)) {
      std::uint64_t& count = counts[columns.day(document)];
      count -= count > 0 ? 1 : 0;
    }
    add_counts(columns, counts, result);
  }
  result.erase(0);
  return result;
}

}  // namespace warraq::searcher
