#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus/readers/make_reader.h"
#include "tests/corpus/support/only_record.h"
#include "tests/corpus/support/portions.h"
#include "tests/corpus/support/reading.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::size_t kLimit = 100'000;

Reading read_table(const std::string& table, const std::string& map = {},
                   std::size_t portion = 1 << 16, std::size_t limit = kLimit) {
  const ReaderContext context{"news.csv", limit, parse_field_map(map)};
  const auto reader = make_reader(InputFormat::csv, in_portions(table, portion), context);
  return read_all(*reader);
}

TEST_CASE("columns with Arabic names are an article's fields, and the others are kept") {
  const Article article = only_article(
      read_table("الرقم,العنوان,النص,تاريخ النشر,الصحيفة,القسم,الكاتب,الوكالة,الرابط,ملاحظات\r\n"
                 "17,افتتاح المعرض,\"افتتح الوزير المعرض، وقال: \"\"أهلا\"\".\nثم مضى.\","
                 "2018-03-04,الساحل,ثقافة,مريم,واس,https://sahil.example/17,\"أ,ب\"\r\n"));
  CHECK(article.id == "17");
  CHECK(article.title == "افتتاح المعرض");
  CHECK(article.body == "افتتح الوزير المعرض، وقال: \"أهلا\".\nثم مضى.");
  CHECK(article.date == "2018-03-04");
  CHECK(article.source == "الساحل");
  CHECK(article.category == "ثقافة");
  CHECK(article.author == "مريم");
  CHECK(article.agency == "واس");
  CHECK(article.url == "https://sahil.example/17");
  CHECK(article.extra == std::vector<ExtraField>{{"ملاحظات", "\"أ,ب\""}});
}

TEST_CASE("the delimiter is told from the header, whatever it is") {
  for (const std::string delimiter : {",", ";", "\t", "|", "،", "؛"}) {
    CAPTURE(delimiter);
    const Article article = only_article(read_table(
        "id" + delimiter + "\"Titre, sous-titre\"" + delimiter + "Titre" + delimiter + "Texte\n1" +
        delimiter + "\"جولة" + delimiter + "\"" + delimiter + "عنوان" + delimiter + "نص\n"));
    CHECK(article.title == "عنوان");
    CHECK(article.body == "نص");
    REQUIRE(article.extra.size() == 1);
    CHECK(article.extra.front().json == "\"جولة" + (delimiter == "\t" ? "\\t" : delimiter) + "\"");
  }
}

TEST_CASE("a first line of a spreadsheet's says its delimiter") {
  for (const char* first : {"sep=;\r\n", "\xEF\xBB\xBFsep=;\n", "\"sep=;\"\n"}) {
    CAPTURE(first);
    const Article article = only_article(read_table(first + "title,x;body\nأ;ب\n"s));
    CHECK(article.body == "ب");
    CHECK(article.extra == std::vector<ExtraField>{{"title,x", "\"أ\""}});
  }
}

TEST_CASE("a byte order mark, CRLF, blank lines and rows, and a missing last line feed") {
  const Reading reading =
      read_table("\xEF\xBB\xBF\r\n\"title\",body\r\n\r\nأ,ب\r\n , \r\n,,\r\n\"ج\" , \"د\"");
  CHECK(reading.rejections.empty());
  CHECK(reading.titles() == std::vector<std::string>{"أ", "ج"});
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].origin.line == 4);
  CHECK(reading.articles[0].origin.record == 1);
  CHECK(reading.articles[1].origin.line == 7);
  CHECK(reading.articles[1].origin.record == 2);
  CHECK(reading.articles[1].article.body == "د");
}

TEST_CASE("lines are counted through quoted line ends") {
  const Reading reading = read_table("title,body\n\"أ\n\nب\",نص\nج,\"د\nه\"\nو,ز\n");
  REQUIRE(reading.articles.size() == 3);
  CHECK(reading.articles[1].origin.line == 5);
  CHECK(reading.articles[2].origin.line == 7);
  CHECK(reading.articles[2].origin.record == 3);
}

