#include "indexer/write/derive_files.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/places.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "indexer/duplicates/key_sorter.h"
#include "indexer/duplicates/sketch.h"
#include "indexer/glass/database_writer.h"
#include "indexer/glass/output_file.h"
#include "indexer/run/side_by_side.h"
#include "indexer/run/stop_check.h"
#include "indexer/write/columns_writer.h"
#include "indexer/write/duplicate_keys_writer.h"
#include "indexer/write/packed_postings_writer.h"
#include "indexer/write/value_finder.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

using archive::Place;

void pack_lengths(const Xapian::Database& database, PackedPostingsWriter& out, StopCheck& check) {
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    check.look();
    out.add_length(*document, document.get_doclength());
  }
}

void pack_terms(const Xapian::Database& database, PackedPostingsWriter& out, StopCheck& check) {
  const std::string stems(archive::prefix::kStem);
  for (auto term = database.allterms_begin(stems); term != database.allterms_end(stems); ++term) {
    if (term.get_termfreq() < archive::kMinPackedDocuments) continue;
    const std::string text = *term;
    out.begin_term(text, term.get_termfreq());
    for (auto posting = database.postlist_begin(text); posting != database.postlist_end(text);
         ++posting) {
      check.look();
      out.add(*posting, posting.get_wdf());
    }
    out.end_term();
  }
}

void pack_postings(const fs::path& shard, const std::stop_token& stop) {
  const Xapian::Database database(shard.string());
  PackedPostingsWriter out(shard);
  StopCheck check(stop);
  pack_lengths(database, out, check);
  pack_terms(database, out, check);
  out.finish(database);
}

/// The places of documents' values in one file, by the documents' numbers.
class PlaceList {
 public:
  PlaceList(const fs::path& file, Xapian::docid last_document, const std::stop_token& stop)
      : finder_(file), places_(std::size_t{last_document} + 1), check_(stop) {}

  void add(Xapian::docid document, std::string_view value) {
    check_.look();
    const auto place = finder_.find(value);
    if (place && *place <= Place::kMaxBegin) places_[document] = Place(*place, value.size());
  }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }

 private:
  ValueFinder finder_;
  std::vector<Place> places_;
  StopCheck check_;
};

archive::PlacesInFile put_places(std::string_view file, const PlaceList& list,
                                 DerivedFileWriter& out) {
  archive::PlacesInFile result;
  std::copy(file.begin(), file.end(), result.file.begin());
  result.count = list.places().size();
  result.begin = out.put_entries(std::span(list.places()));
  return result;
}

archive::PlacesInFile put_streams(const Xapian::Database& database, const fs::path& shard,
                                  const std::stop_token& stop, DerivedFileWriter& out) {
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  PlaceList list(shard / glass::kValuesFile, database.get_lastdocid(), stop);
  for (auto stream = database.valuestream_begin(kSlot); stream != database.valuestream_end(kSlot);
       ++stream) {
    list.add(stream.get_docid(), *stream);
  }
  return put_places(glass::kValuesFile, list, out);
}

archive::PlacesInFile put_articles(const Xapian::Database& database, const fs::path& shard,
                                   const std::stop_token& stop, DerivedFileWriter& out) {
  PlaceList list(shard / glass::kDataFile, database.get_lastdocid(), stop);
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    list.add(*document, database.get_document(*document, Xapian::DOC_ASSUME_VALID).get_data());
  }
  return put_places(glass::kDataFile, list, out);
}

void find_places(const fs::path& shard, const std::stop_token& stop) {
  const Xapian::Database database(shard.string());
  DerivedFileWriter out(shard / archive::kPlacesFile);
  archive::PlacesContents contents;
  if (database.get_value_freq(archive::slot::kWordStream) > 0) {
    contents.streams = put_streams(database, shard, stop, out);
  }
  if (database.get_doccount() > 0) contents.articles = put_articles(database, shard, stop, out);
  out.finish(contents, archive::kPlacesMagic, database);
}

// Kept in memory while they are sorted: those of two million documents.
constexpr std::size_t kMemoryForKeys = std::size_t{64} << 20;

void sort_keys(const fs::path& shard, const std::stop_token& stop) {
  const Xapian::Database database(shard.string());
  KeySorter keys(shard, kMemoryForKeys);
  StopCheck check(stop);
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  for (auto stream = database.valuestream_begin(kSlot); stream != database.valuestream_end(kSlot);
       ++stream) {
    check.look();
    const std::string bytes = *stream;
    if (const auto words = archive::WordStream::read(bytes)) {
      keys.add(sketch_keys_of(*words), stream.get_docid());
    }
  }
  DuplicateKeysWriter out(shard);
  keys.finish([&](std::uint32_t key, std::uint32_t document) {
    check.look();
    out.add(key, document);
  });
  out.finish(database);
}

}  // namespace

void derive_files(const fs::path& shard, unsigned jobs, const std::stop_token& stop,
                  KnownGroups groups) {
  const std::vector<std::function<void()>> files = {
      [&] { pack_postings(shard, stop); }, [&] { find_places(shard, stop); },
      [&] { sort_keys(shard, stop); }, [&] { write_columns(shard, stop, groups); }};
  run_side_by_side(files, jobs);
  glass::sync_folder(shard);
}

}  // namespace warraq::indexer
