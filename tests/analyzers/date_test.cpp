#include <doctest/doctest.h>

#include <string>

#include "warraq/analyzers/date.h"

namespace {

using warraq::analyzers::Date;
using warraq::analyzers::parse_date;

std::string iso(std::string_view text) {
  const auto date = parse_date(text);
  return date ? date->iso() : "none";
}

TEST_CASE("a day is read in its three forms") {
  CHECK(iso("2018-02-17") == "2018-02-17");
  CHECK(iso("2018/02/17") == "2018-02-17");
  CHECK(iso("20180217") == "2018-02-17");
  CHECK(iso("  2018-02-17\n") == "2018-02-17");
}

TEST_CASE("Arabic-Indic and Persian digits count as digits") {
  CHECK(iso("٢٠١٨-٠٢-١٧") == "2018-02-17");
  CHECK(iso("۲۰۱۸/۰۲/۱۷") == "2018-02-17");
  CHECK(iso("٢٠١٨٠٢١٧") == "2018-02-17");
}

TEST_CASE("a time may follow, with or without a zone, and does not move the day") {
  for (const char* text :
       {"2018-02-17T23:30", "2018-02-17 23:30:59", "2018-02-17T23:30:00Z", "2018-02-17t23:30:00z",
        "2018-02-17T23:30:00+03:00", "2018-02-17T23:30:00.123456-0500", "2018-02-17 23:30:00 +03",
        "2018-02-17 23:30:00 GMT", "2018-02-17 23:30:00 UTC", "٢٠١٨-٠٢-١٧ ٢٣:٣٠", "20180217T2330",
        "20180217T233059Z"}) {
    CAPTURE(text);
    CHECK(iso(text) == "2018-02-17");
  }
}

TEST_CASE("days that do not exist are none") {
  for (const char* text : {"0000-00-00", "3112-20-16", "2018-13-01", "2018-00-10", "2018-04-31",
                           "2018-01-00", "2019-02-29", "1900-02-29", "1499-12-31", "2200-01-01"}) {
    CAPTURE(text);
    CHECK(iso(text) == "none");
  }
}

TEST_CASE("leap years follow the Gregorian rule") {
  CHECK(iso("2016-02-29") == "2016-02-29");
  CHECK(iso("2000-02-29") == "2000-02-29");
}

TEST_CASE("the years at the ends of the range are in it") {
  CHECK(iso("1500-01-01") == "1500-01-01");
  CHECK(iso("2199-12-31") == "2199-12-31");
}

TEST_CASE("text that is no date is none") {
  for (const char* text : {"",
                           " ",
                           "2018",
                           "2018-02",
                           "2018-02/17",
                           "2018-02-17x",
                           "2018-02-17T",
                           "2018-02-17 25:00",
                           "2018-02-17 10:60",
                           "2018-02-17 10",
                           "2018-02-17 10:00:",
                           "2018-02-17 1000:30",
                           "2018-02-17 10:00:61",
                           "2018-02-17 10:00:00.",
                           "2018-02-171",
                           "201802171230",
                           "2018-02-17T10:00+",
                           "2018-02-17T10:00+99:00",
                           "2018-02-17 10:00 غدا",
                           "\xD9",
                           "2018-02-1\xD9"}) {
    CAPTURE(text);
    CHECK(iso(text) == "none");
  }
}

TEST_CASE("the two written forms of a day") {
  const Date date{1987, 6, 5};
  CHECK(date.iso() == "1987-06-05");
  CHECK(date.compact() == "19870605");
}

}  // namespace
