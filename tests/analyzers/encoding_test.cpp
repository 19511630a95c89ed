// Text that is not UTF-8.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers::test;
using namespace std::string_view_literals;

namespace {

std::size_t invalid(std::string_view text) { return analysed(text).invalid_sequences; }

}  // namespace

TEST_CASE("each maximal subpart of an ill-formed sequence counts once") {
  CHECK(invalid("سليم") == 0);
  CHECK(invalid("\xFF") == 1);
  CHECK(invalid("\x80\x80") == 2);
  CHECK(invalid("\xD8") == 1);      // a lead alone
  CHECK(invalid("\xE2\x80") == 1);  // two of three bytes: one subpart
  CHECK(invalid("\xE2\x80 \xF0\x9F\x98") == 2);
  CHECK(invalid("\xC0\xAF") == 2);          // overlong
  CHECK(invalid("\xE0\x80\xAF") == 3);      // overlong: E0 takes no 80
  CHECK(invalid("\xED\xA0\x80") == 3);      // a surrogate
  CHECK(invalid("\xF4\x90\x80\x80") == 4);  // above U+10FFFF
  CHECK(invalid("\xF5\xF8\xFF") == 3);
  CHECK(invalid("\uFFFD") == 0);  // somebody else's replacement is valid text
}

TEST_CASE("invalid bytes, U+FFFD, NUL and controls part words") {
  CHECK(exact_words("قبل\xFFبعد") == "قبل بعد");
  CHECK(exact_words("قبل\xD8 بعد") == "قبل بعد");
  CHECK(exact_words("قبل\uFFFDبعد") == "قبل بعد");
  CHECK(exact_words("قبل\0بعد"sv) == "قبل بعد");
  CHECK(exact_words("قبل\x1B[31mبعد") == "قبل 31 m بعد");
  CHECK(exact_words("قبل\u0085بعد") == "قبل بعد");
  CHECK(covered("قبل\xE2\x80بعد") == "قبل|بعد");
}

TEST_CASE("a text cut inside its last character keeps what is whole") {
  const std::string text = "القاهرة";
  CHECK(exact_words(std::string_view(text).substr(0, text.size() - 1)) == "القاهر");
  CHECK(invalid(std::string_view(text).substr(0, text.size() - 1)) == 1);
}

TEST_CASE("a text of 4 GiB is refused before it is read") {
  // Only the size is looked at: the view must not be.
  const std::string small = "نص";
  const std::string_view huge(small.data(), std::size_t{1} << 32);
  CHECK_THROWS_AS((void)analysed(huge), std::length_error);
  CHECK_THROWS_AS((void)analysed_by_reference(huge), std::length_error);
}
