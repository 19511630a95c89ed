// What each construct of the query language is read as. Trees are compared by their printed forms;
// tree_properties_test.cpp holds that these are read as the same trees.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "searcher/query/problems.h"
#include "searcher/query/tree.h"
#include "warraq/error.h"

namespace {

using namespace warraq::searcher;
using warraq::analyzers::Date;

QueryTree read(std::string_view text) { return read_query(text, Syntax::query); }

/// The tree of a text in which everything is understood.
std::string tree(std::string_view text) {
  const QueryTree result = read(text);
  for (const Problem& problem : result.problems) FAIL_CHECK(text, ": ", problem.what);
  return print_query(result.root);
}

/// The tree of a text with a problem whose piece is `piece`.
std::string tree_despite(std::string_view text, std::string_view piece) {
  const QueryTree result = read(text);
  REQUIRE_MESSAGE(!result.problems.empty(), text);
  const Place place = result.problems.front().place;
  CHECK(text.substr(place.begin, place.end - place.begin) == piece);
  CHECK(!result.problems.front().instead.empty());
  return print_query(result.root);
}

Node only(std::string_view text) {
  const QueryTree result = read(text);
  REQUIRE_MESSAGE(result.root.children.size() == 1, text);
  return result.root.children.front();
}

std::string refusal(std::string_view text) {
  try {
    const QueryTree result = read(text);
    FAIL("not refused: ", text, " read as ", print_query(result.root));
  } catch (const warraq::Error& error) {
    CHECK(error.code() == warraq::ErrorCode::query);
    CHECK(!error.hint().empty());
    return error.what();
  }
  return {};
}

using Cases = std::vector<std::pair<std::string, std::string>>;

void check_trees(const Cases& cases) {
  for (const auto& one : cases) {
    CAPTURE(one.first);
    CHECK(tree(one.first) == one.second);
  }
}

void check_trees_despite_problems(const Cases& cases) {
  for (const auto& one : cases) {
    CAPTURE(one.first);
    const QueryTree result = read(one.first);
    CHECK(!result.problems.empty());
    CHECK(print_query(result.root) == one.second);
  }
}

}  // namespace

TEST_CASE("words stand side by side") {
  CHECK(tree("انتخابات  تونس") == "انتخابات تونس");
  const Node word = only("تونس");
  CHECK(word.kind == Node::Kind::word);
  CHECK(word.text == "تونس");
  CHECK_FALSE(word.exact);
  CHECK(read(" \n ").root.children.empty());
}

TEST_CASE("quotation marks of every kind make phrases") {
  for (const std::string text :
       {"\"مجلس الأمن\"", "«مجلس الأمن»", "“مجلس الأمن”", "”مجلس الأمن“", "»مجلس الأمن«",
        "„مجلس الأمن“", "‹مجلس الأمن›", "\" مجلس الأمن”"}) {
    CAPTURE(text);
    CHECK(tree(text) == "\"مجلس الأمن\"");
  }
  CHECK(only("\"قال «نعم» ومضى\"").text == "قال «نعم» ومضى");
  CHECK(tree("تونس\"قصر قرطاج\"اليوم") == "تونس \"قصر قرطاج\" اليوم");
}

TEST_CASE("= asks for the exact form") {
  check_trees({{"=غوتيريس", "=غوتيريس"},
               {"=«الأمم المتحدة»", "=\"الأمم المتحدة\""},
               {"=غوتير*", "=غوتير*"},
               {"لقاء =غوتيريس أمس", "لقاء =غوتيريس أمس"},
               {"a=b", "a=b"}});
  CHECK(only("=غوتير*").exact);
}

TEST_CASE("signs require and refuse") {
  check_trees({{"غزة -سلام", "غزة -سلام"},
               {"+غزة -\"مجلس الأمن\" -(قطر OR مصر) -عنوان:ليبيا -=على",
                "+غزة -\"مجلس الأمن\" -(قطر OR مصر) -title:ليبيا -=على"},
               {"غزة −سلام ＋مصر", "غزة -سلام +مصر"}});
  const Node root = read("+غزة -سلام مصر").root;
  CHECK(root.children[0].sign == Sign::required);
  CHECK(root.children[1].sign == Sign::excluded);
  CHECK(root.children[2].sign == Sign::bare);
}

