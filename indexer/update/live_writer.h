// Changes to an archive that stands: everything goes into live/, and shards are only read.
#pragma once

#include <xapian.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/stored_text.h"
#include "indexer/terms/article_terms.h"
#include "indexer/update/duplicate_search.h"
#include "indexer/update/live_vocabulary_writer.h"
#include "warraq/archive/manifest.h"

namespace warraq::indexer {

/// Made under the writer lock, with the manifest read under it. What was not committed is gone when
/// it dies. Throws what Xapian throws. Not thread-safe.
class LiveWriter {
 public:
  LiveWriter(const std::filesystem::path& archive, const archive::Manifest& manifest);
  LiveWriter(const LiveWriter&) = delete;
  LiveWriter& operator=(const LiveWriter&) = delete;
  ~LiveWriter();

  struct Added {
    bool replaced = false;  ///< in place of one of its id
    bool grouped = false;   ///< to the group of a near duplicate
  };
  /// Where the words of the articles to be added must be counted, before commit().
  [[nodiscard]] WordCounter& words() { return vocabulary_.words(); }
  /// Adds the article in place of the one of its id, if there is one.
  Added replace(const ArticleTerms& article);
  /// Removes the article called `id`; whether there was one.
  bool remove(std::string_view id);
  /// Makes all since the last commit visible and permanent, in one step.
  void commit();

 private:
  bool supersede_in_shards(const std::string& id_term);

  std::filesystem::path archive_;
  bool empty_;  ///< live/ was made for this and nothing was committed to it
  Xapian::WritableDatabase live_;
  std::optional<archive::TextDictionary> dictionary_;
  archive::StoredTextWriter texts_;
  std::vector<StandingShard> shards_;
  DuplicateSearch duplicates_;
  LiveVocabularyWriter vocabulary_;
};

}  // namespace warraq::indexer
