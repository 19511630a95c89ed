// Every article that a query finds, and the formats they are handed on in.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/export_format.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"

namespace {

using warraq::Error;
using warraq::corpus::Article;
using warraq::searcher::Request;
using warraq::searcher::Searcher;
using warraq::searcher::Sort;
using warraq::searcher::StreamedArticle;
using warraq::searcher::StreamStart;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
namespace output = warraq::searcher::output;
using Ids = std::vector<std::string>;
using Entry = std::map<std::string, std::string>;

Ids streamed(Searcher& searcher, const Request& request) {
  Ids ids;
  searcher.for_each(request, {}, [&](const StreamedArticle& each) {
    ids.push_back(each.article.id);
    return true;
  });
  return ids;
}

std::vector<Article> fleet(const std::string& name, int from, int to) {
  std::vector<Article> articles;
  for (int i = from; i < to; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(article(name + number, "الميناء يستقبل السفينة رقم " + number,
                               "رست السفينة رقم " + number + " في الميناء بعد رحلة طويلة",
                               "2019-0" + std::to_string(1 + i % 9) + "-11"));
  }
  return articles;
}

Article awkward() {
  Article result =
      article("Sahil/خبر 7", "ارتفاع 5% في {أسعار} القمح & الشعير_#1",
              "قال التجار:\n\nالأسعار ~ 10$ \\ للكيس\u2028ER  - \n@misc{x}", "15 آذار 2018");
  result.source = "صحيفة *الساحل*";
  result.category = "=اقتصاد";
  result.author = "سالم and ليلى, مراسلان";
  result.url = "http://example.org/{a b}\\%D8%A3";
  return result;
}

std::string printed(output::ExportFormat format, const std::vector<Article>& articles,
                    const output::ExportOptions& options = {}) {
  std::ostringstream out;
  const auto printer = output::make_article_printer(format, out, options);
  for (const Article& each : articles) {
    const std::string json = warraq::corpus::to_json(each);
    printer->print({each, json});
  }
  return out.str();
}

// RIS as the specification has it, and no other: what breaks a rule fails.
std::vector<Entry> read_ris(std::string_view text) {
  std::vector<Entry> entries;
  bool inside = false;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 2);
    REQUIRE(line.find_first_of("\r\n") == std::string_view::npos);
    REQUIRE(line.size() >= 6);
    REQUIRE(line.substr(2, 4) == "  - ");
    const std::string tag(line.substr(0, 2));
    CHECK((tag == "TY") == !inside);
    if (tag == "TY") entries.emplace_back();
    inside = tag != "ER";
    CHECK(entries.back().emplace(tag, line.substr(6)).second);
  }
  CHECK_FALSE(inside);
  return entries;
}

// One BibTeX database of braced values, read as BibTeX does: by counting braces.
std::vector<Entry> read_bibtex(std::string_view text) {
  std::vector<Entry> entries;
  std::size_t at = 0;
  const auto skip = [&](std::string_view what) {
    REQUIRE(text.substr(at, what.size()) == what);
    at += what.size();
  };
  const auto until = [&](std::string_view stops) {
    const std::size_t begin = at;
    at = text.find_first_of(stops, at);
    REQUIRE(at != std::string_view::npos);
    return std::string(text.substr(begin, at - begin));
  };
  while (at < text.size()) {
    Entry& entry = entries.emplace_back();
    skip("@");
    entry["type"] = until("{");
    skip("{");
    entry["key"] = until(",\n");
    while (text[at] == ',') {
      skip(",\n  ");
      const std::string name = until(" ");
      skip(" = {");
      const std::size_t begin = at;
      for (int depth = 1; depth > 0; ++at) {
        REQUIRE(at < text.size());
        if (text[at] == '{') ++depth;
        if (text[at] == '}') --depth;
      }
      CHECK(entry.emplace(name, text.substr(begin, at - 1 - begin)).second);
    }
    skip("\n}\n\n");
  }
  return entries;
}

}  // namespace

