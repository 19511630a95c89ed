// The vocabulary of live/, as its metadata holds it: in parts, a word in any
// number of them. Each commit writes a small part, and puts it together with earlier ones that are
// not much larger: what stands is not written again with every article.
#pragma once

#include <xapian.h>
#include <memory>
#include <vector>

#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/vocabulary.h"

namespace warraq::archive {

/// The parts in their order, none for an empty database. Throws Xapian::DatabaseCorruptError.
[[nodiscard]] std::vector<std::shared_ptr<const FrontCodedWords>> vocabulary_parts(
    const Xapian::Database& live);

/// Null where `live` holds articles and no vocabulary. Parts are fetched when it is first asked;
/// whatever asks throws what Xapian throws, and Xapian::DatabaseCorruptError.
[[nodiscard]] std::shared_ptr<const Vocabulary> live_vocabulary(const Xapian::Database& live);

}  // namespace warraq::archive
