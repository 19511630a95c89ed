#include "indexer/build/pipeline.h"

#include <system_error>
#include <utility>

namespace warraq::indexer {
Pipeline::Pipeline(unsigned workers, std::size_t memory_bytes, std::size_t memory_for_one_byte,
                   Work work)
    : budget_(memory_bytes), memory_for_one_byte_(memory_for_one_byte), work_(std::move(work)) {
  workers_.reserve(workers);
  try {
    for (unsigned worker = 0; worker < workers; ++worker) {
      workers_.emplace_back([this] { run_worker(); });
    }
  } catch (const std::system_error&) {
    // The system gives no more threads: those that it gave do the work.
    if (workers_.empty()) throw;
  }
}

Pipeline::~Pipeline() {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.clear();
    closing_ = true;
  }
  changed_.notify_all();
}

void Pipeline::submit(Batch batch) {
  const std::size_t cost = cost_of(batch);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || in_use_ == 0 || in_use_ + cost <= budget_; });
  throw_failure();
  in_use_ += cost;
  waiting_.push_back(std::move(batch));
  lock.unlock();
  changed_.notify_all();
}

void Pipeline::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || in_use_ == 0; });
  throw_failure();
}

void Pipeline::throw_failure() {
  if (failure_) std::rethrow_exception(failure_);
}

void Pipeline::run_worker() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::size_t cost = 0;
    std::exception_ptr failure;
    {
      const Batch batch = std::move(waiting_.front());
      waiting_.pop_front();
      cost = cost_of(batch);
      lock.unlock();
      try {
        work_(batch);
      } catch (...) {
        failure = std::current_exception();
      }
    }
    lock.lock();
    in_use_ -= cost;
    if (failure && !failure_) failure_ = failure;
    lock.unlock();
    changed_.notify_all();
  }
}

}  // namespace warraq::indexer
