#include "indexer/archive/open_archive.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

#include "indexer/archive/combined.h"
#include "indexer/archive/dictionaries.h"
#include "indexer/archive/files.h"
#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"
#include "indexer/archive/live_vocabulary.h"
#include "indexer/archive/manifest_file.h"
#include "indexer/archive/schema.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::archive {
namespace {

// A writer moves the manifest at most once a compaction or build, so that even two tries in a row
// that meet one are rare.
constexpr int kMaxTries = 10;
constexpr std::chrono::milliseconds kPause{5};

std::string say(const std::filesystem::path& archive, const std::string& what,
                const std::string& reason) {
  return "the archive " + analyzers::isolate(archive.string()) + " " + what + ": " +
         analyzers::displayable(reason);
}

std::string description(const Xapian::Error& error) {
  const char* system = error.get_error_string();
  return error.get_msg() + (system != nullptr ? std::string(" (") + system + ")" : std::string());
}

[[noreturn]] void throw_damaged(const std::filesystem::path& archive, const std::string& reason) {
  throw Error(ErrorCode::no_archive, say(archive, "is damaged", reason),
              "'warraq-indexer check' says where; rebuild it from its sources");
}

// What the system refused comes with its reason. Without one, Xapian met bytes that it did not
// write, and names that by what it stumbled over: a block past the end, a length past all bounds.
bool is_about_content(const Xapian::Error& error) {
  constexpr std::array<std::string_view, 4> kTypes = {"DatabaseError", "DocNotFoundError",
                                                      "RangeError", "SerialisationError"};
  return error.get_error_string() == nullptr &&
         std::find(kTypes.begin(), kTypes.end(), error.get_type()) != kTypes.end();
}

}  // namespace

void rethrow_as_error(const std::filesystem::path& archive) {
  try {
    throw;
  } catch (const Xapian::DatabaseLockError& error) {
    throw Error(ErrorCode::locked, say(archive, "is held by another writer", description(error)),
                "wait until that one has ended, and try again");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::incompatible,
                say(archive, "was written by another Xapian", description(error)),
                "use that version, or rebuild the archive from its sources");
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw_damaged(archive, description(error));
  } catch (const Xapian::DatabaseOpeningError& error) {
    if (description(error).find(std::strerror(EACCES)) != std::string::npos) {
      throw Error(ErrorCode::no_archive, say(archive, "cannot be opened", description(error)),
                  std::string(kPermissionHint));
    }
    throw Error(ErrorCode::no_archive, say(archive, "cannot be opened", description(error)),
                "'warraq-indexer check' says what is missing");
  } catch (const Xapian::Error& error) {
    const std::string reason = description(error);
    // Xapian names the cause only in its text, and may wrap it in what it tried next.
    if (reason.find(std::strerror(ENOSPC)) != std::string::npos) {
      throw Error(ErrorCode::io, say(archive, "has no room to grow", std::strerror(ENOSPC)),
                  "free some space and try again; what the archive held before is whole");
    }
    if (is_about_content(error)) throw_damaged(archive, reason);
    throw Error(ErrorCode::io, say(archive, "cannot be read or written", reason),
                "'warraq-indexer check' says whether it is damaged");
  }
}

const Columns& OpenedDatabase::columns() const {
  if (!opened_columns && !shard.empty()) opened_columns = Columns::open(shard, database);
  if (!opened_columns) opened_columns = std::make_shared<const Columns>(database);
  return *opened_columns;
}

OpenArchive::OpenArchive(std::filesystem::path path, std::string_view fingerprint)
    : path_(std::move(path)) {
  for (int tries_left = kMaxTries; tries_left > 0; --tries_left) {
    try {
      if (try_open(fingerprint)) return;
    } catch (const Xapian::DatabaseOpeningError&) {
      // A writer may have cleared a folder away between our looking and our opening it.
      if (tries_left == 1) rethrow_as_error(path_);
    } catch (const Xapian::DatabaseModifiedError&) {
      // Two commits while we opened.
    } catch (const Xapian::Error&) {
      // Files of two shards that had one name after the other make no sense together.
      const bool moved = read_manifest(path_).generation != manifest_.generation;
      if (tries_left == 1 || !moved) rethrow_as_error(path_);
    }
    std::this_thread::sleep_for(kPause);
  }
  throw Error(
      ErrorCode::io,
      "the archive " + analyzers::isolate(path_.string()) + " changed each time it was opened",
      "try again when its writer has ended; where none is at work, 'warraq-indexer check' says "
      "whether it is damaged");
}

bool OpenArchive::try_open(std::string_view fingerprint) {
  // Before what they mark is read, so that nothing that is written meanwhile is taken for read.
  manifest_mark_ = FileMark(path_ / kManifestFile);
  live_mark_ = FileMark(path_ / kLiveFolder);
  manifest_ = read_manifest(path_);
  require_same_analysis(manifest_, fingerprint);
  database_ = Xapian::Database();
  databases_.clear();
  texts_ = StoredTextReader();
  superseded_.assign(manifest_.shards.size(), {});
  for (const std::string& shard : manifest_.shards) {
    const Xapian::Database database((path_ / shard).string());
    add_database({shard, database.get_doccount(), database,
                  PackedPostings::open(path_ / shard, database),
                  Places::open(path_ / shard, database),
                  FrontCodedWords::open(path_ / shard, database), path_ / shard, nullptr});
  }
  return try_open_live() && read_manifest(path_).generation == manifest_.generation;
}

