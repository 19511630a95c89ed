#include "searcher/engine/day_counts.h"

#include <cstddef>
#include <span>
#include <vector>

namespace warraq::searcher {

DayCounts count_days(const archive::OpenArchive& archive, const ArticleSet& articles) {
  DayCounts result;
  for (std::size_t i = 0; i < articles.databases.size(); ++i) {
    const archive::Columns& columns = archive.databases()[i].columns();
    // By the columns' own numbers of days first: there are few of them.
    std::vector<std::uint64_t> counts(columns.days().size());
    articles.databases[i].for_each(
        [&](std::uint32_t document) { ++counts[columns.day(document)]; });
    const std::span<const std::uint32_t> days = columns.days();
    for (std::size_t day = 0; day < counts.size(); ++day) {
      if (counts[day] != 0) result[days[day]] += counts[day];
    }
  }
  return result;
}

}  // namespace warraq::searcher
