// Near duplicates among streams of words: sketches, keys and groups.
#include "indexer/duplicates/sketch.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/duplicates/group.h"
#include "indexer/duplicates/key_sorter.h"
#include "tests/corpus/support/temp_folder.h"

using namespace warraq;
using indexer::Sketch;
using indexer::SketchKeys;

namespace {

using Words = std::vector<std::uint16_t>;

Words random_words(std::size_t count, std::mt19937& random) {
  Words words(count);
  for (std::uint16_t& word : words) word = static_cast<std::uint16_t>(1 + random() % 5'000);
  return words;
}

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Words beginning(const Words& words, double share) {
  const auto count = static_cast<std::ptrdiff_t>(static_cast<double>(words.size()) * share);
  return {words.begin(), words.begin() + count};
}

Sketch sketch(const Words& body, const Words& title = {}) {
  archive::WordStreamWriter writer;
  std::uint32_t position = 0;
  for (const std::uint16_t form : title) writer.add({form, 0}, position++, true, false);
  for (const std::uint16_t form : body) writer.add({form, 0}, position++, false, false);
  const std::string bytes(writer.finish());
  const auto stream = archive::WordStream::read(bytes);
  if (!stream) return {};
  const Sketch result = indexer::sketch_of(*stream);
  CHECK(indexer::sketch_keys_of(*stream) == result.keys);
  return result;
}

// How much of the longer one's shingles the other has.
double true_overlap(const Words& left, const Words& right) {
  const auto shingles = [](const Words& words) {
    std::set<Words> result;
    for (std::size_t i = 0; i + indexer::kShingleWords <= words.size(); ++i) {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      result.emplace(first, first + indexer::kShingleWords);
    }
    return result;
  };
  const auto a = shingles(left);
  const auto b = shingles(right);
  std::vector<Words> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::max(a.size(), b.size()));
}

// The sets of articles that are grouped, each by its articles' numbers in `names`.
using Partition = std::set<std::set<std::uint32_t>>;

Partition partition_of(const std::vector<Sketch>& sketches, const std::vector<std::uint32_t>& names,
                       std::size_t memory = std::size_t{1} << 20) {
  const tests::TempFolder folder;
  const indexer::DuplicateGroups groups = [&] {
    indexer::DuplicateFinder finder(folder.path(), memory);
    for (std::uint32_t i = 0; i < names.size(); ++i) finder.add({i, sketches[names[i]]});
    return finder.find({});
  }();
  std::map<std::uint64_t, std::set<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < names.size(); ++i) members[i].insert(names[i]);
  groups.for_each_joined([&](std::uint32_t article, std::uint64_t group) {
    CHECK(group < article);  // the first of them in order
    CHECK(groups.has_joined(article));
    members.at(group).insert(names[article]);
    members.erase(article);
  });
  CHECK(std::filesystem::is_empty(folder.path()));
  Partition result;
  for (const auto& [group, articles] : members) result.insert(articles);
  return result;
}

std::vector<std::uint32_t> numbers(std::size_t count) {
  std::vector<std::uint32_t> result(count);
  std::iota(result.begin(), result.end(), 0U);
  return result;
}

// Stories, each printed a few times, some with changes.
struct Printed {
  std::vector<Sketch> sketches;
  std::vector<unsigned> stories;
};

Printed random_prints(std::mt19937& random) {
  Printed printed;
  for (unsigned story = 0; story < 12; ++story) {
    const Words body = random_words(100 + random() % 400, random);
    for (std::size_t prints = 1 + random() % 4; prints > 0; --prints) {
      Words print = body;
      if (random() % 2 == 0) print = joined(random_words(random() % 15, random), print);
      if (random() % 2 == 0) print = beginning(print, .9);
      printed.sketches.push_back(sketch(print, random_words(8, random)));
      printed.stories.push_back(story);
    }
  }
  return printed;
}

}  // namespace

TEST_CASE("the same words have the same sketch, whatever the title") {
  std::mt19937 random(1);
  const Words body = random_words(200, random);
  CHECK(sketch(body, random_words(7, random)) == sketch(body));
  CHECK(overlap(sketch(body), sketch(body)) == 1);
}

