#include "searcher/engine/info.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/archive/files.h"
#include "indexer/archive/schema.h"
#include "warraq/analyzers/date.h"
#include "warraq/corpus/article.h"

namespace warraq::searcher {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

// Calls `action` with the value of each article that has one in `slot`.
template <typename Action>
void for_each_value(const archive::OpenArchive& archive, std::uint32_t slot, Action action) {
  const Xapian::Database& database = archive.database();
  const bool check = archive.has_superseded();
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    if (!check || !archive.is_superseded(value.get_docid())) action(*value);
  }
}

Counts count_values(const archive::OpenArchive& archive, std::uint32_t slot) {
  std::unordered_map<std::string, std::uint64_t> counts;
  for_each_value(archive, slot, [&](const std::string& value) { ++counts[value]; });
  Counts result(counts.begin(), counts.end());
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return result;
}

void find_dates(const archive::OpenArchive& archive, ArchiveInfo& info) {
  std::string first;
  std::string last;
  for_each_value(archive, archive::slot::kDate, [&](const std::string& date) {
    if (first.empty() || date < first) first = date;
    if (last.empty() || date > last) last = date;
  });
  info.first_date = analyzers::parse_date(first);
  info.last_date = analyzers::parse_date(last);
}

std::uint64_t count_terms(const Xapian::Database& database) {
  std::uint64_t count = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) ++count;
  return count;
}

}  // namespace

ArchiveInfo describe_archive(const archive::OpenArchive& archive) {
  ArchiveInfo result;
  result.manifest = archive.manifest();
  result.articles = archive.article_count();
  result.superseded = archive.database().get_doccount() - result.articles;
  result.live_articles = archive.has_live() ? archive.databases().back().documents : 0;
  result.distinct_terms = count_terms(archive.database());
  result.bytes_on_disk = archive::bytes_on_disk(archive.path());
  find_dates(archive, result);
  result.sources = count_values(archive, archive::slot::kSource);
  result.categories = count_values(archive, archive::slot::kCategory);
  return result;
}

}  // namespace warraq::searcher
