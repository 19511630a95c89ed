// Articles in which a phrase or word stands, told from their streams of words, as a filter for the
// matcher.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <string>

#include "indexer/archive/open_archive.h"
#include "searcher/query/stream_phrase.h"

namespace warraq::searcher {

/// Matches the documents whose stream holds `phrase`. As the filter of a query of its words it is
/// asked about those documents only. A posting source and not a match decider, so that it may stand
/// anywhere in a query, and for several phrases. It works on local databases only.
class StreamSource final : public Xapian::PostingSource {
 public:
  /// `archive` must outlive the query. `shown` stands for the phrase in descriptions.
  StreamSource(const archive::OpenArchive& archive, StreamPhrase phrase, std::string shown);

  [[nodiscard]] Xapian::PostingSource* clone() const override;
  void init(const Xapian::Database& database) override;
  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return documents_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return current_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return current_; }
  [[nodiscard]] std::string get_description() const override;

 private:
  [[nodiscard]] bool stands_in(Xapian::docid document);

  const archive::OpenArchive& archive_;
  StreamPhrase phrase_;
  std::string shown_;
  std::string storage_;
  std::size_t database_ = 0;  // which of the archive's this one reads
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid current_ = 0;
};

}  // namespace warraq::searcher
