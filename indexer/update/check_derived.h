// Whether the files derived from a shard's database say what the database says.
#pragma once

#include "indexer/archive/open_archive.h"
#include "indexer/update/problems.h"

namespace warraq::indexer {

/// Reads every term and document of the shard. Throws what Xapian throws.
void check_derived_files(const archive::OpenedDatabase& shard, Problems& problems);

}  // namespace warraq::indexer
