#include "indexer/build/make_shard.h"

#include <malloc.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/batches.h"
#include "indexer/build/group_duplicates.h"
#include "indexer/build/merge_segments.h"
#include "indexer/build/segment_writer.h"
#include "indexer/build/train_dictionary.h"
#include "indexer/run/stopped.h"
#include "indexer/write/vocabulary_file.h"

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

/// A batch's cost in memory, for each of its bytes, while its work is done: measured on news, where
/// words come again; ARCHIVE.md has the figures.
constexpr std::size_t kMemoryForOneByte = 20;

// No more than can work at the same time: an idle thread keeps memory that it used before.
unsigned worker_count(const RunOptions& options) {
  const std::size_t affordable = options.memory_bytes / (kBatchBytes * kMemoryForOneByte);
  return static_cast<unsigned>(std::clamp<std::size_t>(affordable, 1, wanted_jobs(options)));
}

std::filesystem::path segment_path(const std::filesystem::path& folder, std::size_t number) {
  return folder / ("segment-" + std::to_string(number));
}

// The term maker is the batch's own: after one huge article its buffers would stay as large.
void write_segment(const std::filesystem::path& folder, const analyzers::Analyzer& analyzer,
                   const archive::TextDictionary* dictionary, const Batch& batch,
                   const std::stop_token& stop) {
  TermMaker terms(analyzer);
  const auto segment = make_xapian_segment(folder, dictionary);
  for (const corpus::Article& article : batch.articles) {
    // Reading may be far ahead: whoever stops the run does not wait for what was read already.
    if (stop.stop_requested()) throw Stopped();
    segment->add(terms.make(article));
  }
  segment->finish();
}

}  // namespace

std::optional<MadeShard> make_shard_through_xapian(const std::filesystem::path& work,
                                                   ArticleSource& source,
                                                   const analyzers::Analyzer& analyzer,
                                                   const RunOptions& options) {
  const auto trained = train_dictionary(source);
  const archive::TextDictionary* dictionary = trained ? &*trained : nullptr;
  std::vector<std::filesystem::path> segments;
  {
    Pipeline pipeline(worker_count(options), options.memory_bytes, kMemoryForOneByte,
                      [&](const Batch& batch) {
                        write_segment(segment_path(work, batch.number), analyzer, dictionary, batch,
                                      options.stop);
                        if (batch.bytes > kLargeBatchBytes) malloc_trim(0);
                      });
    const std::size_t count = run_batches(source, pipeline, kBatchBytes);
    for (std::size_t number = 0; number < count; ++number) {
      segments.push_back(segment_path(work, number));
    }
  }
  if (segments.empty()) return std::nullopt;
  std::filesystem::path shard = work / "shard";
  source.count_replaced(merge_segments(std::move(segments), shard, options.stop));
  group_duplicates(shard, work, options.memory_bytes / 4, options.stop);
  write_vocabulary(
      count_stored_words(shard, work, "words", analyzer, options.memory_bytes / 4, options.stop),
      shard, options.stop);
  return MadeShard{std::move(shard), {}};
}

}  // namespace warraq::indexer