TEST_CASE("a sign within a word, before a digit or alone is text") {
  check_trees({{"كورونا-19", "كورونا-19"},
               {"+٢٠ مجموعة", "+٢٠ مجموعة"},
               {"a-b", "a-b"},
               {"غزة - سلام", "غزة سلام"},
               {"-(5)", "-(5)"},
               {"-\\5", "-(5)"}});
  CHECK(tree_despite("درجة -5", "-5") == "درجة -5");
  CHECK(tree_despite("+-غزة", "+-") == "-غزة");
  CHECK(tree_despite("+ غزة", "+") == "غزة");
  CHECK(only("-5").sign == Sign::bare);
  CHECK(only("-(5)").sign == Sign::excluded);
}

TEST_CASE("NOT binds before AND, AND before OR, and standing side by side last") {
  check_trees({{"تونس AND ليبيا", "تونس AND ليبيا"},
               {"تونس OR ليبيا AND مصر", "تونس OR (ليبيا AND مصر)"},
               {"تونس ليبيا OR مصر", "تونس (ليبيا OR مصر)"},
               {"NOT تونس AND ليبيا", "NOT تونس AND ليبيا"},
               {"NOT (تونس AND ليبيا) OR مصر", "NOT (تونس AND ليبيا) OR مصر"},
               {"تونس && ليبيا || مصر", "(تونس AND ليبيا) OR مصر"},
               {"تونس AND -ليبيا", "تونس AND NOT ليبيا"}});
  const Node any = only("تونس OR ليبيا AND مصر");
  CHECK(any.kind == Node::Kind::any);
  REQUIRE(any.children.size() == 2);
  CHECK(any.children[1].kind == Node::Kind::all);
}

TEST_CASE("NOT beside other parts excludes as - does") {
  check_trees({{"غزة NOT سلام", "غزة -سلام"}, {"NOT سلام", "-سلام"}, {"(-سلام)", "-سلام"}});
}

TEST_CASE("operators are capitals") { CHECK(tree("tunis and libya") == "tunis and libya"); }

TEST_CASE("Arabic words join brackets, quotations and fields alone") {
  check_trees({{"\"مجلس الأمن\" و\"الجامعة العربية\"", "\"مجلس الأمن\" AND \"الجامعة العربية\""},
               {"(تونس ليبيا) أو (مصر قطر)", "(تونس ليبيا) OR (مصر قطر)"},
               {"عنوان:ليبيا أو عنوان:مصر", "title:ليبيا OR title:مصر"},
               {"\"مجلس الأمن\" ليس عنوان:ليبيا", "\"مجلس الأمن\" -title:ليبيا"},
               {"\"مجلس الأمن\" بدون (ليبيا)", "\"مجلس الأمن\" -ليبيا"},
               {"تونس أو ليبيا", "تونس أو ليبيا"},
               {"السفر إلى مصر بدون تأشيرة", "السفر إلى مصر بدون تأشيرة"},
               {"غزة \\بدون مصر", "غزة بدون مصر"},
               {"قال و\"نعم\"", "قال و \"نعم\""}});
}

TEST_CASE("an Arabic word that was hardly meant as one is said to be one") {
  CHECK(tree_despite("تونس وليس ليبيا", "وليس") == "تونس وليس ليبيا");
  CHECK(tree_despite("غزة بدون مصر", "بدون") == "غزة بدون مصر");
  CHECK(tree_despite("\"غزة\" أو مصر", "أو") == "\"غزة\" أو مصر");
  CHECK(tree_despite("غزة ليس عنوان:مصر", "ليس") == "غزة ليس title:مصر");
}

TEST_CASE("single marks around several words and doubled angles make phrases") {
  for (const std::string text : {"‘مجلس الأمن’", "’مجلس الأمن‘", "'مجلس الأمن'", "<<مجلس الأمن>>",
                                 ">>مجلس الأمن<<", "<< مجلس الأمن >>"}) {
    CAPTURE(text);
    CHECK(tree(text) == "\"مجلس الأمن\"");
    CHECK(tree("غزة -" + text) == "غزة -\"مجلس الأمن\"");
    CHECK(tree("عنوان:=" + text) == "title:=\"مجلس الأمن\"");
  }
  check_trees({{"the kids' toys and the boys' room", "the kids' toys and the boys' room"},
               {"don't won't", "don't won't"},
               {"don’t won’t", "don’t won’t"},
               {"rock 'n' roll", "rock \\'n' roll"},
               {"a << b", "a b"}});
}

