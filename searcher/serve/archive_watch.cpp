#include "searcher/serve/archive_watch.h"

#include <chrono>
#include <exception>
#include <utility>
#include <vector>

namespace warraq::searcher::serve {
namespace {

constexpr std::chrono::seconds kPeriod{1};

// Reads a little of each of the archive's files: a usual word, and an article that has it.
void try_out(Searcher& searcher) {
  const std::vector<Completion> usual = searcher.suggest("ال", 1);
  if (usual.empty()) return;
  Request request;
  request.query = usual.front().text;
  request.limit = 1;
  static_cast<void>(searcher.search(request));
}

}  // namespace

ArchiveWatch::ArchiveWatch(std::filesystem::path archive,
                           std::function<void(std::string_view)> report)
    : archive_(std::move(archive)), troubles_(std::move(report)) {
  open();
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

void ArchiveWatch::add_trouble(const Error& error) {
  {
    const std::scoped_lock lock(mutex_);
    doubted_ = true;
    figures_.readable = false;
  }
  troubles_.add(error);
}

void ArchiveWatch::run() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, kPeriod, [this] { return stopped_; })) {
    if (std::exchange(doubted_, false)) searcher_.reset();
    lock.unlock();
    look_again();
    lock.lock();
  }
}

void ArchiveWatch::look_again() {
  try {
    if (searcher_) {
      searcher_->refresh();
    } else {
      open();
    }
    return look();
  } catch (const Error& error) {
    troubles_.add(error);
  } catch (const std::exception& /*error*/) {
    // Memory that ran out: opened anew in a second.
  }
  searcher_.reset();
  const std::scoped_lock lock(mutex_);
  figures_.readable = false;
}

void ArchiveWatch::open() {
  Searcher searcher(archive_);
  try_out(searcher);
  searcher_.emplace(std::move(searcher));
}

void ArchiveWatch::look() {
  ArchiveFigures seen{true, 0, searcher_->state()};
  const ArchiveFigures before = figures();
  if (before.readable && before.state == seen.state) return;
  seen.articles = searcher_->facets({}, {}, 1).total;
  const std::scoped_lock lock(mutex_);
  if (doubted_) return;  // again, meanwhile
  figures_ = std::move(seen);
}

}  // namespace warraq::searcher::serve
