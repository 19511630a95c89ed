#include "indexer/build/make_shard.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/build/merge_segments.h"
#include "indexer/build/pipeline.h"
#include "indexer/build/segment_writer.h"
#include "indexer/write/merge.h"

namespace warraq::indexer {
namespace {

// Always the same, so that the archive depends on the input alone and not on threads or memory; and
// small, because the tables that Xapian fills for a batch are then still in the processor's cache
// (7.8 s of CPU for a corpus that takes 12.0 s in batches of 8 MB).
constexpr std::size_t kBatchBytes = std::size_t{512} << 10;

unsigned worker_count(const RunOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

// One for each worker thread.
std::vector<TermMaker> make_term_makers(const analyzers::Analyzer& analyzer, unsigned workers) {
  std::vector<TermMaker> makers;
  for (unsigned worker = 0; worker < workers; ++worker) makers.emplace_back(analyzer);
  return makers;
}

// Hands all articles to the pipeline and waits until it has done with them. Returns the number of
// batches.
std::size_t run_batches(ArticleSource& source, Pipeline& pipeline) {
  std::size_t submitted = 0;
  Batch batch;
  const auto submit = [&] {
    source.count_replaced(drop_replaced(batch));
    batch.number = submitted++;
    pipeline.submit(std::exchange(batch, Batch{}));
  };
  while (auto article = source.next()) {
    batch.add(std::move(*article));
    if (batch.is_full(kBatchBytes)) submit();
  }
  if (source.stopped()) throw Stopped();
  if (!batch.articles.empty()) submit();
  source.report_finishing();
  pipeline.finish();
  return submitted;
}

std::filesystem::path segment_path(const std::filesystem::path& folder, std::size_t number) {
  return folder / ("segment-" + std::to_string(number));
}

void write_segment(const std::filesystem::path& folder, TermMaker& terms, const Batch& batch) {
  const auto segment = make_xapian_segment(folder);
  for (const corpus::Article& article : batch.articles) segment->add(terms.make(article));
  segment->finish();
}

}  // namespace

std::optional<std::filesystem::path> make_shard(const std::filesystem::path& work,
                                                ArticleSource& source,
                                                const analyzers::Analyzer& analyzer,
                                                const RunOptions& options) {
  const unsigned workers = worker_count(options);
  std::vector<TermMaker> term_makers = make_term_makers(analyzer, workers);
  std::vector<std::filesystem::path> segments;
  {
    Pipeline pipeline(workers, options.memory_bytes, [&](unsigned worker, const Batch& batch) {
      write_segment(segment_path(work, batch.number), term_makers[worker], batch);
    });
    const std::size_t count = run_batches(source, pipeline);
    for (std::size_t number = 0; number < count; ++number) {
      segments.push_back(segment_path(work, number));
    }
  }
  if (segments.empty()) return std::nullopt;
  std::filesystem::path shard = work / "shard";
  source.count_replaced(merge_segments(std::move(segments), shard, options.stop));
  return shard;
}

void rehearse(ArticleSource& source, const analyzers::Analyzer& analyzer,
              const RunOptions& options) {
  const unsigned workers = worker_count(options);
  std::vector<TermMaker> term_makers = make_term_makers(analyzer, workers);
  Pipeline pipeline(workers, options.memory_bytes, [&](unsigned worker, const Batch& batch) {
    for (const corpus::Article& article : batch.articles) {
      static_cast<void>(term_makers[worker].make(article));
    }
  });
  run_batches(source, pipeline);
}

}  // namespace warraq::indexer
