#include "indexer/update/duplicate_search.h"

#include <algorithm>
#include <string_view>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/schema.h"
#include "indexer/duplicates/group.h"
#include "indexer/write/document.h"

namespace warraq::indexer {
namespace {

using Documents = std::vector<Xapian::docid>;

std::optional<Xapian::docid> document_called(const Xapian::Database& database,
                                             const std::string& id_term) {
  const auto document = database.postlist_begin(id_term);
  if (document == database.postlist_end(id_term)) return std::nullopt;
  return *document;
}

void add_all(const Documents& more, Documents& documents) {
  documents.insert(documents.end(), more.begin(), more.end());
}

// In ascending order, each once, without `left_out` and what is no document's number.
void tidy(Documents& documents, const std::optional<Xapian::docid>& left_out) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  if (!documents.empty() && documents.front() == 0) documents.erase(documents.begin());
  if (left_out)
    documents.erase(std::remove(documents.begin(), documents.end(), *left_out), documents.end());
}

double overlap_with(const Sketch& sketch, std::string_view words) {
  const auto stream = archive::WordStream::read(words);
  return stream ? overlap(sketch, sketch_of(*stream)) : 0;
}

double overlap_with(const Sketch& sketch, const Xapian::Database& database,
                    const archive::Places* places, Xapian::docid document) {
  if (places != nullptr) {
    const std::string_view words = places->stream(document);
    if (!words.empty()) return overlap_with(sketch, words);
  }
  return overlap_with(sketch,
                      database.get_document(document).get_value(archive::slot::kWordStream));
}

std::uint64_t group_of(const Xapian::Document& document) {
  const auto stored =
      archive::decode_duplicate_group(document.get_value(archive::slot::kDuplicateGroup));
  return stored ? *stored : archive::duplicate_group_of(id_term_of(document).value_or(""));
}

}  // namespace

AdditionGroup DuplicateSearch::group_for(const Sketch& sketch, const std::string& id_term,
                                         std::string_view words) {
  std::vector<Searched> searched;
  for (const StandingShard& shard : shards_) {
    searched.push_back(search_shard(shard, sketch, id_term));
  }
  searched.push_back(search_live(sketch, id_term));

  Best best;
  const auto take_better = [&](const Searched& in, Xapian::docid document) {
    const archive::Places* places = in.shard != nullptr ? in.shard->places.get() : nullptr;
    try {
      const double found = overlap_with(sketch, in.database, places, document);
      if (found < best.overlap || (best.document && found == best.overlap)) return;
      best = {found, in.database.get_document(document)};
    } catch (const Xapian::DocNotFoundError&) {
      // Keys outlive their documents in live/, and a file may be damaged.
    }
  };
  for (const Searched& in : searched) {
    if (in.replaced) take_better(in, *in.replaced);
  }
  if (best.document) return {group_of(*best.document), false};
  for (const Searched& in : searched) {
    for (const Xapian::docid document : in.documents) take_better(in, document);
  }
  const std::uint64_t own = archive::duplicate_group_of(id_term);
  if (best.document) {
    const std::uint64_t group = group_of(*best.document);
    return {group, group != own};
  }
  const bool is_new = std::none_of(searched.begin(), searched.end(),
                                   [](const Searched& in) { return in.has_version; });
  return {is_new ? own : archive::duplicate_group_of(id_term, words), false};
}

DuplicateSearch::Searched DuplicateSearch::search_shard(const StandingShard& shard,
                                                        const Sketch& sketch,
                                                        const std::string& id_term) const {
  Searched result{shard.database, &shard, {}, document_called(shard.database, id_term)};
  result.has_version = result.replaced.has_value();
  if (shard.keys) {
    for (const std::uint32_t key : sketch.keys) {
      if (key != kNoKey) add_all(shard.keys->last_with(key, kMostCompared), result.documents);
    }
  }
  tidy(result.documents, result.replaced);
  const auto is_superseded = [&](Xapian::docid document) {
    return shard.superseded.contains(document);
  };
  result.documents.erase(
      std::remove_if(result.documents.begin(), result.documents.end(), is_superseded),
      result.documents.end());
  if (result.replaced && is_superseded(*result.replaced)) result.replaced.reset();
  return result;
}

DuplicateSearch::Searched DuplicateSearch::search_live(const Sketch& sketch,
                                                       const std::string& id_term) {
  Searched result{live_, nullptr, {}, document_called(live_, id_term)};
  result.has_version = result.replaced.has_value();
  for (const std::uint32_t key : sketch.keys) {
    if (key != kNoKey) add_all(live_documents(key), result.documents);
  }
  tidy(result.documents, result.replaced);
  return result;
}

Documents& DuplicateSearch::live_documents(std::uint32_t key) {
  const auto [known, is_new] = live_documents_.try_emplace(key);
  if (is_new) {
    known->second = archive::decode_key_documents(live_.get_metadata(archive::duplicates_key(key)));
  }
  return known->second;
}

void DuplicateSearch::remember(const Sketch& sketch, Xapian::docid document) {
  for (const std::uint32_t key : sketch.keys) {
    if (key == kNoKey) continue;
    Documents& documents = live_documents(key);
    if (std::find(documents.begin(), documents.end(), document) != documents.end()) continue;
    if (documents.size() == kMostCompared) documents.erase(documents.begin());
    documents.push_back(document);
  }
}

void DuplicateSearch::write() {
  for (const auto& [key, documents] : live_documents_) {
    live_.set_metadata(archive::duplicates_key(key), archive::encode_key_documents(documents));
  }
  live_documents_.clear();
}

}  // namespace warraq::indexer
