#include "indexer/build/pipeline.h"

#include <system_error>
#include <utility>

namespace warraq::indexer {
Pipeline::Pipeline(unsigned threads, std::size_t memory_bytes, std::size_t memory_for_one_byte,
                   Work work)
    : budget_(memory_bytes), memory_for_one_byte_(memory_for_one_byte), work_(std::move(work)) {
  workers_.reserve(threads);
  try {
    for (unsigned worker = 1; worker < threads; ++worker) {
      workers_.emplace_back([this] { run_worker(); });
    }
  } catch (const std::system_error&) {
    // The system gives no more threads: those that it gave do the work.
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
  work_while(lock, [&] { return in_use_ != 0 && in_use_ + cost > budget_; });
  in_use_ += cost;
  waiting_.push_back(std::move(batch));
  changed_.notify_all();
  // Alone there is nothing to read ahead for.
  if (workers_.empty()) work_while(lock, [&] { return in_use_ != 0; });
}

void Pipeline::finish() {
  std::unique_lock lock(mutex_);
  work_while(lock, [&] { return in_use_ != 0; });
}

template <typename Condition>
void Pipeline::work_while(std::unique_lock<std::mutex>& lock, Condition is_needed) {
  while (!failure_ && is_needed()) {
    if (waiting_.empty()) {
      changed_.wait(lock);
    } else {
      work_on_next(lock);
    }
  }
  if (failure_) std::rethrow_exception(failure_);
}

void Pipeline::run_worker() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    work_on_next(lock);
  }
}

void Pipeline::work_on_next(std::unique_lock<std::mutex>& lock) {
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
  changed_.notify_all();
}

}  // namespace warraq::indexer
