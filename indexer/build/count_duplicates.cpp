#include "indexer/build/count_duplicates.h"

#include <xapian.h>

#include <string>

#include "indexer/archive/schema.h"

namespace warraq::indexer {

void count_duplicates(const std::filesystem::path& shard, ArticleSource& source) {
  const Xapian::Database database(shard.string());
  constexpr auto kGroup = archive::slot::kDuplicateGroup;
  constexpr auto kSource = archive::slot::kSource;
  auto name = database.valuestream_begin(kSource);
  const auto names_end = database.valuestream_end(kSource);
  for (auto joined = database.valuestream_begin(kGroup); joined != database.valuestream_end(kGroup);
       ++joined) {
    if (name != names_end) name.skip_to(joined.get_docid());
    const bool is_named = name != names_end && name.get_docid() == joined.get_docid();
    source.count_grouped(is_named ? *name : std::string());
  }
}

}  // namespace warraq::indexer