TEST_CASE("a stream has all that a query finds, in the order of its hits") {
  TestArchive archive(fleet("a", 0, 120));
  archive.add(fleet("b", 0, 30));
  archive.remove("a7");
  Searcher searcher = archive.open();
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    Request request = request_for("الميناء سفينة");
    request.sort = sort;
    request.limit = 1'000;
    CHECK(archive.ids(request).size() == 149);
    const Ids hits = archive.ids(request);
    request.limit = 3;
    request.offset = 5;
    CHECK(streamed(searcher, request) == hits);
  }
  Request request = request_for("\"السفينة رقم 12\"");
  CHECK(streamed(searcher, request).size() == 2);
  request.from = warraq::analyzers::Date{2030, 1, 1};
  CHECK(streamed(searcher, request).empty());
}

TEST_CASE("a stream begins with what is known, ends when it is told to, and gives articles whole") {
  const TestArchive archive(fleet("a", 0, 20));
  Searcher searcher = archive.open();
  StreamStart start;
  std::string json;
  const auto given = searcher.for_each(
      request_for("السفينة"), [&](const StreamStart& first) { start = first; },
      [&](const StreamedArticle& each) {
        json = each.json;
        CHECK(json == warraq::corpus::to_json(*searcher.get(each.article.id)));
        return false;
      });
  CHECK(given == 1);
  CHECK(start.total == 20);
  CHECK(start.state.generation == 1);
  CHECK(start.state.live_revision == 0);
  CHECK(json.find("رست السفينة") != std::string::npos);
}

TEST_CASE("a stream outlives the commits of a writer, and repeats and loses nothing") {
  TestArchive archive(fleet("a", 0, 40));
  // What lies in live/ is what commits take away from a reader.
  archive.add(fleet("b", 0, 400));
  Searcher searcher = archive.open();
  Ids ids;
  int added = 0;
  const auto given =
      searcher.for_each(request_for("السفينة"), {}, [&](const StreamedArticle& each) {
        ids.push_back(each.article.id);
        if (ids.size() % 60 == 5) {
          for (int commit = 0; commit < 3; ++commit, ++added) {
            archive.add(fleet("b", 10 * added, 10 * added + 10));  // replaces some
            archive.add(fleet("new", added, added + 1));
          }
        }
        return true;
      });
  CHECK(given == ids.size());
  const std::set<std::string> distinct(ids.begin(), ids.end());
  CHECK(distinct.size() == ids.size());
  for (const auto& [name, count] : {std::pair{"a", 40}, std::pair{"b", 400}}) {
    for (int i = 0; i < count; ++i) CHECK(distinct.count(name + std::to_string(i)) == 1);
  }
  // The state at the end is a later one than at the beginning.
  CHECK(distinct.count("new0") == 1);
}

TEST_CASE("RIS has one field a line, whatever the text holds") {
  output::ExportOptions with_body;
  with_body.with_body = true;
  Article undated = article("2", "بلا تاريخ", "نص", "أمس");
  const auto entries =
      read_ris(printed(output::ExportFormat::ris, {awkward(), undated}, with_body));
  REQUIRE(entries.size() == 2);
  Entry first = entries[0];
  CHECK(first["TY"] == "NEWS");
  CHECK(first["ID"] == "Sahil/خبر 7");
  CHECK(first["TI"] == "ارتفاع 5% في {أسعار} القمح & الشعير_#1");
  CHECK(first["T2"] == "صحيفة الساحل");
  CHECK(first["DA"] == "2018/03/15");
  CHECK(first["PY"] == "2018");
  CHECK(first["AB"] == "قال التجار: الأسعار ~ 10$ \\ للكيس ER - @misc{x}");
  CHECK(entries[1].count("DA") == 0);
  CHECK(entries[1].at("N1") == "أمس");
  CHECK(read_ris(printed(output::ExportFormat::ris, {awkward()}))[0].count("AB") == 0);
}

TEST_CASE("BibTeX keeps braces balanced and LaTeX from reading the text") {
  output::ExportOptions with_body;
  with_body.with_body = true;
  const auto entries = read_bibtex(
      printed(output::ExportFormat::bibtex, {awkward(), article("2", "خبر", "")}, with_body));
  REQUIRE(entries.size() == 2);
  Entry first = entries[0];
  CHECK(first["type"] == "article");
  CHECK(first["title"] ==
        "ارتفاع 5\\% في \\textbraceleft{}أسعار\\textbraceright{} القمح \\& الشعير\\_\\#1");
  CHECK(first["author"] == "{سالم and ليلى, مراسلان}");
  CHECK(first["journal"] == "صحيفة *الساحل*");
  CHECK(first["date"] == "2018-03-15");
  CHECK(first["url"] == "http://example.org/%7ba%20b%7d%5c%D8%A3");
  CHECK(first["abstract"].find("\\textasciitilde{} 10\\$ \\textbackslash{} للكيس") !=
        std::string::npos);
  CHECK(entries[1].at("type") == "misc");
  CHECK(entries[1].at("key") == "2");
}

