// The reading side of a run, the same for build and add: inputs to articles, counted, with
// rejections and progress handed to the caller and the wish to stop looked at.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/run/held_articles.h"
#include "indexer/run/repeated_ids.h"
#include "warraq/corpus/furniture.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

/// Not thread-safe; `options` must outlive it.
class ArticleSource {
 public:
  /// `furniture` has counted what came before this run.
  ArticleSource(const std::vector<std::string>& inputs, const RunOptions& options,
                corpus::FurnitureCounter furniture = corpus::FurnitureCounter());
  /// Of records that come from no file; `records` must outlive it.
  ArticleSource(corpus::Reader& records, const RunOptions& options,
                corpus::FurnitureCounter furniture = corpus::FurnitureCounter());

  /// The next article; nothing at the end of the inputs, or once stopped() and what was counted
  /// before is given. The first articles of each source wait until its furniture can be told
  /// (held_articles.h), so that sources are not quite in the order of the inputs.
  [[nodiscard]] std::optional<corpus::Article> next();

  /// The articles that come next, as many as take `bytes` in memory, or a little more: read and
  /// counted now, and given by next() all the same. Valid until then.
  [[nodiscard]] const std::deque<corpus::Article>& look_ahead(std::size_t bytes);

  /// Asked to stop, or a record was rejected and that was to stop the run.
  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] const archive::ReadingCounts& counts() const { return counts_; }
  [[nodiscard]] const IngestReport& report() const { return report_; }
  [[nodiscard]] const corpus::FurnitureCounter& furniture() const { return furniture_; }
  void count_replaced(std::uint64_t articles) { counts_.replaced += articles; }
  /// An article of the source of this name that joined the group of an earlier near duplicate.
  void count_grouped(std::string_view source);
  /// Tells the caller that all input was read.
  void report_finishing();

 private:
  [[nodiscard]] std::optional<corpus::Article> read();
  [[nodiscard]] std::optional<corpus::Article> read_record();
  [[nodiscard]] std::optional<corpus::Article> released();
  void reject(const corpus::Rejection& rejection);
  void count(const corpus::ReadArticle& read);
  void notice(const corpus::ReadArticle& read);
  void report_now_and_then();
  void report_progress(bool finishing);

  const RunOptions& options_;
  archive::ReadingCounts counts_;
  IngestReport report_;
  std::unique_ptr<corpus::CorpusReader> files_;  ///< null where records come from none
  corpus::Reader& reader_;
  corpus::FurnitureCounter furniture_;
  HeldArticles held_;
  std::deque<corpus::Article> ahead_;
  RepeatedIds ids_;
  std::chrono::steady_clock::time_point next_report_;
  bool stopped_ = false;
};

}  // namespace warraq::indexer