TEST_CASE("quotes that nobody doubled are text") {
  const Reading reading =
      read_table("title,body\nشاشة 5\" جديدة,نص\n\"قال \"نعم\" ومضى\",\"نص\"\n\"\"أ\"\",ب\n");
  CHECK(reading.rejections.empty());
  CHECK(reading.titles() ==
        std::vector<std::string>{"شاشة 5\" جديدة", "قال \"نعم\" ومضى", "\"\"أ\"\""});
}

TEST_CASE("cells that are missing are empty, and too many are told") {
  const Reading reading = read_table("title,body,date\nأ\nب,نص, 2018 , , \nج,نص,آخر,زائد\nد,نص\n");
  CHECK(reading.titles() == std::vector<std::string>{"أ", "ب", "د"});
  CHECK(contains(only_reason(reading), "4 cells for 3 columns"));
  CHECK(reading.rejections[0].origin.line == 4);
  CHECK(reading.rejections[0].origin.record == 3);
  CHECK(reading.rejections[0].record == "ج,نص,آخر,زائد");
}

TEST_CASE("a quote that is never closed costs its own row alone") {
  const Reading reading = read_table(
      "id,title,body\n1,أول,نص\n2,\"بلا إغلاق,نص\n3,\"ثالث\",نص\n4,رابع,\"نص\nفيه سطران\"\n");
  CHECK(reading.ids() == std::vector<std::string>{"1", "3", "4"});
  CHECK(contains(only_reason(reading), "opens on line 3"));
  CHECK(reading.rejections[0].origin.line == 3);
  CHECK(reading.rejections[0].origin.record == 2);
  CHECK(reading.rejections[0].record == "2,\"بلا إغلاق,نص");
  CHECK(reading.articles[1].origin.line == 4);
  CHECK(reading.articles[2].origin.line == 5);
}

TEST_CASE("nor does one at the end, and its text is not taken for rows") {
  const Reading reading = read_table("id,title,body\n1,أول,\"نص\nبلا نهاية\nسطر\n2,ثان,نص\n");
  CHECK(reading.ids() == std::vector<std::string>{"2"});
  CHECK(contains(only_reason(reading), "opens on line 2"));
  CHECK(reading.articles[0].origin.line == 5);
}

TEST_CASE("a line, or a quoted cell, over the limit is not held") {
  const std::string lines = "سطر طويل\n";
  std::string cell;
  while (cell.size() < 5000) cell += lines;
  cell += "آخر";
  const Reading reading =
      read_table("title,body\nأ," + std::string(5000, 'x') + "\nب,نص\nج,\"" + cell + "\"\nد,نص\n",
                 {}, 100, 1000);
  CHECK(reading.titles() == std::vector<std::string>{"ب", "د"});
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].reason ==
        "a record of 5003 bytes, more than the 1000 that are allowed (--max-article)");
  CHECK(contains(reading.rejections[1].reason, "opens on line 4"));
}

TEST_CASE("a table without a column for text is rejected once, and says its columns") {
  const Reading reading = read_table("الرمز,القيمة\n1,2\n3,4\n");
  CHECK(reading.articles.empty());
  const std::string reason = only_reason(reading);
  CHECK(contains(reason, "الرمز"));
  CHECK(contains(reason, "القيمة"));
  CHECK(contains(reason, "--map"));
  CHECK(reading.rejections[0].origin.record == 0);
}

TEST_CASE("a map names columns, and those it does not name are known by their usual names") {
  const Article article = only_article(
      read_table("كود;مانشيت;title;تفاصيل;بديل;التاريخ\nص7;رأس;آخر;;متن بديل;2019-01-02\n",
                 "id = كود\ntitle = مانشيت\nbody = تفاصيل | بديل\nقلم = غائب"));
  CHECK(article.id == "ص7");
  CHECK(article.title == "رأس");
  CHECK(article.body == "متن بديل");
  CHECK(article.date == "2019-01-02");
  CHECK(article.extra == std::vector<ExtraField>{{"title_2", "\"آخر\""}});
}

