// Additions and compactions killed at random moments: what was acknowledged is there afterwards,
// and nothing is wrong.
#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "tests/crash/killer.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::Contents;
using tests::contents_of;
using tests::edition;
using tests::End;
using tests::Killer;
using tests::kills_wanted;
using tests::Micros;
using tests::names_in;
using tests::News;

namespace {

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

}  // namespace

TEST_CASE("an addition that is killed leaves each article in its old or its new version") {
  const News news;
  news.build(edition(150, "0"));
  Contents known = contents_of(news.archive());
  int version = 0;
  const auto next_version = [&] { return edition(200, std::to_string(++version)); };
  const auto first = next_version();
  const Micros usual = tests::time_of([&] { news.add(first, with_small_commits()); });
  known = merged(known, contents_of(first));
  for (Killer killer(3, usual); killer.kills() < kills_wanted(10);) {
    const auto articles = next_version();
    const std::string input = news.input(articles);
    const auto add = [&] { indexer::add(news.archive(), {input}, with_small_commits()); };
    const End end = killer.run(add);
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
}

TEST_CASE("a compaction that is killed changes no article, and leaves the archive whole") {
  const News news;
  const auto base = edition(300, "الأساس");
  const auto prepare = [&] {
    news.build(base, forced());
    news.add(edition(100, "المعدلة"));
    indexer::remove(news.archive(), {"خبر-200", "خبر-5"});
  };
  prepare();
  const auto compact = [&] { indexer::compact(news.archive(), {}); };
  const Micros usual = tests::time_of(compact);
  int killed_before_switch = 0;
  Killer killer(4, usual);
  while (killer.kills() < kills_wanted(10)) {
    prepare();
    const Contents before = contents_of(news.archive());
    const auto files = tests::files_of(news.archive());
    const End end = killer.run(compact);
    CHECK(contents_of(news.archive()) == before);
    const bool old_one_stands =
        tests::files_of(news.archive()).at("archive.json") == files.at("archive.json");
    if (old_one_stands) {
      ++killed_before_switch;
      CHECK(end == End::killed);
      CHECK(tests::stand_untouched(files, news.archive()));
    }
    CHECK(news.problems().empty());
    compact();
    CHECK(contents_of(news.archive()) == before);
    CHECK(names_in(news.archive()) ==
          std::set<std::string>{"archive.json", "furniture.warraq", "shards", "writer.lock"});
    CHECK(names_in(news.archive() / "shards").size() == 1);
  }
  MESSAGE("killed before the switch: ", killed_before_switch, " of ", killer.kills());
}
