// Keywords in their contexts.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/concordance.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/display_columns.h"

namespace {

using warraq::corpus::Article;
using warraq::searcher::ConcordanceCounts;
using warraq::searcher::ConcordanceLine;
using warraq::searcher::Request;
using warraq::searcher::Searcher;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
namespace output = warraq::searcher::output;
using Field = ConcordanceLine::Field;

struct Line {
  std::string id;
  Field field = Field::body;
  std::string written;  // the bytes of the range
  std::string before;
  std::string keyword;
  std::string after;
  bool from_right = false;
  bool operator==(const Line&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Line& line) {
  return out << line.id << ' ' << static_cast<int>(line.field) << " [" << line.written << "] ["
             << line.before << "] [" << line.keyword << "] [" << line.after << ']';
}

std::vector<Line> lines(const TestArchive& archive, std::string_view query, std::size_t words) {
  std::vector<Line> result;
  archive.open().concordance(request_for(query), words, {}, [&](const ConcordanceLine& line) {
    const std::string& text = line.field == Field::title ? line.article.title : line.article.body;
    result.push_back({line.article.id, line.field,
                      text.substr(line.range.first, line.range.second - line.range.first),
                      line.before, line.keyword, line.after, line.from_right});
    return true;
  });
  return result;
}

std::string printed(std::string_view format, const std::vector<ConcordanceLine>& all) {
  std::ostringstream out;
  const auto printer = output::make_concordance_printer(format, out, 2, {"", ""});
  for (const ConcordanceLine& line : all) printer->print(line);
  printer->finish({{all.size(), 1}, 7, false, {}});
  return out.str();
}

}  // namespace

TEST_CASE("a line for each place, in the article's own spelling") {
  const TestArchive archive({article(
      "a", "بيانُ مَجلسِ الأمن", "اجتمع مجلس الأمن أمس.\n\nوقال المجلس، وهو بكامل أعضائه، كلمته")});
  const std::vector<Line> found = lines(archive, "مجلس", 2);
  REQUIRE(found.size() == 3);
  CHECK(found[0] == Line{"a", Field::title, "مَجلسِ", "بيانُ", "مَجلسِ", "الأمن", true});
  CHECK(found[1] == Line{"a", Field::body, "مجلس", "اجتمع", "مجلس", "الأمن أمس", true});
  CHECK(found[2] == Line{"a", Field::body, "المجلس", "أمس. وقال", "المجلس", "، وهو بكامل", true});
}

TEST_CASE("a phrase is one keyword, and words beside it are their own") {
  const TestArchive archive({article("a", "", "قرر مجلس الأمن أن يعود مجلس الوزراء")});
  std::vector<Line> found = lines(archive, "\"مجلس الأمن\" مجلس", 1);
  REQUIRE(found.size() == 2);
  CHECK(found[0].keyword == "مجلس الأمن");
  CHECK(found[0].before == "قرر");
  CHECK(found[0].after == "أن");
  CHECK(found[1].keyword == "مجلس");
  found = lines(archive, "مجلس", 0);
  REQUIRE(found.size() == 2);
  CHECK(found[0].before.empty());
  CHECK(found[0].after.empty());
}

TEST_CASE("words near one another are one line, each window once") {
  const TestArchive archive({article("a", "",
                                     "بحث الوزير أزمة المياه في المدينة. وبعد أيام من الاجتماع عاد "
                                     "الفريق إلى المياه، وقال الوزير إن المياه تكفي")});
  const std::vector<Line> found = lines(archive, "\"الوزير المياه\"~3", 1);
  REQUIRE(found.size() == 2);
  CHECK(found[0].keyword == "الوزير أزمة المياه");
  CHECK(found[0].before == "بحث");
  CHECK(found[0].after == "في");
  // Of windows that have a word in common one line.
  CHECK(found[1].keyword == "المياه، وقال الوزير إن المياه");
}

TEST_CASE("a query without words has no places") {
  const TestArchive archive({article("a", "سفينة", "سفينة في الميناء", "2018-03-01")});
  std::uint64_t found = 0;
  const ConcordanceCounts counts = archive.open().concordance(
      request_for("تاريخ:2018-03"), 5,
      [&](const warraq::searcher::StreamStart& start) { found = start.total; },
      [](const ConcordanceLine& /*line*/) { return true; });
  CHECK(found == 1);
  CHECK(counts.occurrences == 0);
}

TEST_CASE("json is one object, whatever there is") {
  const Article one = article("a", "", "نص");
  using nlohmann::json;
  const json lines = json::parse(printed("json", {{one, Field::body, {0, 4}, "", "نص", "", true},
                                                  {one, Field::body, {0, 4}, "", "نص", "", true}}));
  CHECK(lines["lines"].size() == 2);
  CHECK(lines["lines"][1]["keyword"] == "نص");
  CHECK(lines["occurrences"] == 2);
  CHECK(json::parse(printed("json", {}))["lines"].empty());
}

TEST_CASE("a word that is several tokens is one keyword, whole") {
  const TestArchive archive({article("a", "", "وصلت (الـ47) من طراز و2018 ثم أ.ف.ب. قالت")});
  CHECK(lines(archive, "47", 1)[0].keyword == "الـ47");
  CHECK(lines(archive, "2018", 1)[0].keyword == "و2018");
  REQUIRE(lines(archive, "أ.ف.ب", 1).size() == 1);
  CHECK(lines(archive, "أ.ف.ب", 1)[0].keyword == "أ.ف.ب");
}

TEST_CASE("captions are told apart, and are no context of the body") {
  Article captioned = article("a", "", "السفينة في الميناء");
  captioned.extra = {{"caption", "\"صورة السفينة\""}};
  const TestArchive archive({captioned});
  const std::vector<Line> found = lines(archive, "السفينة", 3);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == Line{"a", Field::body, "السفينة", "", "السفينة", "في الميناء", true});
  CHECK(found[1] == Line{"a", Field::beside, "", "صورة", "السفينة", "", true});
}

