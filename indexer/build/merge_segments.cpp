#include "indexer/build/merge_segments.h"

#include <xapian.h>
#include <algorithm>
#include <string>

#include "indexer/archive/combined.h"
#include "indexer/archive/schema.h"
#include "indexer/write/delete_documents.h"
#include "indexer/write/merge.h"

namespace warraq::indexer {
namespace {

using Paths = std::vector<std::filesystem::path>;

void remove_all(const Paths& databases) {
  for (const auto& database : databases) std::filesystem::remove_all(database);
}

// Every kMaxMergedAtOnce consecutive databases into one.
Paths merge_groups(const Paths& sources, const std::stop_token& stop) {
  Paths merged;
  for (std::size_t first = 0; first < sources.size(); first += kMaxMergedAtOnce) {
    const std::size_t count = std::min(kMaxMergedAtOnce, sources.size() - first);
    const Paths group(sources.begin() + static_cast<std::ptrdiff_t>(first),
                      sources.begin() + static_cast<std::ptrdiff_t>(first + count));
    merged.push_back(group.front().string() + "+");
    merge_databases(group, merged.back(), Numbering::anew, stop);
    remove_all(group);
  }
  return merged;
}

// For each database the documents that have a later one of the same id.
std::vector<std::vector<Xapian::docid>> find_replaced(const Paths& sources) {
  Xapian::Database all;
  for (const auto& source : sources) all.add_database(Xapian::Database(source.string()));
  std::vector<std::vector<Xapian::docid>> replaced(sources.size());
  const std::string prefix(archive::prefix::kId);
  std::vector<archive::DocumentPlace> places;
  for (auto term = all.allterms_begin(prefix); term != all.allterms_end(prefix); ++term) {
    if (term.get_termfreq() < 2) continue;
    places.clear();
    for (auto document = all.postlist_begin(*term); document != all.postlist_end(*term);
         ++document) {
      places.push_back(archive::place_among(sources.size(), *document));
    }
    places.erase(std::max_element(places.begin(), places.end()));
    for (const archive::DocumentPlace& place : places)
      replaced[place.database].push_back(place.document);
  }
  return replaced;
}

std::uint64_t drop_replaced(const Paths& sources) {
  const auto replaced = find_replaced(sources);
  std::uint64_t count = 0;
  for (std::size_t source = 0; source < sources.size(); ++source) {
    if (!replaced[source].empty()) delete_documents(sources[source], replaced[source]);
    count += replaced[source].size();
  }
  return count;
}

}  // namespace

std::uint64_t merge_segments(Paths segments, const std::filesystem::path& output,
                             const std::stop_token& stop) {
  while (segments.size() > kMaxMergedAtOnce) segments = merge_groups(segments, stop);
  const std::uint64_t replaced = drop_replaced(segments);
  merge_databases(segments, output, Numbering::anew, stop);
  remove_all(segments);
  return replaced;
}

}  // namespace warraq::indexer