TEST_CASE("marks of other languages are said to mean nothing") {
  CHECK(tree_despite("غ?ة", "غ?ة") == "غ?ة");
  CHECK(tree_despite("غزة^3", "^3") == "غزة");
  CHECK(tree_despite("\"غزة مصر\"^2.5", "^2.5") == "\"غزة مصر\"");
  CHECK(tree_despite("(غزة OR مصر)^2", "^2") == "غزة OR مصر");
  CHECK(tree_despite("قطر !غزة", "!") == "قطر !غزة");
  CHECK(tree_despite("!(غزة)", "!") == "غزة");
  CHECK(tree_despite("غزة near/5 مصر", "near/5") == "غزة near/5 مصر");
  CHECK(tree_despite("رئيس W/٥ تونس", "W/٥") == "رئيس W/٥ تونس");
  CHECK(tree_despite("رئيس تونس ~5", "~5") == "رئيس تونس");
  CHECK(tree_despite("المصدر:\"سكاي\"~5", "~5") == "source:\"سكاي\"");
  CHECK(tree_despite("عنوان :ليبيا", "عنوان :") == "عنوان :ليبيا");
  check_trees({{"هل سافر؟ what? http://a/b?c=d", "هل سافر؟ what? http://a/b?c=d"},
               {"وقال: نعم!", "وقال: نعم!"}});
}

TEST_CASE("brackets group, those of full width too") {
  check_trees({{"(تونس OR ليبيا) AND مصر", "(تونس OR ليبيا) AND مصر"},
               {"（تونس OR ليبيا） AND مصر", "(تونس OR ليبيا) AND مصر"},
               {"((تونس))", "تونس"},
               {"(تونس ليبيا)", "تونس ليبيا"},
               {"قطر (تونس ليبيا)", "قطر (تونس ليبيا)"},
               {"+(تونس ليبيا)", "+(تونس ليبيا)"},
               {"قطر (+تونس)", "قطر +تونس"}});
}

TEST_CASE("a star behind letters makes a prefix") {
  check_trees({{"انتخاب*", "انتخاب*"},
               {"انتخاب٭", "انتخاب*"},
               {"انتخاب**", "انتخاب*"},
               {"انتخاب*، تونس", "انتخاب* تونس"}});
  CHECK(only("انتخاب*").kind == Node::Kind::prefix);
  CHECK(only("انتخاب*").text == "انتخاب");
}

TEST_CASE("nearness stands behind a quotation, in any digits and both languages") {
  check_trees({{"\"رئيس تونس\"~5", "\"رئيس تونس\"~5"},
               {"«رئيس تونس»~٥", "\"رئيس تونس\"~5"},
               {"\"رئيس تونس\"~جملة", "\"رئيس تونس\"~sentence"},
               {"\"رئيس تونس\"~S", "\"رئيس تونس\"~sentence"},
               {"\"رئيس تونس\"~sentence", "\"رئيس تونس\"~sentence"},
               {"\"رئيس تونس\"~فقرة", "\"رئيس تونس\"~paragraph"},
               {"\"رئيس تونس\" ~5", "\"رئيس تونس\"~5"},
               {"\"رئيس تونس\" ~جملة غزة", "\"رئيس تونس\"~sentence غزة"},
               {"=\"رئيس تونس\"~p", "=\"رئيس تونس\"~paragraph"}});
  CHECK(only("\"رئيس تونس\"~5").nearness == Nearness{Nearness::Kind::words, 5});
}

TEST_CASE("NEAR joins words and quotations") {
  check_trees({{"رئيس NEAR/5 تونس", "\"رئيس تونس\"~5"},
               {"رئيس NEAR/٥ تونس", "\"رئيس تونس\"~5"},
               {"رئيس NEAR تونس", "\"رئيس تونس\"~10"},
               {"=رئيس NEAR =تونس", "=\"رئيس تونس\"~10"},
               {"رئيس NEAR/3 وزير NEAR/7 تونس", "\"رئيس وزير تونس\"~7"},
               {"(رئيس OR وزير) NEAR/5 تونس", "\"رئيس تونس\"~5 OR \"وزير تونس\"~5"},
               {"قطر -رئيس NEAR/5 تونس", "قطر -\"رئيس تونس\"~5"}});
  check_trees_despite_problems(
      {{"انتخاب* NEAR/5 تونس", "انتخاب* AND تونس"}, {"=رئيس NEAR تونس", "\"رئيس تونس\"~10"}});
}

