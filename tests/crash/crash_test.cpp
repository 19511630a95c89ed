// Writers killed at random moments: what was acknowledged is there afterwards, and nothing is
// wrong.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/indexer/news.h"

using namespace warraq;
using tests::Contents;
using tests::contents_of;
using tests::News;

namespace {

using Clock = std::chrono::steady_clock;
using Micros = std::chrono::microseconds;

/// Whether the writer came to its end before it was killed.
enum class End { finished, killed };

// Runs `write` in a process of its own, which is killed after `life`.
End run_killed(const std::function<void()>& write, Micros life) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int status = EXIT_FAILURE;
    try {
      write();
      status = EXIT_SUCCESS;
    } catch (...) {
      status = EXIT_FAILURE;
    }
    _exit(status);
  }
  std::this_thread::sleep_for(life);
  kill(child, SIGKILL);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  if (WIFSIGNALED(status)) return End::killed;
  REQUIRE(WEXITSTATUS(status) == EXIT_SUCCESS);
  return End::finished;
}

// How long `write` takes when it is left alone.
Micros time_of(const std::function<void()>& write) {
  const auto start = Clock::now();
  write();
  return std::chrono::duration_cast<Micros>(Clock::now() - start);
}

std::vector<corpus::Article> edition(std::size_t count, const std::string& title) {
  auto articles = tests::many_news_items(count);
  for (auto& article : articles) article.title = title;
  return articles;
}

bool exists(const News& news) { return std::filesystem::exists(news.archive() / "archive.json"); }

indexer::RunOptions forced() {
  indexer::RunOptions options;
  options.force = true;
  options.jobs = 2;
  return options;
}

// Commits every few articles, so that kills fall between commits too.
indexer::RunOptions with_small_commits() {
  indexer::RunOptions options;
  options.memory_bytes = std::size_t{100} << 10;
  return options;
}

Contents merged(Contents base, const Contents& changes) {
  for (const auto& [id, article] : changes) base.insert_or_assign(id, article);
  return base;
}

class Killer {
 public:
  explicit Killer(unsigned seed) : random_(seed) {}

  End run(const std::function<void()>& write, Micros usual) {
    std::uniform_int_distribution<Micros::rep> life(0, usual.count() * 11 / 10);
    const End end = run_killed(write, Micros(life(random_)));
    if (end == End::killed) ++kills_;
    return end;
  }
  [[nodiscard]] int kills() const { return kills_; }

 private:
  std::mt19937 random_;
  int kills_ = 0;
};

}  // namespace

TEST_CASE("a first build that is killed leaves a whole archive or none, and the next one works") {
  const auto articles = edition(500, "الأولى");
  const News trial;
  const Micros usual = time_of([&] { trial.build(articles, forced()); });
  Killer killer(1);
  for (int round = 0; round < 10; ++round) {
    const News news;
    const End end = killer.run([&] { news.build(articles, forced()); }, usual);
    CHECK((end == End::killed || exists(news)));
    if (exists(news)) CHECK(contents_of(news.archive()) == contents_of(articles));
    news.build(articles, forced());
    CHECK(contents_of(news.archive()) == contents_of(articles));
    CHECK(news.problems().empty());
  }
  CHECK(killer.kills() > 3);
}

TEST_CASE("a build that replaces an archive and is killed leaves the old or the new") {
  const auto old_edition = edition(300, "القديمة");
  const auto new_edition = edition(400, "الجديدة");
  const News news;
  const Micros usual = time_of([&] { news.build(new_edition, forced()); });
  Killer killer(2);
  for (int round = 0; round < 10; ++round) {
    news.build(old_edition, forced());
    news.add({tests::news_item("مضاف", "", "نص")});
    const Contents before = contents_of(news.archive());
    const End end = killer.run([&] { news.build(new_edition, forced()); }, usual);
    const Contents after = contents_of(news.archive());
    CHECK((after == contents_of(new_edition) || (end == End::killed && after == before)));
    CHECK(news.problems().empty());
  }
  CHECK(killer.kills() > 3);
}

TEST_CASE("an addition that is killed leaves each article in its old or its new version") {
  const News news;
  news.build(edition(150, "0"));
  Contents known = contents_of(news.archive());
  Micros usual{};
  Killer killer(3);
  for (int round = 0; round < 15; ++round) {
    const auto articles = edition(200, std::to_string(round + 1));
    const auto write = [&] { news.add(articles, with_small_commits()); };
    if (round == 0) usual = time_of(write);
    const End end = killer.run(write, usual);
    const Contents after = contents_of(news.archive());
    const Contents added = contents_of(articles);
    for (const auto& [id, article] : known) {
      REQUIRE(after.count(id) == 1);
      CHECK((after.at(id) == article || after.at(id) == added.at(id)));
    }
    if (end == End::finished) CHECK(after == merged(known, added));
    CHECK(news.problems().empty());
    known = after;
  }
  CHECK(killer.kills() > 5);
}

TEST_CASE("a compaction that is killed changes no article") {
  const News news;
  const auto base = edition(300, "الأساس");
  Micros usual{};
  Killer killer(4);
  for (int round = 0; round < 12; ++round) {
    news.build(base, forced());
    news.add(edition(100, "المعدلة"));
    indexer::remove(news.archive(), {"خبر-200", "خبر-5"});
    const Contents before = contents_of(news.archive());
    const auto write = [&] { indexer::compact(news.archive(), {}); };
    if (round == 0) {
      usual = time_of(write);
      continue;
    }
    const End end = killer.run(write, usual);
    CHECK(contents_of(news.archive()) == before);
    if (end == End::finished) CHECK_FALSE(std::filesystem::exists(news.archive() / "live"));
    CHECK(news.problems().empty());
    indexer::compact(news.archive(), {});
    CHECK(contents_of(news.archive()) == before);
  }
  CHECK(killer.kills() > 3);
}