TEST_CASE("a map's column for title or body that is not there is told, once for the table") {
  const std::string table = "id,headline,text\n1,فوز,خبر طويل\n2,معرض,خبر آخر\n";
  for (const std::string path : {"nosuch", "nosuch | #4", "#4"}) {
    CAPTURE(path);
    const Reading reading = read_table(table, "title = " + path + "\nbody = text");
    CHECK(reading.articles.empty());
    const std::string reason = only_reason(reading);
    CHECK(contains(reason, "\"title\""));
    CHECK(contains(reason, "headline"));
  }
  CHECK(read_table(table, "title = nosuch | headline").articles.size() == 2);
  CHECK(read_table(table, "title = headline\ncategory = nosuch").articles.size() == 2);
}

TEST_CASE("numbers in a map serve a table without a header") {
  const std::string map = "title = #2\nbody = #3\nقسم = #1";
  const Reading reading = read_table("رياضة,فوز,خبر طويل,باق\nثقافة,معرض,نص آخر\n", map);
  CHECK(reading.titles() == std::vector<std::string>{"فوز", "معرض"});
  CHECK(reading.articles.at(0).article.extra ==
        std::vector<ExtraField>{{"قسم", "\"رياضة\""}, {"column_4", "\"باق\""}});
  CHECK(read_table("section,headline,text\nثقافة,معرض,نص\n", map).titles() ==
        std::vector<std::string>{"معرض"});
  CHECK(read_table("a,b,c\nثقافة,معرض,نص\n", map + "\nrecord = #2").titles() ==
        std::vector<std::string>{"معرض"});
}

TEST_CASE("columns of one name, or of none, are all kept") {
  const Article article = only_article(read_table("title,note,note,,title\nأ,1,2,3,4\n"));
  CHECK(article.title == "أ");
  CHECK(article.extra ==
        std::vector<ExtraField>{
            {"note", "\"1\""}, {"note_2", "\"2\""}, {"column_4", "\"3\""}, {"title_2", "\"4\""}});
}

/// In windows-1256, of which the letters used here are.
std::string in_windows_1256(const std::string& utf8) {
  const std::vector<std::pair<std::string, char>> letters{
      {"ا", '\xC7'}, {"ب", '\xC8'}, {"ة", '\xC9'}, {"ت", '\xCA'}, {"ح", '\xCD'}, {"د", '\xCF'},
      {"ر", '\xD1'}, {"ز", '\xD2'}, {"س", '\xD3'}, {"ص", '\xD5'}, {"ع", '\xDA'}, {"ف", '\xDD'},
      {"ق", '\xDE'}, {"ل", '\xE1'}, {"م", '\xE3'}, {"ن", '\xE4'}, {"ه", '\xE5'}, {"و", '\xE6'},
      {"ي", '\xED'}, {"،", '\xA1'}, {"؛", '\xBA'}, {"ض", '\xD6'}, {"ط", '\xD8'}};
  std::string bytes = utf8;
  for (const auto& [letter, byte] : letters) {
    for (std::size_t at = bytes.find(letter); at != std::string::npos; at = bytes.find(letter)) {
      bytes.replace(at, letter.size(), 1, byte);
    }
  }
  return bytes;
}

TEST_CASE("a table in windows-1256, as spreadsheets write it, is decoded with its header") {
  for (const std::string delimiter : {",", ";", "،", "؛"}) {
    CAPTURE(delimiter);
    const Reading reading =
        read_table(in_windows_1256("العنوان" + delimiter + "النص\nالوزير يفتتح المعرض" + delimiter +
                                   "\"حضر الوزير الافتتاح في المدينة\nوتفقد المعرض مع الزوار" +
                                   delimiter + " وعاد\"\nبرد" + delimiter + "ص\n"));
    CHECK(reading.rejections.empty());
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[0].article.title == "الوزير يفتتح المعرض");
    CHECK(contains(reading.articles[0].article.body, "وتفقد المعرض مع الزوار" + delimiter));
    CHECK(reading.articles[1].article.title == "برد");
    CHECK(reading.articles[0].decoding.charset == "windows-1256");
    CHECK(reading.articles[0].decoding == reading.articles[1].decoding);
  }
}

