#pragma once

#include <xapian.h>
#include <filesystem>
#include <vector>

namespace warraq::indexer {

/// Deletes `documents` from the database in `folder`, which nobody reads yet: unsynced, in commits
/// small enough to hold in memory. Throws what Xapian throws.
void delete_documents(const std::filesystem::path& folder,
                      const std::vector<Xapian::docid>& documents);

}  // namespace warraq::indexer
