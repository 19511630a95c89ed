#include "indexer/archive/files.h"
#include "indexer/archive/open_archive.h"
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
    result.bytes = archive::bytes_on_disk(archive);
    for (const archive::OpenedDatabase& database : opened.databases()) {
      const std::size_t place = result.databases.size();
      result.databases.push_back({database.folder, database.documents,
                                  opened.superseded_in(place).size(),
                                  archive::bytes_on_disk(archive / database.folder)});
    }
    return result;
  });
}

}  // namespace warraq::indexer
