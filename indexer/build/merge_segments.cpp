#include "indexer/build/merge_segments.h"

#include <xapian.h>
#include <algorithm>
#include <string>
#include <tuple>

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

/// The place of a document among several databases read one after the other.
struct Place {
  std::size_t database = 0;
  Xapian::docid document = 0;
  bool operator<(const Place& other) const {
    return std::tie(database, document) < std::tie(other.database, other.document);
  }
};

// Xapian deals the numbers of several databases out in turn.
Place place_of(Xapian::docid number, std::size_t databases) {
  return {(number - 1) % databases, static_cast<Xapian::docid>((number - 1) / databases + 1)};
}

// For each database the documents that have a later one of the same id.
std::vector<std::vector<Xapian::docid>> find_replaced(const Paths& sources) {
  Xapian::Database all;
  for (const auto& source : sources) all.add_database(Xapian::Database(source.string()));
  std::vector<std::vector<Xapian::docid>> replaced(sources.size());
  const std::string prefix(archive::prefix::kId);
  std::vector<Place> places;
  for (auto term = all.allterms_begin(prefix); term != all.allterms_end(prefix); ++term) {
    if (term.get_termfreq() < 2) continue;
    places.clear();
    for (auto document = all.postlist_begin(*term); document != all.postlist_end(*term);
         ++document) {
      places.push_back(place_of(*document, sources.size()));
    }
    places.erase(std::max_element(places.begin(), places.end()));
    for (const Place& place : places) replaced[place.database].push_back(place.document);
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