TEST_CASE("fields have Arabic and English names, with the article or without") {
  for (const std::string name : {"title", "TITLE", "عنوان", "العنوان", "العُنوان"}) {
    CHECK(tree(name + ":تونس") == "title:تونس");
  }
  for (const std::string name : {"body", "نص", "النص", "متن", "المتن"}) {
    CHECK(tree(name + ":تونس") == "body:تونس");
  }
  for (const std::string name : {"category", "قسم", "القسم", "تصنيف", "فئة", "الفئه"}) {
    CHECK(tree(name + ":رياضة") == "category:\"رياضة\"");
  }
  for (const std::string name : {"author", "كاتب", "الكاتب", "مؤلف", "المولف"}) {
    CHECK(tree(name + ":خوري") == "author:\"خوري\"");
  }
  for (const std::string name : {"source", "مصدر", "المصدر"}) {
    CHECK(tree(name + ":=\"الجزيرة نت\"") == "source:=\"الجزيرة نت\"");
  }
  for (const std::string name : {"agency", "وكالة", "الوكالة"}) {
    CHECK(tree(name + "：رويترز") == "agency:\"رويترز\"");
  }
}

TEST_CASE("a field restricts a word, a quotation, brackets and what = stands before") {
  check_trees({{"عنوان:\"مجلس الأمن\"", "title:\"مجلس الأمن\""},
               {"عنوان:(تونس ليبيا) مصر", "title:(تونس ليبيا) مصر"},
               {"عنوان:=على", "title:=على"},
               {"عنوان:انتخاب*", "title:انتخاب*"},
               {"عنوان:-تونس", "title:(NOT تونس)"},
               {"المصدر: \"الجزيرة نت\"", "source:\"الجزيرة نت\""},
               {"المصدر: (رويترز OR الجزيرة)", "source:\"رويترز\" OR source:\"الجزيرة\""},
               {"المصدر:(رويترز الجزيرة)", "source:\"رويترز\" OR source:\"الجزيرة\""},
               {"عنوان:\"مجلس الأمن\" +ليبيا -مصر تاريخ:2018-03..2018-05",
                "title:\"مجلس الأمن\" +ليبيا -مصر date:2018-03..2018-05"}});
}

TEST_CASE("times, addresses and headlines hold no fields") {
  check_trees({{"12:30", "12:30"},
               {"http://example.org/a", "http://example.org/a"},
               {"تونس: البرلمان يصوت", "تونس: البرلمان يصوت"}});
  CHECK(tree_despite("مصدر: مقتل خمسة", "مصدر:") == "مصدر مقتل خمسة");
}

TEST_CASE("an unknown field is searched as words, and the nearest one named") {
  CHECK(tree_despite("تعليق:كذا", "تعليق:") == "تعليق:كذا");
  const QueryTree near = read("عنوا:تونس");
  REQUIRE(near.problems.size() == 1);
  CHECK(near.problems[0].instead.find("عنوان") != std::string::npos);
  CHECK(tree_despite("تعليق:\"كذا وكذا\"", "تعليق:") == "تعليق \"كذا وكذا\"");
}

TEST_CASE("dates are years, months and days, ranges and comparisons, in any digits and calendar") {
  check_trees({{"date:2018", "date:2018"},
               {"تاريخ:٢٠١٨", "date:2018"},
               {"تاريخ: 2018-03", "date:2018-03"},
               {"date:2018-03-15", "date:2018-03-15"},
               {"date:2018-03..2018-05", "date:2018-03..2018-05"},
               {"date:2018-03 .. 2018-05", "date:2018-03..2018-05"},
               {"date:2018-03…2018-05", "date:2018-03..2018-05"},
               {"date:2018..", "date:2018-01.."},
               {"date:..2018-05", "date:..2018-05"},
               {"date:>2018", "date:2019-01.."},
               {"date:>=2018", "date:2018-01.."},
               {"date:>= 2018", "date:2018-01.."},
               {"date:<2018", "date:..2017-12"},
               {"date:<=٢٠١٨", "date:..2018-12"},
               {"تاريخ:\"15 آذار 2018\"", "date:2018-03-15"},
               {"تاريخ:15 آذار 2018 تونس", "date:2018-03-15 تونس"},
               {"تاريخ:\"شباط 2018\"..\"آذار 2018\"", "date:2018-02..2018-03"},
               {"تاريخ:شباط 2018..آذار 2018", "date:2018-02..2018-03"},
               {"تاريخ:(15 آذار 2018)", "date:2018-03-15"},
               {"تاريخ:(2016 OR 2018)", "date:2016 OR date:2018"},
               {"-تاريخ:2018 تونس", "-date:2018 تونس"}});
  const Node ramadan = only("تاريخ:\"رمضان 1439\"");
  REQUIRE(ramadan.from.has_value());
  CHECK(*ramadan.from == Date{2018, 5, 16});
  CHECK(*ramadan.to == Date{2018, 6, 14});
}

