#include "indexer/update/live_writer.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "indexer/archive/dictionaries.h"
#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/files.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"
#include "indexer/archive/schema.h"
#include "indexer/write/archive_folder.h"
#include "indexer/write/document.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// The one that articles are stored with where `database` keeps any.
std::optional<archive::TextDictionary> dictionary_of(const Xapian::Database& database) {
  std::vector<std::string> dictionaries = archive::dictionaries_of(database);
  if (dictionaries.empty()) return std::nullopt;
  return archive::TextDictionary(std::move(dictionaries.front()));
}

// What is added is like what is there already: no other is trained.
void keep_dictionary_of_shards(Xapian::WritableDatabase& live, const fs::path& archive,
                               const archive::Manifest& manifest) {
  for (const std::string& shard : manifest.shards) {
    const auto dictionary = dictionary_of(Xapian::Database((archive / shard).string()));
    if (!dictionary) continue;
    archive::keep_dictionary(live, *dictionary);
    return;
  }
}

// Made aside and renamed: a reader finds live/ whole, with its generation, or not at all.
void make_live(const fs::path& archive, const archive::Manifest& manifest) {
  const WorkFolder work(archive);
  const fs::path made = work.path() / archive::kLiveFolder;
  {
    Xapian::WritableDatabase live(made.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    live.set_metadata(std::string(archive::metadata::kGeneration),
                      std::to_string(manifest.generation));
    keep_dictionary_of_shards(live, archive, manifest);
    live.commit();
  }
  fs::rename(made, archive / archive::kLiveFolder);
  archive::sync_folder(archive);
}

Xapian::WritableDatabase open_live(const fs::path& archive, const archive::Manifest& manifest) {
  const fs::path folder = archive / archive::kLiveFolder;
  if (!fs::exists(folder)) make_live(archive, manifest);
  Xapian::WritableDatabase live(folder.string(), Xapian::DB_OPEN);
  // remove_rubble() took an earlier one away: this one was put beside an archive.json not its own.
  if (archive::generation_of(live) != manifest.generation) {
    throw Xapian::DatabaseCorruptError("live/ belongs to another archive.json");
  }
  return live;
}

std::string_view words_of(const ArticleTerms& article) {
  const auto words =
      std::find_if(article.values.begin(), article.values.end(),
                   [](const SlotValue& value) { return value.slot == archive::slot::kWordStream; });
  return words == article.values.end() ? std::string_view() : std::string_view(words->value);
}

Sketch sketch_words(std::string_view words) {
  const auto stream = archive::WordStream::read(words);
  return stream ? sketch_of(*stream) : Sketch();
}

}  // namespace

LiveWriter::LiveWriter(const fs::path& archive, const archive::Manifest& manifest)
    : archive_(archive),
      empty_(!fs::exists(archive / archive::kLiveFolder)),
      live_(open_live(archive, manifest)),
      dictionary_(dictionary_of(live_)),
      texts_(dictionary_ ? &*dictionary_ : nullptr),
      duplicates_(shards_, live_),
      vocabulary_(live_) {
  for (const std::string& name : manifest.shards) {
    const Xapian::Database database((archive / name).string());
    shards_.push_back({name, database, SupersededList(archive::superseded_of(live_, name)),
                       archive::DuplicateKeys::open(archive / name, database),
                       archive::Places::open(archive / name, database)});
  }
  // Outside a transaction Xapian commits when it likes, and the list of superseded documents would
  // lag behind the articles.
  live_.begin_transaction();
}

LiveWriter::~LiveWriter() {
  try {
    live_.cancel_transaction();
  } catch (const Xapian::Error&) {
    // A commit failed and ended the transaction; nothing of it is in the database.
  }
  if (!empty_) return;
  // What a failed commit wrote would take space that the next writer may need, on a full disk.
  try {
    live_.close();
    remove_live(archive_);
  } catch (const std::exception&) {
    // It is empty and harmless.
  } catch (const Xapian::Error&) {
    // Likewise.
  }
}

LiveWriter::Added LiveWriter::replace(const ArticleTerms& article) {
  const std::string_view words = words_of(article);
  const Sketch sketch = sketch_words(words);
  const AdditionGroup group = duplicates_.group_for(sketch, article.id_term, words);
  const bool in_shards = supersede_in_shards(article.id_term);
  const bool in_live = live_.term_exists(article.id_term);
  Xapian::Document document = make_document(article, texts_);
  if (group.name != archive::duplicate_group_of(article.id_term)) {
    document.add_value(archive::slot::kDuplicateGroup, archive::encode_duplicate_group(group.name));
  }
  duplicates_.remember(sketch, live_.replace_document(article.id_term, document));
  return {in_shards || in_live, group.joined};
}

bool LiveWriter::remove(std::string_view id) {
  const std::string id_term = archive::make_term(archive::prefix::kId, id);
  const bool in_shards = supersede_in_shards(id_term);
  const bool in_live = live_.term_exists(id_term);
  if (in_live) live_.delete_document(id_term);
  return in_shards || in_live;
}

bool LiveWriter::supersede_in_shards(const std::string& id_term) {
  bool any = false;
  for (StandingShard& shard : shards_) {
    for (auto document = shard.database.postlist_begin(id_term);
         document != shard.database.postlist_end(id_term); ++document) {
      any = shard.superseded.add(*document) || any;
    }
  }
  return any;
}

void LiveWriter::commit() {
  for (StandingShard& shard : shards_) {
    if (!shard.superseded.has_grown()) continue;
    live_.set_metadata(archive::superseded_key(shard.name), shard.superseded.encode());
  }
  duplicates_.write();
  vocabulary_.write();
  live_.commit_transaction();
  empty_ = false;
  live_.begin_transaction();
}

}  // namespace warraq::indexer
