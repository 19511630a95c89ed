#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "tests/analyzers/random_text.h"

namespace {

using warraq::searcher::Clause;
using warraq::searcher::ClauseKind;
using warraq::searcher::kMaxQueryBytes;
using warraq::searcher::parse_query;
using warraq::searcher::ParsedQuery;
using warraq::searcher::Syntax;

ParsedQuery parse(std::string_view text) { return parse_query(text, Syntax::words_and_phrases); }

Clause words(std::string text) { return {ClauseKind::words, false, std::move(text)}; }
Clause phrase(std::string text) { return {ClauseKind::phrase, false, std::move(text)}; }
Clause exact(std::string text) { return {ClauseKind::phrase, true, std::move(text)}; }

using Clauses = std::vector<Clause>;

bool notes_name(const ParsedQuery& query, std::string_view text) {
  for (const std::string& note : query.notes) {
    if (note.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("bare words are one clause") {
  CHECK(parse("انتخابات تونس").clauses == Clauses{words("انتخابات تونس")});
  CHECK(parse("انتخابات تونس").notes.empty());
}

TEST_CASE("quotation marks of every kind make phrases") {
  for (const std::string text : {"\"مجلس الأمن\"", "«مجلس الأمن»", "“مجلس الأمن”", "”مجلس الأمن“",
                                 "»مجلس الأمن«", "„مجلس الأمن“", "‹مجلس الأمن›", "\"مجلس الأمن”"}) {
    CAPTURE(text);
    CHECK(parse(text).clauses == Clauses{phrase("مجلس الأمن")});
    CHECK(parse(text).notes.empty());
  }
}

TEST_CASE("a mark of one kind inside a quotation of another is text") {
  CHECK(parse("\"قال «نعم» ومضى\"").clauses == Clauses{phrase("قال «نعم» ومضى")});
}

TEST_CASE("phrases stand beside words") {
  CHECK(parse("تونس \"قصر قرطاج\" اليوم").clauses ==
        Clauses{words("تونس "), phrase("قصر قرطاج"), words(" اليوم")});
}

TEST_CASE("= asks for the exact form of a word or phrase") {
  CHECK(parse("=غوتيريس").clauses == Clauses{exact("غوتيريس")});
  CHECK(parse("=\"الأمم المتحدة\"").clauses == Clauses{exact("الأمم المتحدة")});
  CHECK(parse("=«الأمم المتحدة»").clauses == Clauses{exact("الأمم المتحدة")});
  CHECK(parse("لقاء =غوتيريس أمس").clauses ==
        Clauses{words("لقاء "), exact("غوتيريس"), words(" أمس")});
}

TEST_CASE("= inside a word is text, and alone it is left out and said") {
  CHECK(parse("a=b").clauses == Clauses{words("a=b")});
  CHECK(notes_name(parse("سعر = دولار"), "="));
  CHECK(notes_name(parse("سعر ="), "="));
}

TEST_CASE("a quotation left open is searched as words, and said") {
  const ParsedQuery query = parse("تونس «قصر قرطاج");
  CHECK(query.clauses == Clauses{words("تونس  قصر قرطاج")});
  CHECK(notes_name(query, "left open"));
}

TEST_CASE("operators of other engines are searched as words, and said") {
  CHECK(notes_name(parse("تونس AND ليبيا"), "AND"));
  CHECK(notes_name(parse("+تونس -ليبيا"), "+ -"));
  CHECK(notes_name(parse("انتخاب*"), "*"));
  CHECK(notes_name(parse("عنوان:تونس"), "عنوان:"));
  CHECK(parse("تونس AND ليبيا").clauses == Clauses{words("تونس AND ليبيا")});
}

TEST_CASE("what only looks like an operator is not remarked upon") {
  for (const std::string text : {"كوفيد-19", "درجة -5", "تونس: البرلمان يصوت", "- نقطة", "ANDY"}) {
    CAPTURE(text);
    CHECK(parse(text).notes.empty());
  }
}

TEST_CASE("in the plain syntax no mark means anything") {
  const ParsedQuery query = parse_query("=غوتيريس «الأمم", Syntax::plain);
  CHECK(query.clauses == Clauses{words("=غوتيريس «الأمم")});
  CHECK(query.notes.empty());
}

TEST_CASE("a query past the limit is cut between characters, and said") {
  std::string text = "a";
  while (text.size() <= kMaxQueryBytes) text += "ب";
  const ParsedQuery query = parse(text);
  REQUIRE(query.clauses.size() == 1);
  CHECK(query.clauses[0].text.size() == kMaxQueryBytes - 1);
  CHECK(notes_name(query, "cut"));
}

TEST_CASE("any bytes are taken, and none outside marks are lost") {
  CHECK(rc::check("random text", [] {
    const std::string text = *warraq::analyzers::test::random_text();
    std::size_t bytes = 0;
    for (const Clause& clause : parse(text).clauses) bytes += clause.text.size();
    // One space may stand for a mark left open.
    RC_ASSERT(bytes <= text.size() + 1);
    RC_ASSERT(parse_query(text, Syntax::plain).clauses.at(0).text == text);
  }));
}

TEST_CASE("many marks are read in good time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "« ";
  CHECK(parse(text).clauses.size() == 1);
}
