#include "searcher/serve/http/worker_pool.h"

#include <algorithm>
#include <utility>

namespace warraq::searcher::serve {

WorkerPool::WorkerPool(unsigned threads, std::size_t queue,
                       const std::function<std::unique_ptr<Responder>()>& make_responder,
                       std::function<void(const std::shared_ptr<Job>&, Responder&)> work)
    : most_(queue), work_(std::move(work)) {
  for (unsigned i = 0; i < threads; ++i) responders_.push_back(make_responder());
  for (const auto& responder : responders_) {
    threads_.emplace_back([this, &responder = *responder] { run(responder); });
  }
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::offer(std::shared_ptr<Job> job) {
  {
    const std::scoped_lock lock(mutex_);
    if (stopped_ || jobs_.size() >= most_) return false;
    jobs_.push_back(std::move(job));
  }
  offered_.notify_one();
  return true;
}

bool WorkerPool::withdraw(const std::shared_ptr<Job>& job) {
  const std::scoped_lock lock(mutex_);
  const auto place = std::find(jobs_.begin(), jobs_.end(), job);
  if (place == jobs_.end()) return false;
  jobs_.erase(place);
  return true;
}

void WorkerPool::stop() {
  std::deque<std::shared_ptr<Job>> dropped;
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
    dropped.swap(jobs_);
  }
  offered_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

std::size_t WorkerPool::queued() const {
  const std::scoped_lock lock(mutex_);
  return jobs_.size();
}

void WorkerPool::run(Responder& responder) {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      offered_.wait(lock, [this] { return stopped_ || !jobs_.empty(); });
      if (stopped_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    ++busy_;
    work_(job, responder);
    --busy_;
  }
}

}  // namespace warraq::searcher::serve
