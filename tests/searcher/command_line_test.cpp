// What the commands read before they ask: topics and dates.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "searcher/cli/topics.h"
#include "searcher/request/dates.h"
#include "tests/analyzers/random_text.h"
#include "warraq/error.h"

namespace {

using warraq::analyzers::Date;
using warraq::searcher::DayOf;
using warraq::searcher::read_date;
using warraq::searcher::commands::read_topics;
using warraq::searcher::commands::Topics;

Date first(std::string_view text) { return read_date(text, DayOf::first, "--from"); }
Date last(std::string_view text) { return read_date(text, DayOf::last, "--to"); }

}  // namespace

TEST_CASE("topics as tab-separated lines") {
  const Topics topics =
      read_topics("\uFEFFq1\tانتخابات تونس\r\n\nسطر بلا علامة\nq2\tليبيا\tاليوم\n");
  REQUIRE(topics.topics.size() == 2);
  CHECK(topics.topics[0].id == "q1");
  CHECK(topics.topics[0].query == "انتخابات تونس");
  CHECK(topics.topics[1].query == "ليبيا\tاليوم");
  CHECK(topics.topics[1].line == 4);
  REQUIRE(topics.faults.size() == 1);
  CHECK(topics.faults[0].line == 3);
}

TEST_CASE("topics as JSON lines") {
  const Topics topics = read_topics(
      "{\"qid\": 7, \"query\": \"النفط\"}\n{\"id\":\"b\",\"title\":\"الغاز\"}\n{\"id\":\"c\"\n"
      "{\"query\":\"بلا رقم\"}\n{\"id\":\"d\",\"query\":3.5}\n");
  REQUIRE(topics.topics.size() == 2);
  CHECK(topics.topics[0].id == "7");
  CHECK(topics.topics[0].query == "النفط");
  CHECK(topics.topics[1].query == "الغاز");
  CHECK(topics.faults.size() == 3);
}

TEST_CASE("topics of TREC") {
  const Topics topics = read_topics(
      "<top>\n<num> Number: AR26\n<title> مجلس\nالأمن\n\n<desc> Description:\nما قاله "
      "المجلس\n</top>\n"
      "\n<top>\n<title> بلا رقم\n</top>\n<top><num>27</num><title>القمة</title></top>\n");
  REQUIRE(topics.topics.size() == 2);
  CHECK(topics.topics[0].id == "AR26");
  CHECK(topics.topics[0].query == "مجلس الأمن");
  CHECK(topics.topics[0].line == 1);
  CHECK(topics.topics[1].id == "27");
  CHECK(topics.topics[1].query == "القمة");
  REQUIRE(topics.faults.size() == 1);
  CHECK(topics.faults[0].line == 10);
}

TEST_CASE("any bytes are taken for topics") {
  CHECK(read_topics("").topics.empty());
  CHECK(rc::check("random text", [] {
    const auto start = *rc::gen::elementOf(std::vector<std::string>{"", "{", "<top><num>", "1\t"});
    static_cast<void>(read_topics(start + *warraq::analyzers::test::random_text()));
  }));
}

TEST_CASE("a year or month stands for its first or last day") {
  CHECK(first("2018") == Date{2018, 1, 1});
  CHECK(last("2018") == Date{2018, 12, 31});
  CHECK(first("2018-02") == Date{2018, 2, 1});
  CHECK(last("2018-02") == Date{2018, 2, 28});
  CHECK(last("2016/02") == Date{2016, 2, 29});
  CHECK(first("2018-03-15") == Date{2018, 3, 15});
}

TEST_CASE("dates in any digits") {
  CHECK(first("٢٠١٨-٠٣") == Date{2018, 3, 1});
  CHECK(last("۲۰۱۸") == Date{2018, 12, 31});
}

TEST_CASE("dates as news writes them") {
  CHECK(first("آذار 2018") == Date{2018, 3, 1});
  CHECK(last("آذار 2018") == Date{2018, 3, 31});
  CHECK(first("رمضان 1445") == Date{2024, 3, 11});
  CHECK(last("1445 هـ") == Date{2024, 7, 6});
  CHECK(first("15/03/2018") == Date{2018, 3, 15});
}

TEST_CASE("a date that does not exist is refused") {
  for (const std::string text : {"2018-02-30", "2018-13", "0000", "18", "2018-1", "أمس", "",
                                 "2018-03-15x", "3112-20-16", "٢٠١"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(static_cast<void>(first(text)), warraq::Error);
  }
}
