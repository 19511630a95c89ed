// Whether the files derived from a shard's database say what the database says.
#pragma once

#include <filesystem>

#include "indexer/archive/open_archive.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

/// Reads every term and document of a shard of `archive`. What is wrong is a problem, what is not
/// there an advice. Throws what Xapian throws.
void check_derived_files(const std::filesystem::path& archive, const archive::OpenedDatabase& shard,
                         CheckResult& result);

}  // namespace warraq::indexer
