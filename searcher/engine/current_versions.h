// The documents of an archive that no other version took the place of, as a filter for the matcher.
#pragma once

#include <xapian.h>
#include <cstddef>

#include "indexer/archive/open_archive.h"

namespace warraq::searcher {

/// Matches every document of an archive's databases that is not superseded. As the filter of a
/// query it is asked about the query's own candidates only.
///
/// A posting source and not a match decider, because a decider is shown a document's number in its
/// own database and not which database that is. It works on local databases only.
class CurrentVersions final : public Xapian::PostingSource {
 public:
  /// `archive` must outlive the query.
  explicit CurrentVersions(const archive::OpenArchive& archive);

  [[nodiscard]] Xapian::PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return current_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return current_; }

 private:
  void pass_superseded();

  const archive::OpenArchive& archive_;
  std::size_t database_ = 0;  // which of the archive's this one reads
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid current_ = 0;
};

}  // namespace warraq::searcher