TEST_CASE("tables that hold nothing") {
  CHECK(only_reason(read_table("title,body\n")) == "it holds no records");
  CHECK(only_reason(read_table("\n \n")) == "it holds no records");
  CHECK(contains(only_reason(read_table("\"title,body\nأ,ب\n")), "in its header"));
  CHECK(contains(only_reason(read_table("title," + std::string(2000, 'x'), {}, 100, 1000)),
                 "--max-article"));
}

std::string quoted(const std::string& cell, const std::string& delimiter, bool always) {
  const bool must = cell.find_first_of("\"\r\n") != std::string::npos ||
                    cell.find(delimiter) != std::string::npos;
  if (!must && !always) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\""s : std::string(1, c);
  return out + '"';
}

TEST_CASE("any table that RFC 4180 can write comes back, however its bytes come in") {
  const std::vector<std::string> pieces{
      "\"", ",",  ";",   "\t",   "|", "،", "؛",  "\n", "\r",   "\r\n",
      " ",  "نص", "أول", "\"\"", "x", "'", "\\", "=",  "\n\n", std::string(3000, 'y')};
  const auto any_cell =
      rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                   [](const std::vector<std::string>& chosen) {
                     std::string text;
                     for (const std::string& piece : chosen) text += piece;
                     return text;
                   });
  CHECK(rc::check([&] {
    const auto delimiter = *rc::gen::element(","s, ";"s, "\t"s, "|"s, "،"s, "؛"s);
    const auto line_end = *rc::gen::element("\n"s, "\r\n"s);
    const auto portion = *rc::gen::element<std::size_t>(1, 7, 1000, 65'536);
    const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(3, any_cell));
    std::string table = "title" + delimiter + "body" + delimiter + "x" + line_end;
    for (const auto& row : rows) {
      table += quoted("ع" + row[0], delimiter, *rc::gen::arbitrary<bool>()) + delimiter;
      table += quoted(row[1], delimiter, *rc::gen::arbitrary<bool>()) + delimiter;
      table += quoted("س" + row[2], delimiter, *rc::gen::arbitrary<bool>()) + line_end;
    }
    const Reading reading = read_table(table, "x = x", portion, std::size_t{1} << 20);
    RC_ASSERT(reading.rejections.size() == (rows.empty() ? 1U : 0U));
    RC_ASSERT(reading.articles.size() == rows.size());
    ArticleParser parser;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Article& article = reading.articles[i].article;
      RC_ASSERT(article.title == "ع" + rows[i][0]);
      RC_ASSERT(article.body == (article.body.empty() ? "" : rows[i][1]));
      const auto x = parser.parse("{\"title\":" + article.extra.at(0).json + "}");
      RC_ASSERT(x.article->title == "س" + rows[i][2]);
    }
  }));
}

TEST_CASE("what is read of any table does not depend on the portions that bytes come in") {
  const std::vector<std::string> pieces{
      "\"", "\"",   ",", ",",  "\n",   "\n",  "\r",
      " ",  "\"\"", "x", "نص", "\xC7", ",\"", std::string(300, 'y')};
  CHECK(rc::check([&] {
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string table = "title,body\n";
    for (const std::string& piece : chosen) table += piece;
    const auto portion = *rc::gen::element<std::size_t>(1, 2, 7, 100);
    RC_ASSERT(described(read_table(table, {}, portion, 500)) ==
              described(read_table(table, {}, 1 << 16, 500)));
  }));
}

}  // namespace
