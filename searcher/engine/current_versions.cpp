#include "searcher/engine/current_versions.h"

#include <algorithm>

#include "indexer/archive/combined.h"

namespace warraq::searcher {

CurrentVersions::CurrentVersions(const archive::OpenArchive& archive) : archive_(archive) {}

// Xapian owns what this returns.
Xapian::PostingSource* CurrentVersions::clone() const { return new CurrentVersions(archive_); }

void CurrentVersions::init(const Xapian::Database& database) {
  database_ = archive_.index_of(database);
  documents_ = archive_.current_documents(database_, database.get_doccount());
  last_ = database.get_lastdocid();
  current_ = 0;
}

void CurrentVersions::next(double /*min_weight*/) {
  ++current_;
  pass_superseded();
}

void CurrentVersions::skip_to(Xapian::docid document, double /*min_weight*/) {
  current_ = std::max(current_, document);
  pass_superseded();
}

// Numbers that no document has do no harm: the query's own documents are what counts.
void CurrentVersions::pass_superseded() {
  const auto in_all = [this](Xapian::docid document) {
    return archive::number_among(archive_.databases().size(), {database_, document});
  };
  while (current_ <= last_ && archive_.is_superseded(in_all(current_))) ++current_;
}

}  // namespace warraq::searcher
