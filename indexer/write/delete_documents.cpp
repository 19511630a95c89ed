#include "indexer/write/delete_documents.h"

namespace warraq::indexer {
namespace {

constexpr std::size_t kDeletionsInOneCommit = 2'000;

}  // namespace

void delete_documents(const std::filesystem::path& folder,
                      const std::vector<Xapian::docid>& documents) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  std::size_t deleted = 0;
  for (const Xapian::docid document : documents) {
    database.delete_document(document);
    if (++deleted % kDeletionsInOneCommit == 0) database.commit();
  }
  database.commit();
}

}  // namespace warraq::indexer
