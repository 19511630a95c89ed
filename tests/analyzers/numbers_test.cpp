// Numbers in both digit sets, whole, and in one spelling.
#include <doctest/doctest.h>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers::test;

TEST_CASE("digits of every script are the same number") {
  for (const char* number : {"2017", "٢٠١٧", "۲۰۱۷", "２０１７", "२०१७", "20١٧"}) {
    CHECK(only_word(number).exact == "2017");
  }
}

TEST_CASE("groups of digits stay together across one separator") {
  CHECK(exact_words("بلغ 1.5 و ١٫٥ مليون") == "بلغ 1.5 و 1.5 مليون");
  CHECK(exact_words("١٢٬٣٤٥٫٦٧") == "12,345.67");
  CHECK(exact_words("الإصدار 1.2.3") == "الإصدار 1.2.3");
}

TEST_CASE("other separators part, and one at the edge or doubled is not taken") {
  CHECK(exact_words("10:30 2018/03/05 2-1 50%") == "10 30 2018 03 05 2 1 50");
  CHECK(exact_words("عام 2018. وفي 2019، ثم 5..6 ,7") == "عام 2018 وفي 2019 ثم 5 6 7");
  CHECK(covered("عام 2018.") == "عام|2018");
  CHECK(exact_words("5.أحمد") == "5 أحمد");
}

TEST_CASE("thousands separators go on the normalised level") {
  CHECK(only_word("1,500").exact == "1,500");
  CHECK(only_word("1,500").normalised == "1500");
  CHECK(only_word("١٬٥٠٠").normalised == "1500");
  CHECK(only_word("12,345,678").normalised == "12345678");
  CHECK(only_word("1,500.75").normalised == "1500.75");
  CHECK(only_word("١٬٥٠٠٫٧٥").normalised == "1500.75");
}

TEST_CASE("a comma that parts no thousands is a decimal point") {
  CHECK(only_word("106,78").normalised == only_word("106.78").normalised);
  CHECK(only_word("0,500").normalised == "0.500");
  CHECK(only_word("1500,250").normalised == "1500.250");
  CHECK(only_word("1,23,456").normalised == "1.23.456");
  CHECK(only_word("1.500").normalised == "1.500");
  CHECK(only_word("1.234,567").normalised == "1.234.567");
}

TEST_CASE("the stem of a number is its normalised form") {
  CHECK(only_word("١٬٥٠٠").stem == "1500");
}
