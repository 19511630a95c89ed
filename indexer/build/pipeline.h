// Batches handed from one thread that reads to several that work, within a budget of memory.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "indexer/build/batch.h"

namespace warraq::indexer {

/// A batch's cost in memory, for each of its bytes, while its work is done: measured on news, where
/// words come again; ARCHIVE.md has the figures.
inline constexpr std::size_t kMemoryForOneByte = 20;

/// submit() and finish() are for one thread.
class Pipeline {
 public:
  /// Called in the worker threads, one batch at a time in each, batches in any order.
  using Work = std::function<void(const Batch& batch)>;

  Pipeline(unsigned workers, std::size_t memory_bytes, Work work);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  /// Drops what was not begun and waits for what was.
  ~Pipeline();

  /// Waits until the budget has room: a batch larger than all of it goes alone. Throws what a
  /// worker threw.
  void submit(Batch batch);
  /// Waits until all is done. Throws what a worker threw.
  void finish();

 private:
  void run_worker();
  void throw_failure();

  const std::size_t budget_;
  const Work work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::size_t in_use_ = 0;
  bool closing_ = false;
  std::exception_ptr failure_;
  std::vector<std::jthread> workers_;
};

}  // namespace warraq::indexer