TEST_CASE("ranges of dates stand with words, dashes and in one quotation") {
  for (const std::string range :
       {"2016-2017", "2016–2017", "2016 - 2017", "2016 — 2017", "من 2016 إلى 2017", "2016 إلى 2017",
        "2016 الى ٢٠١٧", "بين 2016 و2017", "from 2016 to 2017", "\"2016..2017\"",
        "\"من 2016 إلى 2017\"", "\"2016\" حتى \"2017\"", "(2016-2017)"}) {
    CAPTURE(range);
    CHECK(tree("غزة تاريخ:" + range + " مصر") == "غزة date:2016-01..2017-12 مصر");
  }
  check_trees({{"تاريخ:2018-03 إلى 2018-05", "date:2018-03..2018-05"},
               {"تاريخ:2018-3", "date:2018-03"},
               {"تاريخ:٣/٢٠١٨", "date:2018-03"},
               {"تاريخ:2018-3..2018-5", "date:2018-03..2018-05"},
               {"تاريخ:منذ 2018", "date:2018-01.."},
               {"تاريخ:قبل آذار 2018", "date:..2018-02"},
               {"تاريخ:2018 إلى مصر", "date:2018 \\إلى مصر"}});
  CHECK(tree_despite("تاريخ:-2018", "-") == "-date:2018");
  CHECK(tree_despite("تاريخ:2018 -2019", "-2019") == "date:2018 -2019");
  CHECK(refusal("تاريخ:2018-2017").find("backwards") != std::string::npos);
  CHECK(refusal("تاريخ:2018 إلى 2017").find("backwards") != std::string::npos);
  try {
    static_cast<void>(read("تاريخ:1439"));
    FAIL("read");
  } catch (const warraq::Error& error) {
    CHECK(error.hint().find("1439هـ") != std::string::npos);
  }
}

TEST_CASE("fields are printed in the language that the query names them in") {
  CHECK(field_names_in("غزة -عنوان:مصر title:تونس") == FieldNames::arabic);
  CHECK(field_names_in("غزة (title:مصر)") == FieldNames::english);
  CHECK(field_names_in("غزة 12:30") == FieldNames::english);
  const std::string text =
      "عنوان:ليبيا نص:مصر المصدر:\"و\" القسم:\"ق\" الكاتب:\"ك\" الوكالة:\"ل\" تاريخ:2018";
  CHECK(print_query(read(text).root, FieldNames::arabic) == text);
}

TEST_CASE("a date that does not exist and a range backwards are refused, with their place") {
  CHECK(refusal("غزة date:2018-02-30").find("⟦2018-02-30⟧") != std::string::npos);
  CHECK(refusal("غزة date:2018-02-30").find("character 10") != std::string::npos);
  CHECK(refusal("تاريخ:2018-13").find("2018-13") != std::string::npos);
  CHECK(refusal("تاريخ:\"32 آذار 2018\"").find("32 آذار") != std::string::npos);
  CHECK(refusal("date:2018-05..2018-03").find("backwards") != std::string::npos);
  CHECK(refusal("date:2018..غدا").find("⟦غدا⟧") != std::string::npos);
  CHECK(refusal("date:>2199").find("no day") != std::string::npos);
}

