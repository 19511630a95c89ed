// The vocabularies of an archive's databases.
#pragma once

#include "indexer/archive/open_archive.h"
#include "indexer/archive/vocabulary.h"

namespace warraq::searcher {

/// Null where there is none.
[[nodiscard]] inline const archive::Vocabulary* vocabulary_of(
    const archive::OpenedDatabase& database) {
  return database.vocabulary.get();
}

}  // namespace warraq::searcher
