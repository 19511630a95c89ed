// The dictionaries that a database keeps in its metadata, for its own documents.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "indexer/archive/stored_text.h"

namespace warraq::archive {

/// The bytes of each, in the order of their keys. `database` is a single one: of several opened as
/// one Xapian shows the first one's metadata alone.
[[nodiscard]] std::vector<std::string> dictionaries_of(const Xapian::Database& database);

/// Puts `dictionary` there, with the next commit.
void keep_dictionary(Xapian::WritableDatabase& database, const TextDictionary& dictionary);

}  // namespace warraq::archive
