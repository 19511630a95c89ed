#include "indexer/update/check_derived.h"

#include <xapian.h>
#include <xxhash.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/archive/column_values.h"
#include "indexer/archive/columns.h"
#include "indexer/archive/duplicate_keys.h"
#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "indexer/duplicates/sketch.h"
#include "indexer/update/problems.h"
#include "warraq/analyzers/direction.h"

namespace warraq::indexer {
namespace {

std::string cannot_be_used(const archive::OpenedDatabase& shard, std::string_view file,
                           const std::string& consequence) {
  return shard.folder + ": " + std::string(file) +
         " is missing, damaged or of another state of the database: " + consequence +
         " without it; 'warraq-indexer compact' makes it anew";
}

bool is_same(const Xapian::Database& database, const std::string& term,
             const archive::PackedList& list) {
  auto posting = database.postlist_begin(term);
  archive::PostingBlock block;
  for (std::size_t number = 0; number < list.blocks(); ++number) {
    list.read(number, block);
    if (block.size == 0) return false;
    for (std::size_t i = 0; i < block.size; ++i, ++posting) {
      if (posting == database.postlist_end(term)) return false;
      if (*posting != block.documents[i] || posting.get_wdf() != block.wdf[i]) return false;
    }
  }
  return posting == database.postlist_end(term);
}

bool are_same(const Xapian::Database& database, std::span<const std::uint32_t> lengths) {
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (*number >= lengths.size() || lengths[*number] != number.get_doclength()) return false;
  }
  return true;
}

void check_packed(const archive::OpenedDatabase& shard, Problems& problems) {
  const std::string file(archive::kPackedPostingsFile);
  if (!are_same(shard.database, shard.packed->lengths())) {
    problems.add(shard.folder,
                 file + " has other lengths than the database: remove it, and compact");
  }
  const std::string stems(archive::prefix::kStem);
  for (auto term = shard.database.allterms_begin(stems); term != shard.database.allterms_end(stems);
       ++term) {
    const auto list = shard.packed->find(*term);
    const bool is_packed = term.get_termfreq() >= archive::kMinPackedDocuments;
    if (list.has_value() == is_packed && (!list || is_same(shard.database, *term, *list))) continue;
    problems.add(shard.folder, file + " has other documents than the database for " +
                                   analyzers::isolate(*term) + ": remove it, and compact");
  }
}

void check_places(const archive::OpenedDatabase& shard, Problems& problems) {
  const std::string file(archive::kPlacesFile);
  const auto compare = [&](Xapian::docid document, std::string_view found, const std::string& value,
                           const char* what) {
    if (found.empty() || found == value) return;
    problems.add(shard.folder,
                 file + " leads to another " + what + " for document " + std::to_string(document));
  };
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  for (auto stream = shard.database.valuestream_begin(kSlot);
       stream != shard.database.valuestream_end(kSlot); ++stream) {
    const Xapian::docid document = stream.get_docid();
    compare(document, shard.places->stream(document), *stream, "stream of words");
  }
  for (auto number = shard.database.postlist_begin(""); number != shard.database.postlist_end("");
       ++number) {
    compare(*number, shard.places->article(*number),
            shard.database.get_document(*number).get_data(), "article");
  }
}

// Both read by the documents' numbers; which number a value has may differ.
void check_columns(const archive::OpenedDatabase& shard, const archive::Columns& columns,
                   Problems& problems) {
  const archive::Columns expected(shard.database);
  constexpr std::array<archive::NameColumn, 4> kNames = {
      archive::NameColumn::source, archive::NameColumn::category, archive::NameColumn::author,
      archive::NameColumn::agency};
  const auto is_same = [&](Xapian::docid document) {
    for (const archive::NameColumn name : kNames) {
      if (columns.names(name)[columns.name(name, document)] !=
          expected.names(name)[expected.name(name, document)]) {
        return false;
      }
    }
    return columns.date(document) == expected.date(document) &&
           columns.duplicate_group(document) == expected.duplicate_group(document);
  };
  for (Xapian::docid document = 1; document <= shard.database.get_lastdocid(); ++document) {
    if (is_same(document)) continue;
    problems.add(shard.folder, std::string(archive::kColumnsFile) +
                                   " has other values than the database for document " +
                                   std::to_string(document) + ": remove it, and compact");
  }
}

// All keys with their documents as one number, whatever their order.
class Sum {
 public:
  void add(std::uint32_t key, std::uint32_t document) {
    const std::array<std::uint32_t, 2> entry = {key, document};
    sum_ += XXH3_64bits(entry.data(), sizeof entry);
  }
  bool operator==(const Sum&) const = default;

 private:
  std::uint64_t sum_ = 0;
};

void check_keys(const archive::OpenedDatabase& shard, const archive::DuplicateKeys& keys,
                Problems& problems) {
  Sum expected;
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  for (auto stream = shard.database.valuestream_begin(kSlot);
       stream != shard.database.valuestream_end(kSlot); ++stream) {
    const std::string bytes = *stream;
    const auto words = archive::WordStream::read(bytes);
    for (const std::uint32_t key : words ? sketch_keys_of(*words) : Sketch().keys) {
      if (key != kNoKey) expected.add(key, stream.get_docid());
    }
  }
  Sum found;
  keys.for_each([&](std::uint32_t key, std::uint32_t document) { found.add(key, document); });
  if (found == expected) return;
  problems.add(shard.folder, std::string(archive::kDuplicateKeysFile) +
                                 " has other keys than the database: remove it, and compact");
}

void check_vocabulary(const std::filesystem::path& archive, const archive::OpenedDatabase& shard,
                      CheckResult& result) {
  const auto words = archive::FrontCodedWords::open(archive / shard.folder, shard.database);
  if (!words) {
    result.advice.push_back(
        cannot_be_used(shard, archive::kVocabularyFile,
                       "queries are slower, other spellings are not searched, and words "
                       "are neither completed nor suggested"));
  } else if (!words->is_whole()) {
    Problems(result.problems)
        .add(shard.folder, std::string(archive::kVocabularyFile) +
                               " is damaged: 'warraq-indexer compact' makes it anew");
  }
}

}  // namespace

void check_derived_files(const std::filesystem::path& archive, const archive::OpenedDatabase& shard,
                         CheckResult& result) {
  const std::string slower = "queries are slower";
  Problems problems(result.problems);
  if (shard.packed) {
    check_packed(shard, problems);
  } else {
    result.advice.push_back(cannot_be_used(shard, archive::kPackedPostingsFile, slower));
  }
  if (shard.places) {
    check_places(shard, problems);
  } else {
    result.advice.push_back(cannot_be_used(shard, archive::kPlacesFile, slower));
  }
  if (const auto columns = archive::Columns::open(archive / shard.folder, shard.database)) {
    check_columns(shard, *columns, problems);
  } else {
    result.advice.push_back(cannot_be_used(shard, archive::kColumnsFile, slower));
  }
  check_vocabulary(archive, shard, result);
  if (const auto keys = archive::DuplicateKeys::open(archive / shard.folder, shard.database)) {
    check_keys(shard, *keys, problems);
  } else {
    result.advice.push_back(cannot_be_used(shard, archive::kDuplicateKeysFile,
                                           "additions are no duplicates of its articles"));
  }
}

}  // namespace warraq::indexer
