// Threads that take jobs from a bounded queue, each with a responder of its own.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

struct Job;

class WorkerPool {
 public:
  /// How much there is of everything.
  struct Size {
    unsigned threads = 1;
    std::size_t queue = 1;       ///< jobs that wait, at the most
    std::size_t per_client = 0;  ///< threads that one client has at once, at the most; 0: all
  };
  /// `work` answers a job and throws nothing. Throws what `make_responder` throws.
  WorkerPool(const Size& size, const std::function<std::unique_ptr<Responder>()>& make_responder,
             std::function<void(const std::shared_ptr<Job>&, Responder&)> work);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False where the queue is full, or where clients are told apart, half full of this one's.
  [[nodiscard]] bool offer(std::shared_ptr<Job> job);
  /// Takes `job` out of the queue. False where a worker has it already.
  [[nodiscard]] bool withdraw(const std::shared_ptr<Job>& job);
  /// Drops what waits, and returns when the workers are done with what they had.
  void stop();

  [[nodiscard]] unsigned size() const { return static_cast<unsigned>(responders_.size()); }
  [[nodiscard]] std::size_t queued() const;
  [[nodiscard]] std::size_t busy() const { return busy_; }

 private:
  using Jobs = std::deque<std::shared_ptr<Job>>;

  void run(Responder& responder);
  [[nodiscard]] bool has_room(const std::string& client) const;
  [[nodiscard]] Jobs::iterator next();

  const Size size_;
  const std::function<void(const std::shared_ptr<Job>&, Responder&)> work_;
  mutable std::mutex mutex_;
  std::condition_variable offered_;
  Jobs jobs_;
  std::map<std::string, std::size_t> held_;  ///< threads, by client; of those that have any
  bool stopped_ = false;
  std::atomic<std::size_t> busy_ = 0;
  std::vector<std::unique_ptr<Responder>> responders_;
  std::vector<std::thread> threads_;
};

}  // namespace warraq::searcher::serve
