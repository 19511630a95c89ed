// Builds killed at random moments: the archive is whole or not there, and the old one untouched.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/crash/killer.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::contents_of;
using tests::edition;
using tests::End;
using tests::Killer;
using tests::kills_wanted;
using tests::Micros;
using tests::names_in;
using tests::News;

namespace {

using Names = std::set<std::string>;

constexpr std::size_t kUsualMemory = std::size_t{512} << 20;
// Some five articles are a run, and there are more runs than are merged at once.
constexpr std::size_t kLittleMemory = std::size_t{256} << 10;
constexpr std::size_t kArticles = 700;

const Names kWholeArchive = {"archive.json", "furniture.warraq", "shards", "writer.lock"};
const Names kRubble = {".building", "archive.json.new", "shards", "writer.lock"};

indexer::RunOptions with_memory(std::size_t bytes) {
  indexer::RunOptions options;
  options.memory_bytes = bytes;
  options.jobs = 2;
  return options;
}

indexer::RunOptions forced(indexer::RunOptions options) {
  options.force = true;
  return options;
}

bool is_subset(const Names& names, const Names& of) {
  return std::includes(of.begin(), of.end(), names.begin(), names.end());
}

bool has_databases(const News& news) { return !names_in(news.archive() / "shards").empty(); }

/// How far a first build had come, by what it left.
std::string stage_of(const News& news) {
  if (names_in(news.archive()).count("archive.json") != 0) return "after the switch";
  if (has_databases(news)) return "just before the switch";
  const Names work = names_in(news.archive() / ".building");
  const auto any = [&](const std::string& part) {
    return std::any_of(work.begin(), work.end(),
                       [&](const auto& name) { return name.find(part) != std::string::npos; });
  };
  if (any("shard")) return "while the database was written";
  if (any("+")) return "while runs were merged to longer ones";
  return any("run") ? "while runs were written" : "before the first run";
}

void report(const std::map<std::string, int>& stages) {
  for (const auto& [stage, kills] : stages) MESSAGE("killed ", stage, ": ", kills);
}

void kill_first_builds(const indexer::RunOptions& options, int kills) {
  const auto articles = edition(kArticles, "الأولى");
  const News trial;
  const std::string input = trial.input(articles);
  const Micros usual = tests::time_of([&] { indexer::build(trial.archive(), {input}, options); });
  std::map<std::string, int> stages;
  for (Killer killer(1, usual); killer.kills() < kills_wanted(kills);) {
    const News news;
    const End end = killer.run([&] { indexer::build(news.archive(), {input}, options); });
    if (end == End::killed) ++stages[stage_of(news)];
    const bool whole = names_in(news.archive()).count("archive.json") != 0;
    CHECK((whole || end == End::killed));
    if (whole) {
      CHECK(contents_of(news.archive()) == contents_of(articles));
    } else {
      CHECK(is_subset(names_in(news.archive()), kRubble));
    }
    // Databases that no archive.json speaks of are not taken away unasked.
    news.build(articles, whole || has_databases(news) ? forced({}) : indexer::RunOptions());
    CHECK(names_in(news.archive()) == kWholeArchive);
    CHECK(names_in(news.archive() / "shards").size() == 1);
    CHECK(contents_of(news.archive()) == contents_of(articles));
    CHECK(news.problems().empty());
  }
  report(stages);
}

void kill_replacing_builds(const indexer::RunOptions& options, int kills) {
  const auto old_edition = edition(300, "القديمة");
  const auto new_edition = edition(kArticles, "الجديدة");
  const News trial;
  const std::string input = trial.input(new_edition);
  const Micros usual = tests::time_of([&] { indexer::build(trial.archive(), {input}, options); });
  const News news;
  for (Killer killer(2, usual); killer.kills() < kills_wanted(kills);) {
    news.build(old_edition, forced({}));
    news.add({tests::news_item("مضاف", "", "نص")});
    const auto before = contents_of(news.archive());
    const auto files = tests::files_of(news.archive());
    const End end = killer.run([&] { indexer::build(news.archive(), {input}, forced(options)); });
    const auto after = contents_of(news.archive());
    if (after != contents_of(new_edition)) {
      CHECK(end == End::killed);
      CHECK(after == before);
      CHECK(tests::stand_untouched(files, news.archive()));
    }
    CHECK(news.problems().empty());
  }
  news.build(new_edition, forced({}));
  CHECK(names_in(news.archive()) == kWholeArchive);
}

}  // namespace

TEST_CASE("a first build that is killed leaves a whole archive or none, and the next one works") {
  SUBCASE("one run") { kill_first_builds(with_memory(kUsualMemory), 10); }
  SUBCASE("many runs, merged twice") { kill_first_builds(with_memory(kLittleMemory), 5); }
}

TEST_CASE("a build that replaces an archive and is killed leaves the old untouched or the new") {
  SUBCASE("one run") { kill_replacing_builds(with_memory(kUsualMemory), 10); }
  SUBCASE("many runs, merged twice") { kill_replacing_builds(with_memory(kLittleMemory), 5); }
}
