#include "indexer/build/batches.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "indexer/run/stopped.h"

namespace warraq::indexer {

unsigned wanted_jobs(const RunOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

std::size_t run_batches(ArticleSource& source, Pipeline& pipeline, std::size_t batch_bytes) {
  std::size_t submitted = 0;
  Batch batch;
  const auto submit = [&] {
    source.count_replaced(drop_replaced(batch));
    batch.number = submitted++;
    pipeline.submit(std::exchange(batch, Batch{}));
  };
  while (auto article = source.next()) {
    batch.add(std::move(*article));
    if (batch.is_full(batch_bytes)) submit();
  }
  if (source.stopped()) throw Stopped();
  if (!batch.articles.empty()) submit();
  source.report_finishing();
  pipeline.finish();
  return submitted;
}

}  // namespace warraq::indexer