TEST_CASE("keys of BibTeX are one for each id, and the same every time") {
  const std::vector<std::string> ids = {"a-1",
                                        "A-1",
                                        "a/1",
                                        "a 1",
                                        "a_1",
                                        "خبر 1",
                                        "خبر 2",
                                        "a1",
                                        "a,1",
                                        "a{1",
                                        "",
                                        "1",
                                        "%",
                                        "#",
                                        std::string(300, 'a'),
                                        std::string(301, 'a')};
  std::vector<Article> articles;
  for (const std::string& id : ids) articles.push_back(article(id, "خبر", ""));
  std::set<std::string> keys;
  for (const Entry& entry : read_bibtex(printed(output::ExportFormat::bibtex, articles))) {
    std::string key = entry.at("key");
    CHECK(key.size() < 100);
    CHECK(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.:_") == std::string::npos);
    // What BibTeX takes for one key must not be two.
    keys.insert(key);
  }
  CHECK(keys.size() == ids.size());
  CHECK(keys.count("a-1") == 1);
  // What is capital is not lost.
  const std::string capital =
      read_bibtex(printed(output::ExportFormat::bibtex, {article("ant:BB-1", "خبر", "")}))[0].at(
          "key");
  CHECK(capital.substr(0, 9) == "ant:bb-1_");
  // An id that looks like a key made for another one is not left as it is.
  const std::string made =
      read_bibtex(printed(output::ExportFormat::bibtex, {article("a/1", "خبر", "")}))[0].at("key");
  CHECK(read_bibtex(printed(output::ExportFormat::bibtex, {article(made, "خبر", "")}))[0].at(
            "key") != made);
}

TEST_CASE("JSON lines are the articles as they are stored, or the fields that are asked for") {
  const std::string whole = printed(output::ExportFormat::jsonl, {awkward()});
  CHECK(whole == warraq::corpus::to_json(awkward()) + '\n');
  output::ExportOptions some;
  some.fields = output::fields_named("title,id,agency");
  const auto line = nlohmann::json::parse(printed(output::ExportFormat::jsonl, {awkward()}, some));
  CHECK(line == nlohmann::json{{"id", awkward().id}, {"title", awkward().title}});
  CHECK_THROWS_AS(static_cast<void>(output::fields_named("id,عنوان")), Error);
  CHECK_THROWS_AS(static_cast<void>(output::fields_named("")), Error);
  CHECK_THROWS_AS(output::require_takes(output::ExportFormat::ris, some), Error);
}

TEST_CASE("CSV has the fields that are asked for, and nothing that a spreadsheet would run") {
  output::ExportOptions some;
  some.fields = output::fields_named("category,date,title");
  CHECK(printed(output::ExportFormat::csv, {awkward()}, some) ==
        "category,date,title\r\n'=اقتصاد,2018-03-15,ارتفاع 5% في {أسعار} القمح & الشعير_#1\r\n");
  const std::string header = printed(output::ExportFormat::csv, {});
  CHECK(header == "id,title,date,source,category,author,agency,url\r\n");
}

TEST_CASE("CSV for spreadsheets begins with a byte order mark, and nothing else does") {
  output::ExportOptions marked;
  marked.bom = true;
  CHECK(printed(output::ExportFormat::csv, {}, marked) ==
        "\uFEFF" + printed(output::ExportFormat::csv, {}));
  for (const auto format : {output::ExportFormat::jsonl, output::ExportFormat::bibtex,
                            output::ExportFormat::ris, output::ExportFormat::ids}) {
    CHECK_THROWS_AS(output::require_takes(format, marked), Error);
  }
}

TEST_CASE("an id takes one line") {
  CHECK(printed(output::ExportFormat::ids,
                {article("a\r\nb", "خبر", ""), article("ج", "خبر", "")}) == "a%0D%0Ab\nج\n");
}