TEST_CASE("a date's field before what is no date is searched as words") {
  CHECK(tree_despite("تاريخ:مصر", "تاريخ:") == "\\تاريخ:مصر");
  CHECK(tree_despite("تاريخ: مصر الحديث", "تاريخ:") == "تاريخ مصر الحديث");
  CHECK(tree_despite("تاريخ: 50 عاما", "تاريخ:") == "تاريخ 50 عاما");
  CHECK(tree_despite("تاريخ:\"الحرب الباردة\"", "تاريخ:") == "تاريخ \"الحرب الباردة\"");
}

TEST_CASE("controls of direction break no operator, and places count them") {
  const std::string text =
      "\u200Fغزة \u202B-\u202Cسلام \u2067عنوان\u2069:\u200E\"مجلس الأمن\"\u2069";
  CHECK(tree(text) == "غزة -سلام title:\"مجلس الأمن\"");
  CHECK(tree_despite("\u200Fغزة \u200FAND\u200E", "AND") == "غزة");
}

TEST_CASE("a backslash makes text of what follows") {
  check_trees({{"\\AND", "\\AND"}, {"\\-سلام", "\\-سلام"}, {"=\\\"", "=\\\""}, {"\\تونس", "تونس"}});
  CHECK(only("\\AND").text == "AND");
}

TEST_CASE("what is not understood is said, with its place, and the rest searched") {
  CHECK(tree_despite("غزة AND", "AND") == "غزة");
  CHECK(tree_despite("OR غزة", "OR") == "غزة");
  CHECK(tree_despite("غزة AND OR مصر", "AND") == "غزة OR مصر");
  CHECK(tree_despite("غزة NOT", "NOT") == "غزة");
  CHECK(tree_despite("AND", "AND").empty());
  CHECK(tree_despite("*", "*").empty());
  CHECK(tree_despite("غزة * مصر", "*") == "غزة مصر");
  CHECK(tree_despite("*غزة", "*غزة") == "غزة");
  CHECK(tree_despite("()", "()").empty());
  CHECK(tree_despite("غزة (مصر", "(") == "غزة مصر");
  CHECK(tree_despite("غزة) مصر", ")") == "غزة مصر");
  CHECK(tree_despite("غزة «قصر قرطاج", "«") == "غزة قصر قرطاج");
  CHECK(tree_despite("غزة AND « قصر", "«") == "غزة AND قصر");
  CHECK(tree_despite("غزة «-قصر", "«") == "غزة -قصر");
  CHECK(tree_despite("سعر = دولار", "=") == "سعر دولار");
  CHECK(tree_despite("=عنوان:تونس", "=عنوان:") == "title:تونس");
  CHECK(tree_despite("\"\"", "\"\"").empty());
  CHECK(tree_despite("\"مجلس الأم*\"", "\"مجلس الأم*\"") == "\"مجلس الأم*\"");
  CHECK(tree_despite("غزة~2", "غزة~2") == "غزة");
  CHECK(tree_despite("\"غزة مصر\"~قريبا", "~قريبا") == "\"غزة مصر\"");
  CHECK(tree_despite("عنوان:", "عنوان:") == "عنوان");
  CHECK(tree_despite("+غزة OR مصر", "+غزة") == "غزة OR مصر");
}

TEST_CASE("deep nesting is refused") {
  const std::string deep(kMaxNesting, '(');
  CHECK(read(deep + "غزة").root.children.size() == 1);
  CHECK(refusal(deep + "(غزة").find("character 101") != std::string::npos);
  std::string fields;
  for (std::size_t i = 0; i <= kMaxNesting; ++i) fields += "title:";
  CHECK(refusal(fields + "غزة").find("nests") != std::string::npos);
}

TEST_CASE("problems read well in text of either direction") {
  const std::string text = "غزة AND";
  const QueryTree result = read(text);
  REQUIRE(result.problems.size() == 1);
  const std::string line = describe_problem(text, result.problems[0]);
  CHECK(line ==
        "AND has nothing behind it (character 5 of \u2068غزة ⟦AND⟧\u2069): it was left out");
  CHECK_THROWS_AS(refuse_problems(text, result.problems), warraq::Error);
  CHECK_NOTHROW(refuse_problems(text, {}));
}

TEST_CASE("in the plain syntax no mark means anything") {
  const QueryTree result = read_query("=غوتيريس «الأمم AND (", Syntax::plain);
  CHECK(result.problems.empty());
  REQUIRE(result.root.children.size() == 4);
  CHECK(result.root.children[0].text == "=غوتيريس");
  CHECK(read(print_query(result.root)).root == result.root);
}
