#include "indexer/archive/open_archive.h"
#include "indexer/update/live_writer.h"
#include "indexer/update/opened_for_writing.h"
#include "indexer/write/errors.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

DeleteResult remove(const std::filesystem::path& archive, const std::vector<std::string>& ids) {
  return with_writing_errors(archive, [&] {
    const OpenedForWriting opened(archive);
    LiveWriter live(archive, opened.manifest());
    DeleteResult result;
    for (const std::string& id : ids) {
      if (live.remove(id)) {
        ++result.deleted;
      } else {
        result.not_found.push_back(id);
      }
    }
    if (result.deleted != 0) live.commit();
    return result;
  });
}

}  // namespace warraq::indexer
