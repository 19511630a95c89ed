// Random documents written both ways: whatever Xapian can read must be the same, at once and after
// Xapian has gone on writing.
#include <doctest/doctest.h>

#include <xapian.h>
#include <filesystem>
#include <string>

#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/contents.h"
#include "tests/glass/model.h"
#include "tests/glass/write_model.h"

namespace {

using namespace warraq::tests;

struct Pair {
  std::string bulk;
  std::string api;
};

Pair write_both(const TempFolder& folder, const Model& model,
                const warraq::glass::DatabaseOptions& options = {}) {
  Pair pair{folder / "bulk", folder / "api"};
  std::filesystem::remove_all(pair.bulk);
  std::filesystem::remove_all(pair.api);
  write_in_bulk(model, pair.bulk, options);
  write_by_xapian(model, pair.api);
  return pair;
}

void check_equal(const Pair& pair) {
  CHECK(faults_of(pair.bulk) == "");
  const Contents bulk = contents_of(Xapian::Database(pair.bulk));
  CHECK(difference(bulk, contents_of(Xapian::Database(pair.api))) == "");
}

Xapian::docid random_docid(const Xapian::Database& database, Random& random) {
  const std::uint32_t target = 1 + below(random, database.get_lastdocid());
  auto docid = database.postlist_begin({});
  docid.skip_to(target);
  return docid == database.postlist_end({}) ? *database.postlist_begin({}) : *docid;
}

void change(Xapian::WritableDatabase& database, Random& random) {
  const std::uint32_t what = database.get_doccount() == 0 ? 0 : below(random, 4);
  if (what == 0) {
    database.add_document(to_xapian(random_document(random)));
  } else if (what == 1) {
    database.replace_document(random_docid(database, random), to_xapian(random_document(random)));
  } else if (what == 2) {
    database.delete_document(random_docid(database, random));
  } else {
    database.set_metadata("key" + std::to_string(below(random, 3)), random_bytes(random, 9));
  }
}

void change_often(const std::string& path, std::uint32_t seed) {
  Random random(seed);
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  for (int i = 0; i < 60; ++i) {
    change(database, random);
    if (below(random, 10) == 0) database.commit();
  }
  database.commit();
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
    change_often(pair.bulk, seed);
    change_often(pair.api, seed);
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