TEST_CASE("an added lead, a cut tail and a few changed words are near duplicates") {
  std::mt19937 random(2);
  for (const std::size_t words : {40U, 60U, 200U, 900U, 20'000U}) {
    CAPTURE(words);
    const Words body = random_words(words, random);
    CHECK(are_near_duplicates(sketch(body), sketch(beginning(body, .7))));
    CHECK(are_near_duplicates(sketch(body), sketch(joined(random_words(words / 3, random), body))));
    Words changed = body;
    for (std::size_t i = 10; i < changed.size(); i += 25) changed[i] = 6'000;
    CHECK(are_near_duplicates(sketch(body), sketch(changed)));
  }
}

TEST_CASE("others are not: a third of the text, or another text as long") {
  std::mt19937 random(3);
  for (const std::size_t words : {60U, 200U, 900U, 20'000U}) {
    CAPTURE(words);
    const Words body = random_words(words, random);
    CHECK_FALSE(are_near_duplicates(sketch(body), sketch(beginning(body, .33))));
    CHECK(overlap(sketch(body), sketch(random_words(words, random))) < .1);
  }
}

TEST_CASE("books of millions of words are told apart") {
  std::mt19937 random(4);
  const Words left = random_words(1'000'000, random);
  const Words right = random_words(1'000'000, random);
  CHECK(overlap(sketch(left), sketch(right)) < .1);
  CHECK(are_near_duplicates(sketch(left), sketch(beginning(left, .7))));
}

TEST_CASE("a few words are duplicates only of themselves, title and all") {
  std::mt19937 random(5);
  const Words body = random_words(indexer::kMinShingledWords - 1, random);
  const Words title = {1, 2, 3};
  CHECK(are_near_duplicates(sketch(body, title), sketch(body, title)));
  CHECK_FALSE(are_near_duplicates(sketch(body, title), sketch(body, {1, 2, 4})));
  CHECK_FALSE(are_near_duplicates(sketch(body, title), sketch(beginning(body, .9), title)));
  CHECK(are_near_duplicates(sketch({}, title), sketch({}, title)));
}

TEST_CASE("no words are like nothing") {
  const Sketch none = sketch({});
  CHECK(none == Sketch());
  CHECK(none.keys ==
        SketchKeys{indexer::kNoKey, indexer::kNoKey, indexer::kNoKey, indexer::kNoKey});
  CHECK_FALSE(are_near_duplicates(none, none));
}

TEST_CASE("overlap is estimated") {
  CHECK(rc::check("overlap", [] {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const Words shared = random_words(40 + random() % 400, random);
    const Words left = joined(random_words(random() % 300, random), shared);
    const Words right = joined(shared, random_words(random() % 300, random));
    const double found = overlap(sketch(left), sketch(right));
    RC_ASSERT(found == overlap(sketch(right), sketch(left)));
    RC_ASSERT(std::abs(found - true_overlap(left, right)) < .2);
  }));
}

TEST_CASE("keys come in order, sorted in memory or in files") {
  CHECK(rc::check("keys", [] {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
    const tests::TempFolder folder;
    indexer::KeySorter sorter(folder.path(), *rc::gen::inRange<std::size_t>(1, 4'000));
    const std::uint32_t articles = *rc::gen::inRange(0U, 300U);
    for (std::uint32_t article = 0; article < articles; ++article) {
      SketchKeys keys{};
      for (std::uint32_t& key : keys) {
        key = random() % 4 == 0 ? indexer::kNoKey : static_cast<std::uint32_t>(random() % 50);
        if (key != indexer::kNoKey) expected.emplace_back(key, article);
      }
      sorter.add(keys, article);
    }
    std::sort(expected.begin(), expected.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    sorter.finish(
        [&](std::uint32_t key, std::uint32_t article) { found.emplace_back(key, article); });
    RC_ASSERT(found == expected);
  }));
}

TEST_CASE("the order in which articles come does not change who are grouped") {
  CHECK(rc::check("groups", [] {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const Printed printed = random_prints(random);
    std::vector<std::uint32_t> order = numbers(printed.sketches.size());
    const Partition partition = partition_of(printed.sketches, order);
    std::shuffle(order.begin(), order.end(), random);
    RC_ASSERT(partition_of(printed.sketches, order) == partition);
    RC_ASSERT(partition_of(printed.sketches, order, 100) == partition);
  }));
}

TEST_CASE("the same text is one group, different texts never") {
  CHECK(rc::check("groups", [] {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    const Printed printed = random_prints(random);
    std::set<std::string> seen;
    for (const auto& group : partition_of(printed.sketches, numbers(printed.sketches.size()))) {
      std::set<std::string> texts;
      for (const std::uint32_t article : group) {
        RC_ASSERT(printed.stories[article] == printed.stories[*group.begin()]);
        const auto& marks = printed.sketches[article].marks;
        texts.emplace(marks.begin(), marks.end());
      }
      for (const auto& text : texts) RC_ASSERT(seen.insert(text).second);
    }
  }));
}

TEST_CASE("a text printed ten thousand times is one group") {
  std::mt19937 random(6);
  const std::vector<Sketch> sketches(10'000, sketch(random_words(100, random)));
  CHECK(partition_of(sketches, numbers(sketches.size())).size() == 1);
}

TEST_CASE("articles that share only a formula are no group") {
  std::mt19937 random(7);
  const Words formula = random_words(30, random);
  std::vector<Sketch> sketches(3'000);
  for (Sketch& each : sketches) {
    each = sketch(joined(random_words(120, random), formula));
  }
  CHECK(partition_of(sketches, numbers(sketches.size())).size() == sketches.size());
}
