#include <xapian.h>
#include <string>

#include "indexer/archive/layout.h"
#include "indexer/archive/open_archive.h"
#include "indexer/write/archive_folder.h"
#include "indexer/write/errors.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

ArchiveInfo info(const std::filesystem::path& archive) {
  return with_writing_errors(archive, [&] {
    const archive::OpenArchive opened(archive, analyzers::Analyzer().fingerprint());
    ArchiveInfo result;
    result.manifest = opened.manifest();
    result.articles = opened.article_count();
    result.bytes = bytes_on_disk(archive);
    std::uint64_t in_shards = 0;
    for (std::size_t shard = 0; shard < result.manifest.shards.size(); ++shard) {
      const std::string& folder = result.manifest.shards[shard];
      const Xapian::Database database((archive / folder).string());
      result.databases.push_back({folder, database.get_doccount(),
                                  opened.superseded()[shard].size(),
                                  bytes_on_disk(archive / folder)});
      in_shards += database.get_doccount();
    }
    if (opened.has_live()) {
      const std::string folder(archive::kLiveFolder);
      result.databases.push_back({folder, opened.database().get_doccount() - in_shards, 0,
                                  bytes_on_disk(archive / folder)});
    }
    return result;
  });
}

}  // namespace warraq::indexer
