#include "indexer/build/make_shard.h"

#include <malloc.h>

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

// Always the same, so that the archive depends on the input alone and not on threads or memory.
// Smaller ones are faster, because the tables that Xapian fills for a batch then stay near the
// processor; but each leaves chunks of its own in every posting list, which merging only puts in a
// row. ARCHIVE.md has the measurement.
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;

// A batch with so large an article in it may have taken gigabytes, in small pieces that the
// allocator would keep for this thread.
constexpr std::size_t kLargeBatchBytes = 2 * kBatchBytes;

// No more than can work at the same time: an idle thread keeps memory that it used before.
unsigned worker_count(const RunOptions& options) {
  const std::size_t wanted =
      options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t affordable = options.memory_bytes / (kBatchBytes * kMemoryForOneByte);
  return static_cast<unsigned>(std::clamp<std::size_t>(affordable, 1, wanted));
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

// The term maker is the batch's own: after one huge article its buffers would stay as large.
void write_segment(const std::filesystem::path& folder, const analyzers::Analyzer& analyzer,
                   const Batch& batch, const std::stop_token& stop) {
  TermMaker terms(analyzer);
  const auto segment = make_xapian_segment(folder);
  for (const corpus::Article& article : batch.articles) {
    // Reading may be far ahead: whoever stops the run does not wait for what was read already.
    if (stop.stop_requested()) throw Stopped();
    segment->add(terms.make(article));
  }
  segment->finish();
}

}  // namespace

std::optional<std::filesystem::path> make_shard(const std::filesystem::path& work,
                                                ArticleSource& source,
                                                const analyzers::Analyzer& analyzer,
                                                const RunOptions& options) {
  std::vector<std::filesystem::path> segments;
  {
    Pipeline pipeline(worker_count(options), options.memory_bytes, [&](const Batch& batch) {
      write_segment(segment_path(work, batch.number), analyzer, batch, options.stop);
      if (batch.bytes > kLargeBatchBytes) malloc_trim(0);
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
  Pipeline pipeline(worker_count(options), options.memory_bytes, [&](const Batch& batch) {
    TermMaker terms(analyzer);
    for (const corpus::Article& article : batch.articles) static_cast<void>(terms.make(article));
  });
  run_batches(source, pipeline);
}

}  // namespace warraq::indexer
