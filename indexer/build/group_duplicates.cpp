#include "indexer/build/group_duplicates.h"

#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/schema.h"
#include "indexer/duplicates/group.h"
#include "indexer/write/document.h"

namespace warraq::indexer {
namespace {

constexpr std::size_t kChangesInOneCommit = 2'000;

SketchedArticle sketched(const Xapian::Document& document) {
  const std::string words = document.get_value(archive::slot::kWordStream);
  const auto stream = archive::WordStream::read(words);
  return {archive::duplicate_group_of(id_term_of(document).value_or(std::string())),
          stream ? sketch_of(*stream) : Sketch()};
}

}  // namespace

void group_duplicates(const std::filesystem::path& shard, const std::filesystem::path& work,
                      std::size_t memory, const std::stop_token& stop) {
  Xapian::WritableDatabase database(shard.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  DuplicateFinder finder(work, memory);
  std::vector<Xapian::docid> numbers;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    numbers.push_back(*number);
    finder.add(sketched(database.get_document(*number)));
  }
  const DuplicateGroups groups = finder.find(stop);
  std::size_t changed = 0;
  groups.for_each_joined([&](std::uint32_t article, std::uint64_t group) {
    Xapian::Document document = database.get_document(numbers[article]);
    document.add_value(archive::slot::kDuplicateGroup, archive::encode_duplicate_group(group));
    database.replace_document(numbers[article], document);
    if (++changed % kChangesInOneCommit == 0) database.commit();
  });
  database.commit();
}

}  // namespace warraq::indexer
