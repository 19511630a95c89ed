// Batches made by one thread and worked on by several, that one among them, within a budget of
// memory.
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

/// submit() and finish() are for one thread. It works too, whenever it is so far ahead of the
/// others that it would have to wait: so many threads as were asked for are busy, and no more.
class Pipeline {
 public:
  /// Called in any of the threads, one batch at a time in each, batches in any order.
  using Work = std::function<void(const Batch& batch)>;

  /// `memory_for_one_byte`: what a batch takes for each of its bytes until its work is done.
  Pipeline(unsigned threads, std::size_t memory_bytes, std::size_t memory_for_one_byte, Work work);
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;
  /// Drops what was not begun and waits for what was.
  ~Pipeline();

  /// Works, or waits, until the budget has room: a batch larger than all of it goes alone. Throws
  /// what the work threw.
  void submit(Batch batch);
  /// Works until all is done. Throws what the work threw.
  void finish();

 private:
  void run_worker();
  /// On a batch that waits. Takes and leaves the mutex locked.
  void work_on_next(std::unique_lock<std::mutex>& lock);
  /// Works, or waits where none does, as long as `is_needed()`.
  template <typename Condition>
  void work_while(std::unique_lock<std::mutex>& lock, Condition is_needed);
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
