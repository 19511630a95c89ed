#include "searcher/serve/archive_watch.h"

#include <chrono>
#include <exception>
#include <utility>

namespace warraq::searcher::serve {
namespace {

constexpr std::chrono::seconds kPeriod{1};

}  // namespace

ArchiveWatch::ArchiveWatch(std::filesystem::path archive) : archive_(std::move(archive)) {
  searcher_.emplace(archive_);
  look();
  thread_ = std::thread([this] { run(); });
}

ArchiveWatch::~ArchiveWatch() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  stop_.notify_one();
  thread_.join();
}

ArchiveFigures ArchiveWatch::figures() const {
  const std::scoped_lock lock(mutex_);
  return figures_;
}

void ArchiveWatch::run() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, kPeriod, [this] { return stopped_; })) {
    lock.unlock();
    try {
      if (searcher_) {
        searcher_->refresh();
      } else {
        searcher_.emplace(archive_);
      }
      look();
    } catch (const std::exception& /*error*/) {
      searcher_.reset();
      const std::scoped_lock relocked(mutex_);
      figures_.readable = false;
    }
    lock.lock();
  }
}

void ArchiveWatch::look() {
  ArchiveFigures seen{true, 0, searcher_->state()};
  const ArchiveFigures before = figures();
  if (before.readable && before.state == seen.state) return;
  seen.articles = searcher_->facets({}, {}, 1).total;
  const std::scoped_lock lock(mutex_);
  figures_ = std::move(seen);
}

}  // namespace warraq::searcher::serve