TEST_CASE("lines end when they are told to, and are counted") {
  const TestArchive archive({article("a", "سفينة", "سفينة سفينة"), article("b", "", "سفينة واحدة"),
                             article("c", "", "قارب صغير")});
  Searcher searcher = archive.open();
  const auto all = [](const ConcordanceLine& /*line*/) { return true; };
  ConcordanceCounts counts = searcher.concordance(request_for("سفينة"), 5, {}, all);
  CHECK(counts.occurrences == 4);
  CHECK(counts.articles == 2);
  int left = 2;
  counts = searcher.concordance(request_for("سفينة"), 5, {},
                                [&](const ConcordanceLine& /*line*/) { return left-- > 0; });
  CHECK(counts.occurrences == 2);
  CHECK(counts.articles == 1);
}

TEST_CASE("for people the keywords begin in one column, in the direction of the text") {
  const Article arabic = article("a", "", "", "2018-03-01");
  const std::vector<ConcordanceLine> all = {
      {arabic, Field::body, {0, 1}, "قال", "المجلسُ", "إنه", true},
      {arabic,
       Field::body,
       {0, 1},
       "وهذا كلام طويل جدا قبل",
       "مجلس",
       "وكلام طويل جدا بعده أيضا",
       true},
      {arabic, Field::body, {0, 1}, "the Security", "Council", "said", false}};
  std::istringstream in(printed("human", all));
  // U+2067 and U+2066 by their last byte.
  const std::string rli = "\xE2\x81\xA7";
  const std::string lri = "\xE2\x81\xA6";
  std::vector<std::size_t> columns;
  std::vector<std::size_t> widths;
  for (const auto& [keyword, isolate] :
       {std::pair{"المجلسُ", rli}, std::pair{"مجلس", rli}, std::pair{"Council", lri}}) {
    std::string line;
    REQUIRE(std::getline(in, line));
    CHECK(line.starts_with(isolate));
    const std::size_t at = line.find(isolate + keyword);
    REQUIRE(at != std::string::npos);
    columns.push_back(warraq::analyzers::display_columns(line.substr(0, at)));
    widths.push_back(warraq::analyzers::display_columns(line.substr(0, line.find("2018"))));
  }
  CHECK(columns == std::vector<std::size_t>(3, 15));
  CHECK(widths == std::vector<std::size_t>(3, widths[0]));
}

TEST_CASE("concordances as data") {
  Article source = article("a", "", "", "٢٠١٨/٣/١");
  source.source = "الصحيفة";
  const ConcordanceLine line = {source, Field::title, {4, 12}, "قبل", "كلمة", "=بعد", true};
  std::istringstream in(printed("jsonl", {line}));
  std::string text;
  std::getline(in, text);
  CHECK(nlohmann::json::parse(text) == nlohmann::json{{"id", "a"},
                                                      {"field", "title"},
                                                      {"range", {4, 12}},
                                                      {"before", "قبل"},
                                                      {"keyword", "كلمة"},
                                                      {"after", "=بعد"},
                                                      {"date", "2018-03-01"},
                                                      {"source", "الصحيفة"}});
  std::getline(in, text);
  const auto summary = nlohmann::json::parse(text);
  CHECK(summary["type"] == "summary");
  CHECK(summary["occurrences"] == 1);
  CHECK(summary["total"] == 7);
  CHECK(summary["complete"] == false);
  CHECK(printed("csv", {line}) ==
        "id,field,begin,end,before,keyword,after,date,source\r\n"
        "a,title,4,12,قبل,كلمة,'=بعد,2018-03-01,الصحيفة\r\n");
}
