#include "searcher/engine/current_versions.h"

#include <algorithm>
#include <sstream>

#include "indexer/archive/combined.h"

namespace warraq::searcher {
namespace {

// Xapian gives the unique id of several databases as theirs, in order, with colons between them.
std::vector<std::string> unique_ids(const Xapian::Database& database) {
  std::istringstream ids(database.get_uuid());
  std::vector<std::string> result;
  for (std::string id; std::getline(ids, id, ':');) result.push_back(id);
  return result;
}

}  // namespace

CurrentVersions::CurrentVersions(const archive::OpenArchive& archive)
    : archive_(archive), databases_(unique_ids(archive.database())) {}

// Xapian owns what this returns.
Xapian::PostingSource* CurrentVersions::clone() const { return new CurrentVersions(archive_); }

void CurrentVersions::init(const Xapian::Database& database) {
  const auto found = std::find(databases_.begin(), databases_.end(), database.get_uuid());
  if (found == databases_.end()) throw Xapian::DatabaseCorruptError("a database without its id");
  database_ = static_cast<std::size_t>(found - databases_.begin());
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
    return archive::number_among(databases_.size(), {database_, document});
  };
  while (current_ <= last_ && archive_.is_superseded(in_all(current_))) ++current_;
}

}  // namespace warraq::searcher