// Xapian opens the files of a database one after the other by their paths. Where live/ was folded
// in and another one begun meanwhile, they may be of both.
bool OpenArchive::try_open_live() {
  const HeldFolder folder(path_ / kLiveFolder);
  if (!folder.existed()) return true;
  try {
    const Xapian::Database live((path_ / kLiveFolder).string());
    const std::uint64_t generation = generation_of(live);
    if (generation > manifest_.generation) return false;
    if (generation < manifest_.generation) return true;
    for (std::size_t shard = 0; shard < superseded_.size(); ++shard) {
      superseded_[shard] = superseded_of(live, manifest_.shards[shard]);
    }
    add_database({std::string(kLiveFolder),
                  live.get_doccount(),
                  live,
                  nullptr,
                  nullptr,
                  live_vocabulary(live),
                  {},
                  nullptr});
    live_watch_ = Xapian::Database((path_ / kLiveFolder).string());
  } catch (const Xapian::Error&) {
    if (folder.is_in_its_place()) throw;
    return false;
  }
  return folder.is_in_its_place();
}

void OpenArchive::add_database(OpenedDatabase database) {
  database_.add_database(database.database);
  try {
    for (const std::string& dictionary : dictionaries_of(database.database)) {
      texts_.add_dictionary(dictionary);
    }
  } catch (const std::invalid_argument& error) {
    throw Xapian::DatabaseCorruptError(database.folder + " keeps " + error.what());
  }
  databases_.push_back(std::move(database));
}

// The clock of a file system ticks every few milliseconds, and a writer may commit twice meanwhile:
// of live/ the revision has the last word.
bool OpenArchive::is_latest() {
  if (FileMark(path_ / kManifestFile) != manifest_mark_) return false;
  if (FileMark(path_ / kLiveFolder) != live_mark_) return false;
  if (!has_live()) return true;
  try {
    live_watch_.reopen();
    return live_watch_.get_revision() == databases_.back().database.get_revision();
  } catch (const Xapian::Error&) {
    return false;
  }
}

bool OpenArchive::has_superseded() const {
  return std::any_of(superseded_.begin(), superseded_.end(),
                     [](const auto& documents) { return !documents.empty(); });
}

std::size_t OpenArchive::index_of(const Xapian::Database& database) const {
  const auto found = std::find_if(
      databases_.begin(), databases_.end(),
      [uuid = database.get_uuid()](const auto& each) { return each.database.get_uuid() == uuid; });
  if (found == databases_.end()) throw Xapian::DatabaseCorruptError("a database without its id");
  return static_cast<std::size_t>(found - databases_.begin());
}

std::string_view OpenArchive::word_stream(const DocumentPlace& place, std::string& storage) const {
  const OpenedDatabase& database = databases_[place.database];
  if (database.places) {
    const std::string_view stream = database.places->stream(place.document);
    if (!stream.empty()) return stream;
  }
  storage = database.database.get_document(place.document, Xapian::DOC_ASSUME_VALID)
                .get_value(slot::kWordStream);
  return storage;
}

std::span<const Xapian::docid> OpenArchive::superseded_in(std::size_t database) const {
  if (database >= superseded_.size()) return {};
  return superseded_[database];
}

bool OpenArchive::is_superseded(Xapian::docid document) const {
  const DocumentPlace place = place_of(document);
  const auto superseded = superseded_in(place.database);
  return std::binary_search(superseded.begin(), superseded.end(), place.document);
}

Xapian::doccount OpenArchive::current_documents(std::size_t database,
                                                Xapian::doccount documents) const {
  const std::size_t gone = superseded_in(database).size();
  return gone < documents ? static_cast<Xapian::doccount>(documents - gone) : 0;
}

std::uint64_t OpenArchive::article_count() const {
  std::uint64_t count = database_.get_doccount();
  for (const auto& documents : superseded_)
    count -= std::min<std::uint64_t>(count, documents.size());
  return count;
}

Xapian::doccount OpenArchive::term_frequency(const std::string& term) const {
  Xapian::doccount documents = 0;
  for (const OpenedDatabase& each : databases_) {
    const auto list = each.packed ? each.packed->find(term) : std::nullopt;
    documents += list ? list->documents() : each.database.get_termfreq(term);
  }
  return documents;
}

std::optional<Xapian::docid> OpenArchive::find(std::string_view id) const {
  const std::string term = make_term(prefix::kId, id);
  for (auto document = database_.postlist_begin(term); document != database_.postlist_end(term);
       ++document) {
    if (!is_superseded(*document)) return *document;
  }
  return std::nullopt;
}

std::string OpenArchive::describe(Xapian::docid document) const {
  const DocumentPlace place = place_of(document);
  return databases_[place.database].folder + ", document " + std::to_string(place.document);
}

std::string OpenArchive::stored_json(Xapian::docid document) const {
  const DocumentPlace place = place_of(document);
  const OpenedDatabase& database = databases_[place.database];
  const std::string_view frame =
      database.places ? database.places->article(place.document) : std::string_view();
  try {
    if (!frame.empty()) return texts_.read(frame);
  } catch (const std::invalid_argument&) {
    // The place is wrong, or the frame: the database has the last word.
  }
  try {
    // Whether the document is there is not asked first, which would take 2 of 7 µs: one that is not
    // has no data, and so no frame.
    return texts_.read(
        database.database.get_document(place.document, Xapian::DOC_ASSUME_VALID).get_data());
  } catch (const std::invalid_argument& error) {
    throw Xapian::DatabaseCorruptError(describe(document) + " is stored as " + error.what());
  }
}

}  // namespace warraq::archive
