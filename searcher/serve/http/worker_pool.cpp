#include "searcher/serve/http/worker_pool.h"

#include <algorithm>
#include <utility>

#include "searcher/serve/http/job.h"

namespace warraq::searcher::serve {

WorkerPool::WorkerPool(const Size& size,
                       const std::function<std::unique_ptr<Responder>()>& make_responder,
                       std::function<void(const std::shared_ptr<Job>&, Responder&)> work)
    : size_(size), work_(std::move(work)) {
  for (unsigned i = 0; i < size.threads; ++i) responders_.push_back(make_responder());
  for (const auto& responder : responders_) {
    threads_.emplace_back([this, &responder = *responder] { run(responder); });
  }
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::offer(std::shared_ptr<Job> job) {
  {
    const std::scoped_lock lock(mutex_);
    if (stopped_ || !has_room(job->client)) return false;
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
  Jobs dropped;
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

bool WorkerPool::has_room(const std::string& client) const {
  if (jobs_.size() >= size_.queue) return false;
  if (size_.per_client == 0) return true;
  const auto waiting = std::count_if(jobs_.begin(), jobs_.end(),
                                     [&](const auto& job) { return job->client == client; });
  return static_cast<std::size_t>(waiting) < std::max<std::size_t>(1, size_.queue / 2);
}

// The longest waiting one of a client that may have another thread.
WorkerPool::Jobs::iterator WorkerPool::next() {
  if (size_.per_client == 0) return jobs_.begin();
  return std::find_if(jobs_.begin(), jobs_.end(), [this](const auto& job) {
    const auto held = held_.find(job->client);
    return held == held_.end() || held->second < size_.per_client;
  });
}

void WorkerPool::run(Responder& responder) {
  std::unique_lock lock(mutex_);
  for (;;) {
    Jobs::iterator place;
    offered_.wait(lock, [&] { return stopped_ || (place = next()) != jobs_.end(); });
    if (stopped_) return;
    std::shared_ptr<Job> job = std::move(*place);
    jobs_.erase(place);
    const auto held = held_.try_emplace(job->client, 0).first;
    ++held->second;
    ++busy_;
    lock.unlock();
    work_(job, responder);
    job.reset();
    lock.lock();
    --busy_;
    // The thread itself takes what may have waited for this.
    if (--held->second == 0) held_.erase(held);
  }
}

}  // namespace warraq::searcher::serve
