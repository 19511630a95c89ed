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

/// submit() and finish() are for one thread.
class Pipeline {
 public:
  /// Called in the worker threads, one batch at a time in each, batches in any order.
  using Work = std::function<void(const Batch& batch)>;

  /// `memory_for_one_byte`: what a batch takes for each of its bytes until its work is done.
  Pipeline(unsigned workers, std::size_t memory_bytes, std::size_t memory_for_one_byte, Work work);
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
  [[nodiscard]] std::size_t cost_of(const Batch& batch) const {
    return batch.bytes * memory_for_one_byte_;
  }

  const std::size_t budget_;
  const std::size_t memory_for_one_byte_;
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
