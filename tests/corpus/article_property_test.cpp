#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <array>
#include <set>
#include <string>

#include "corpus/article/utf8.h"
#include "warraq/corpus/article.h"

namespace {

using warraq::corpus::Article;
using warraq::corpus::ArticleParser;
using warraq::corpus::ParsedArticle;
using warraq::corpus::TextRange;

/// Text made of what JSON and Arabic find difficult.
rc::Gen<std::string> any_text() {
  static const std::vector<std::string> pieces{
      "ا",  "ة",  "ى",       "مُ",    "ـ",    "٢",          "،",      "»",      " ", "\n", "\t",
      "\"", "\\", "\\u0000", "\x01", "\x7F", "\U0001F600", "\uFFFD", "\u200F", "a", "/",  "{"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

rc::Gen<std::string> any_json_value() {
  return rc::gen::element<std::string>("null", "false", "-1.5e300", "18446744073709551616", "[]",
                                       R"({"a":[1,"]",{}]})", R"("\u0627\n")", R"("نص")");
}

/// Ranges of "متن ", with which every body begins.
std::vector<TextRange> any_furniture() {
  using Ranges = std::vector<TextRange>;
  return *rc::gen::element(Ranges{}, Ranges{{0, 6}}, Ranges{{0, 2}, {4, 7}},
                           Ranges{{2, 4}, {4, 6}});
}

Article any_article() {
  Article article;
  article.title = *any_text();
  article.body = "متن " + *any_text();
  article.id = *any_text();
  article.date = *any_text();
  article.source = *any_text();
  article.category = *any_text();
  article.author = *any_text();
  article.agency = *any_text();
  article.url = *any_text();
  for (const std::string& name : *rc::gen::container<std::set<std::string>>(any_text())) {
    article.extra.push_back({"x" + name, *any_json_value()});
  }
  article.furniture = any_furniture();
  return article;
}

TEST_CASE("an article that is written is read again as it was") {
  ArticleParser parser;
  CHECK(rc::check([&parser] {
    const Article article = any_article();
    const std::string json = to_json(article);
    RC_ASSERT(json.find('\n') == std::string::npos);
    const ParsedArticle parsed = parser.parse(json);
    RC_ASSERT(parsed.article.has_value());
    RC_ASSERT(*parsed.article == article);
    RC_ASSERT(parsed.replaced_sequences == 0U);
  }));
}

bool all_text_is_valid(const Article& article) {
  for (const std::string* text :
       {&article.id, &article.title, &article.body, &article.date, &article.source, &article.url}) {
    if (!warraq::corpus::is_valid_utf8(*text)) return false;
  }
  for (const auto& field : article.extra) {
    if (!warraq::corpus::is_valid_utf8(field.name + field.json)) return false;
  }
  return true;
}

/// Bytes that are often nearly JSON.
rc::Gen<std::string> hostile_json() {
  static const std::vector<std::string> pieces{"{",
                                               "}",
                                               "[",
                                               "]",
                                               ",",
                                               ":",
                                               "\"",
                                               "\\",
                                               "\\u",
                                               "d800",
                                               "0000",
                                               "\\ud83d\\ude00",
                                               "\"title\":",
                                               "\"body\":",
                                               "\"x\":",
                                               "\"id\":",
                                               "نص",
                                               "\xD8",
                                               "\xFF",
                                               "\xE2\x82",
                                               "1",
                                               "-",
                                               ".",
                                               "e",
                                               "99999999999999999999",
                                               "true",
                                               "null",
                                               " ",
                                               "\n",
                                               "{\"title\":\"",
                                               "\"}",
                                               std::string(1, '\0')};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

TEST_CASE("any bytes give an article of valid text or a reason, never both or neither") {
  ArticleParser parser;
  const auto holds = [&parser](const std::string& bytes) {
    const ParsedArticle parsed = parser.parse(bytes);
    RC_ASSERT(parsed.article.has_value() == parsed.reason.empty());
    RC_ASSERT(warraq::corpus::is_valid_utf8(parsed.reason));
    if (!parsed.article) return;
    RC_ASSERT(all_text_is_valid(*parsed.article));
    RC_ASSERT(parser.parse(to_json(*parsed.article)).article == parsed.article);
  };
  CHECK(rc::check("any bytes", [&](const std::string& bytes) { holds(bytes); }));
  CHECK(rc::check("nearly JSON", [&] { holds(*hostile_json()); }));
  CHECK(rc::check("a good article with bytes changed", [&] {
    std::string json = to_json(any_article());
    const std::string splinter = *hostile_json();
    const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
    const auto length = *rc::gen::inRange<std::size_t>(0, 8);
    holds(json.replace(at, length, splinter));
  }));
}

TEST_CASE("mended text is valid, valid text is left alone, and nothing valid is lost") {
  CHECK(rc::check([](const std::string& bytes) {
    const warraq::corpus::RepairedText repaired = warraq::corpus::repair_utf8(bytes);
    RC_ASSERT(warraq::corpus::is_valid_utf8(repaired.text));
    RC_ASSERT((repaired.replaced == 0) == warraq::corpus::is_valid_utf8(bytes));
    if (repaired.replaced == 0) RC_ASSERT(repaired.text == bytes);
  }));
  CHECK(rc::check([] {
    const std::string before = *any_text();
    const std::string after = *any_text();
    const auto repaired = warraq::corpus::repair_utf8(before + "\xC0" + after);
    RC_ASSERT(repaired.text == before + "\uFFFD" + after);
    RC_ASSERT(repaired.replaced == 1U);
  }));
}

}  // namespace
