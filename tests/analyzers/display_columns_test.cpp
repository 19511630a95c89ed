// How wide text is on a terminal.
#include <doctest/doctest.h>

#include "warraq/analyzers/display_columns.h"

using namespace warraq::analyzers;

TEST_CASE("marks and unseen characters take no column, wide ones two") {
  CHECK(display_columns("") == 0);
  CHECK(display_columns("مكتبة") == 5);
  CHECK(display_columns("مُكَتَّبَةٌ") == 5);
  CHECK(display_columns("كتـاب G20") == 9);
  CHECK(display_columns("\u2067خبر\u2069") == 3);
  CHECK(display_columns("新聞") == 4);
  CHECK(display_columns("\xFF\xFE") == 2);
}

TEST_CASE("texts are cut between letters, with their marks") {
  CHECK(beginning_within_columns("كِتاب", 1) == "كِ");
  CHECK(beginning_within_columns("كتاب", 9) == "كتاب");
  CHECK(beginning_within_columns("新聞", 3) == "新");
  CHECK(end_within_columns("كِتاب", 3) == "تاب");
  CHECK(end_within_columns("كتابِ", 1) == "بِ");
  CHECK(end_within_columns("新聞", 1).empty());
  CHECK(end_within_columns("كتاب", 0).empty());
}
