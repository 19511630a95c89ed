// Text made safe to print beside other text.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "warraq/analyzers/direction.h"

using namespace warraq::analyzers;
using namespace std::string_view_literals;

// The controls below are written as escapes: they mislead nobody.
// NOLINTBEGIN(misc-misleading-bidirectional)
TEST_CASE("isolate() puts text between a first strong isolate and its end") {
  CHECK(isolate("خبر") == "\u2068خبر\u2069");
  CHECK(isolate("") == "\u2068\u2069");
}

TEST_CASE("directional controls inside are removed, balanced or not") {
  CHECK(isolate("\u202Eمقلوب") == "\u2068مقلوب\u2069");
  CHECK(isolate("أ\u2069\u2069ب") == "\u2068أب\u2069");
  CHECK(displayable("\u2066a\u2067b\u2068c\u202Ad\u202Be\u202Cf\u202Dg\u200Eh\u200Fi\u061C") ==
        "abcdefghi");
}

TEST_CASE("joiners, which shape letters, are kept") {
  CHECK(displayable("می\u200Cخواهد") == "می\u200Cخواهد");
}

TEST_CASE("a terminal finds nothing to obey") {
  const std::string cleaned = displayable("\x1B[31mأحمر\x1B[0m \u009B2J \x07\x7F");
  CHECK(cleaned.find('\x1B') == std::string::npos);
  CHECK(cleaned.find("\u009B") == std::string::npos);
  CHECK(cleaned == " [31mأحمر [0m  2J  ");
}

TEST_CASE("lines and other controls become a space") {
  CHECK(displayable("عنوان\r\n\tثان\u2028ثالث\u0085رابع") == "عنوان ثان ثالث رابع");
  CHECK(displayable("أ\0ب"sv) == "أ ب");
}

TEST_CASE("what is not UTF-8 becomes U+FFFD") {
  CHECK(displayable("أ\xFFب") == "أ\uFFFDب");
  CHECK(displayable("أ\xE2\x80") == "أ\uFFFD");
  CHECK(displayable("\x9B") == "\uFFFD");
}

TEST_CASE("cleaning twice changes nothing more") {
  const std::string once = displayable("\x1B[1m\r\n\u202Eنص\xFF\u2069");
  CHECK(displayable(once) == once);
}
// NOLINTEND(misc-misleading-bidirectional)
