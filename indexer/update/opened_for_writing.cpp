#include "indexer/update/opened_for_writing.h"

#include "indexer/archive/manifest_file.h"
#include "indexer/archive/open_archive.h"
#include "indexer/write/archive_folder.h"

namespace warraq::indexer {

OpenedForWriting::OpenedForWriting(const std::filesystem::path& archive) {
  // First without the lock, whose file would be made in a folder that is no archive.
  archive::require_same_analysis(archive::read_manifest(archive), analyzer_.fingerprint());
  lock_.emplace(archive);
  manifest_ = archive::read_manifest(archive);
  archive::require_same_analysis(manifest_, analyzer_.fingerprint());
  // What archive.json does not name may be all there is, where an old one was put back: nothing is
  // removed before everything that it names has been opened.
  archive::OpenArchive(archive, analyzer_.fingerprint());
  remove_rubble(archive, manifest_);
}

}  // namespace warraq::indexer
