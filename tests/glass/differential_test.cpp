// Random documents written both ways: whatever Xapian can read must be the same, at once and after
// Xapian has gone on writing.
#include <doctest/doctest.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/both_ways.h"
#include "tests/glass/changes.h"
#include "tests/glass/model.h"

using namespace warraq::tests;

namespace {

void merge(const std::string& one, const std::string& other, const std::string& output) {
  std::filesystem::remove_all(output);
  Xapian::Database both(one);
  both.add_database(Xapian::Database(other));
  both.compact(output);
}

}  // namespace

TEST_CASE("random documents read the same") {
  const TempFolder folder;
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    check_equal(write_both(folder, random_model(random, seed < 100 ? 8 : 120)));
  }
}

TEST_CASE("tags may be deflated") {
  const TempFolder folder;
  for (std::uint32_t seed = 1000; seed < 1020; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    check_equal(write_both(folder, random_model(random, 60), {18, 18}));
  }
}

TEST_CASE("Xapian goes on writing") {
  const TempFolder folder;
  for (std::uint32_t seed = 2000; seed < 2040; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Pair pair = write_both(folder, random_model(random, 100));
    change_often(pair.bulk, seed, kChanges);
    change_often(pair.api, seed, kChanges);
    check_equal(pair);
  }
}

TEST_CASE("Xapian's compactor takes it") {
  const TempFolder folder;
  for (std::uint32_t seed = 3000; seed < 3020; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Pair pair = write_both(folder, random_model(random, 100));
    const std::string compact = folder / "compact";
    std::filesystem::remove_all(compact);
    Xapian::Database(pair.bulk).compact(compact, Xapian::DBCOMPACT_NO_RENUMBER);
    check_equal({compact, pair.api});
  }
}

TEST_CASE("Xapian's compactor merges it with others") {
  const TempFolder folder;
  const TempFolder other_folder;
  for (std::uint32_t seed = 4000; seed < 4020; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Pair one = write_both(folder, random_model(random, 40));
    const Pair other = write_both(other_folder, random_model(random, 40));
    const Pair merged{folder / "merged-bulk", folder / "merged-api"};
    merge(one.bulk, other.bulk, merged.bulk);
    merge(one.api, other.api, merged.api);
    check_equal(merged);
  }
}
