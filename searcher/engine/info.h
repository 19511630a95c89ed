// What an archive holds, in figures.
#pragma once

#include "indexer/archive/open_archive.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Reads every article's values and every term once: seconds for millions of articles. Throws what
/// Xapian throws.
[[nodiscard]] ArchiveInfo describe_archive(const archive::OpenArchive& archive);

}  // namespace warraq::searcher
