#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/output/format.h"
#include "warraq/searcher/searcher.h"

namespace {

using nlohmann::json;
using warraq::searcher::Answer;
using warraq::searcher::Hit;
namespace output = warraq::searcher::output;

// U+2068 and U+2069.
const std::string kIsolate = {'\xE2', '\x81', '\xA8'};
const std::string kEndOfIsolate = {'\xE2', '\x81', '\xA9'};

Answer two_hits() {
  Hit first;
  first.rank = 1;
  first.score = 7.25;
  first.article.id = "a 1";
  first.article.title = "فوز \"الأهلي\", بثلاثة\nأهداف";
  first.article.date = "2018-03-01";
  first.article.source = "الصحيفة";
  first.title_highlights = {{8, 20}};
  first.snippets = {{"قال المدرب", {{0, 6}}, true, false}, {"ثم غادر", {}, false, true}};
  Hit second;
  second.rank = 2;
  second.score = 7.25;
  second.article.id = "b%2";
  second.article.title = "=HYPERLINK(0)";
  Answer answer;
  answer.hits = {first, second};
  answer.total = 12;
  answer.total_is_exact = false;
  answer.notes = {"ملاحظة"};
  return answer;
}

std::string printed(std::string_view format, const Answer& answer, std::string_view query_id = {},
                    bool colour = false) {
  std::ostringstream out;
  output::make_printer(*output::format_named(format), out, {colour, "run one"})
      ->print(query_id, answer);
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

// RFC 4180, read back.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[i++];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && text[i] == '\r') {
      ++i;
      rows.emplace_back(1);
    } else {
      field += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("formats have names") {
  CHECK(output::format_named("jsonl") == output::Format::jsonl);
  CHECK_FALSE(output::format_named("xml"));
}

TEST_CASE("jsonl is one object a hit and a summary") {
  const auto lines = lines_of(printed("jsonl", two_hits()));
  REQUIRE(lines.size() == 3);
  const json hit = json::parse(lines[0]);
  CHECK(hit["id"] == "a 1");
  CHECK(hit["rank"] == 1);
  CHECK(hit["score"] == 7.25);
  CHECK(hit["title"] == "فوز \"الأهلي\", بثلاثة\nأهداف");
  CHECK(hit["date"] == "2018-03-01");
  CHECK(hit["source"] == "الصحيفة");
  CHECK(hit["url"] == "");
  CHECK(hit["snippets"][0]["text"] == "قال المدرب");
  CHECK(hit["snippets"][0]["highlights"] == json::parse("[[0,6]]"));
  CHECK_FALSE(hit.contains("type"));
  const json summary = json::parse(lines[2]);
  CHECK(summary["type"] == "summary");
  CHECK(summary["version"] == output::kVersion);
  CHECK(summary["total"] == 12);
  CHECK(summary["total_is_exact"] == false);
  CHECK(summary["notes"][0] == "ملاحظة");
  CHECK_FALSE(summary.contains("id"));
}

TEST_CASE("jsonl of a batch names the topic on every line") {
  for (const std::string& line : lines_of(printed("jsonl", two_hits(), "AR26"))) {
    CHECK(json::parse(line)["qid"] == "AR26");
  }
}

TEST_CASE("json is one object") {
  const json object = json::parse(printed("json", two_hits()));
  CHECK(object["version"] == output::kVersion);
  CHECK(object["total"] == 12);
  CHECK(object["hits"].size() == 2);
  CHECK(object["suggestions"].empty());
}

TEST_CASE("a hit has its agency") {
  Answer answer = two_hits();
  answer.hits[0].article.agency = "رويترز";
  CHECK(json::parse(printed("json", answer))["hits"][0]["agency"] == "رويترز");
  CHECK(parse_csv(printed("csv", answer))[1][8] == "رويترز");
}

TEST_CASE("json stays valid whatever bytes an article has") {
  Answer answer = two_hits();
  answer.hits[0].article.title = "\xFF\xFE\x01";
  CHECK(json::accept(printed("json", answer)));
}

TEST_CASE("csv reads back as it was, and no field is a formula") {
  const auto rows = parse_csv(printed("csv", two_hits()));
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<std::string>{"rank", "score", "id", "title", "date", "source",
                                            "category", "author", "agency", "url", "snippet"});
  CHECK(rows[1][2] == "a 1");
  CHECK(rows[1][3] == "فوز \"الأهلي\", بثلاثة\nأهداف");
  CHECK(rows[1][10] == "قال المدرب … ثم غادر");
  CHECK(rows[2][3] == "'=HYPERLINK(0)");
}

TEST_CASE("trec has six fields and scores that fall") {
  const auto lines = lines_of(printed("trec", two_hits(), "AR 26"));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "AR%2026 Q0 a%201 1 7.250000 run%20one");
  CHECK(lines[1] == "AR%2026 Q0 b%252 2 7.249999 run%20one");
}

TEST_CASE("people see isolated fields, marked words and where a passage was cut") {
  const std::string text = printed("human", two_hits());
  CHECK(text.find("1. " + kIsolate + "فوز \"**الأهلي**\"") != std::string::npos);
  CHECK(text.find(kIsolate + "… **قال** المدرب" + kEndOfIsolate) != std::string::npos);
  CHECK(text.find(kIsolate + "ثم غادر …" + kEndOfIsolate) != std::string::npos);
  CHECK(text.find("about 12 articles") != std::string::npos);
  CHECK(text.find('\x1b') == std::string::npos);
  // The title's own line break would break the line.
  CHECK(text.find("بثلاثة أهداف") != std::string::npos);
  const std::string coloured = printed("human", two_hits(), {}, true);
  CHECK(coloured.find("\x1b[1;31mقال\x1b[0m") != std::string::npos);
  CHECK(coloured.find("**") == std::string::npos);
}

TEST_CASE("no answer prints no hits") {
  CHECK(printed("trec", {}, "1").empty());
  CHECK(lines_of(printed("jsonl", {})).size() == 1);
  CHECK(parse_csv(printed("csv", {})).size() == 1);
  CHECK(printed("human", {}) == "0 articles\n");
}
