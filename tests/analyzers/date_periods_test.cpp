// Years, months and days as a query names them.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "warraq/analyzers/date.h"

namespace {

std::string days(std::string_view text) {
  const auto period = warraq::analyzers::read_period(text);
  return period ? period->first.iso() + " " + period->last.iso() : "none";
}

}  // namespace

TEST_CASE("years") {
  for (const char* text : {"2018", "٢٠١٨", "عام 2018", "سنة 2018", "2018م", "2018 م"}) {
    CAPTURE(text);
    CHECK(days(text) == "2018-01-01 2018-12-31");
  }
  for (const char* text : {"1445 هـ", "1445هـ", "١٤٤٥ه", "عام 1445 هجرية"}) {
    CAPTURE(text);
    CHECK(days(text) == "2023-07-19 2024-07-06");
  }
}

TEST_CASE("months of a year") {
  for (const char* text :
       {"2018-03", "2018/03", "03/2018", "03-2018", "مارس 2018", "آذار 2018", "آذار/مارس 2018",
        "2018 مارس", "شهر مارس عام 2018", "March 2018", "mars 2018", "مارس، 2018م"}) {
    CAPTURE(text);
    CHECK(days(text) == "2018-03-01 2018-03-31");
  }
  CHECK(days("2016/02") == "2016-02-01 2016-02-29");
  CHECK(days("كانون الثاني 2018") == "2018-01-01 2018-01-31");
  for (const char* text : {"رمضان 1445", "شهر رمضان المبارك 1445هـ", "09/1445 هـ"}) {
    CAPTURE(text);
    CHECK(days(text) == "2024-03-11 2024-04-09");
  }
}

TEST_CASE("days are periods of one day") {
  CHECK(days("2018-03-15") == "2018-03-15 2018-03-15");
  CHECK(days("15 آذار 2018") == "2018-03-15 2018-03-15");
  CHECK(days("12 ربيع الأول 1445هـ") == "2023-09-27 2023-09-27");
}

TEST_CASE("what names no time is none") {
  for (const char* text : {"",
                           "أمس",
                           "مارس",
                           "18",
                           "2018-1",
                           "2018-13",
                           "2018-00",
                           "0000",
                           "2200",
                           "1445",
                           "201",
                           "2018-03-15x",
                           "2018-02-30",
                           "رمضان 2018",
                           "مارس/نيسان 2018",
                           "رمضان 1445م",
                           "مارس 18",
                           "2018 2019",
                           "2018-",
                           "1501 هـ",
                           "2018 هـ"}) {
    CAPTURE(text);
    CHECK(days(text) == "none");
  }
}
