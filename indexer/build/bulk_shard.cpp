#include "indexer/build/make_shard.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "indexer/build/batches.h"
#include "indexer/build/train_dictionary.h"
#include "indexer/duplicates/group.h"
#include "indexer/invert/drop_replaced.h"
#include "indexer/invert/inverter.h"
#include "indexer/invert/merge_runs.h"
#include "indexer/run/stopped.h"
#include "indexer/terms/article_terms.h"
#include "indexer/words/stored_words.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// Larger ones make fewer runs to merge; smaller ones stay nearer to the processor.
constexpr std::size_t kMaxBatchBytes = std::size_t{16} << 20;
// What an article takes besides its bytes while it waits.
constexpr std::size_t kMemoryForWaitingByte = 2;

/// How `--memory` is shared out: a quarter for batches that wait, the rest for inverting.
struct Budget {
  explicit Budget(const RunOptions& options)
      : jobs(wanted_jobs(options)),
        waiting(options.memory_bytes / 4),
        inverter((options.memory_bytes - waiting) / jobs),
        batch(std::min(waiting / (kMemoryForWaitingByte * (jobs + 1)), kMaxBatchBytes)) {}

  unsigned jobs;
  std::size_t waiting;
  std::size_t inverter;
  std::size_t batch;  ///< bytes of articles
};

/// Runs in the order of their articles, whichever was done first. Safe to add to from many threads.
class Runs {
 public:
  void add(std::size_t batch, std::vector<Run> runs) {
    const std::scoped_lock lock(mutex_);
    runs_.emplace(batch, std::move(runs));
  }
  [[nodiscard]] std::vector<Run> take() {
    std::vector<Run> all;
    for (auto& [batch, runs] : runs_) {
      for (Run& run : runs) all.push_back(std::move(run));
    }
    return all;
  }

 private:
  std::mutex mutex_;
  std::map<std::size_t, std::vector<Run>> runs_;
};

/// What all batches are inverted with.
struct Inversion {
  const fs::path& work;
  const analyzers::Analyzer& analyzer;
  const archive::TextDictionary* dictionary;  ///< or null
  std::size_t memory;
  const std::stop_token& stop;
};

// One run, or more where the articles have so many different words that memory would not do.
std::vector<Run> invert(const Batch& batch, const Inversion& inversion) {
  std::vector<Run> runs;
  auto article = batch.articles.begin();
  while (article != batch.articles.end()) {
    Inverter inverter(inversion.analyzer, inversion.dictionary);
    do {
      if (inversion.stop.stop_requested()) throw Stopped();
      inverter.add(*article++);
    } while (article != batch.articles.end() && inverter.memory() < inversion.memory);
    runs.push_back(inverter.write(inversion.work / ("run-" + std::to_string(batch.number) + "-" +
                                                    std::to_string(runs.size()))));
  }
  return runs;
}

DuplicateGroups find_duplicates(const std::vector<Run>& runs, const fs::path& work,
                                std::size_t memory, const std::stop_token& stop) {
  DuplicateFinder finder(work, memory);
  for (const Run& run : runs) {
    InputStream sketches(run.sketches());
    for (std::uint32_t left = run.documents; left > 0; --left) finder.add(get_sketch(sketches));
    fs::remove(run.sketches());
  }
  return finder.find(stop);
}

}  // namespace

std::optional<MadeShard> make_shard_in_bulk(const fs::path& work, ArticleSource& source,
                                            const analyzers::Analyzer& analyzer,
                                            const RunOptions& options) {
  const Budget budget(options);
  const auto trained = train_dictionary(source);
  const archive::TextDictionary* dictionary = trained ? &*trained : nullptr;
  const Inversion inversion{work, analyzer, dictionary, budget.inverter, options.stop};
  Runs done;
  {
    Pipeline pipeline(budget.jobs, budget.waiting, kMemoryForWaitingByte, [&](const Batch& batch) {
      done.add(batch.number, invert(batch, inversion));
    });
    run_batches(source, pipeline, budget.batch);
  }
  std::vector<Run> runs = done.take();
  if (runs.empty()) return std::nullopt;
  StoredWords stored(analyzer);
  if (dictionary != nullptr) stored.add_dictionary(dictionary->bytes());
  source.count_replaced(drop_replaced(runs, work, stored, options.stop));
  const DuplicateGroups duplicates =
      find_duplicates(runs, work, options.memory_bytes / 4, options.stop);
  fs::path shard = work / "shard";
  write_database(std::move(runs), dictionary, duplicates, shard, budget.jobs, options.stop);
  return MadeShard{std::move(shard), duplicates.by_document()};
}

void rehearse(ArticleSource& source, const analyzers::Analyzer& analyzer,
              const RunOptions& options) {
  const Budget budget(options);
  Pipeline pipeline(budget.jobs, budget.waiting, kMemoryForWaitingByte, [&](const Batch& batch) {
    TermMaker terms(analyzer);
    for (const corpus::Article& article : batch.articles) static_cast<void>(terms.make(article));
  });
  run_batches(source, pipeline, budget.batch);
}

}  // namespace warraq::indexer
