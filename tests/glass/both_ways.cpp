#include "tests/glass/both_ways.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/glass/contents.h"
#include "tests/glass/write_model.h"

namespace warraq::tests {
Pair write_both(const TempFolder& folder, const Model& model,
                const glass::DatabaseOptions& options) {
  Pair pair{folder / "bulk", folder / "api"};
  std::filesystem::remove_all(pair.bulk);
  std::filesystem::remove_all(pair.api);
  write_in_bulk(model, pair.bulk, options);
  write_by_xapian(model, pair.api);
  return pair;
}

void check_same_contents(const Pair& pair) {
  CHECK(difference(lines_of(pair.bulk), lines_of(pair.api)) == "");
}

void check_equal(const Pair& pair) {
  CHECK(faults_of(pair.bulk) == "");
  check_same_contents(pair);
}

}  // namespace warraq::tests
