#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

#include "tests/serve/api_client.h"
#include "warraq/error.h"

namespace warraq::tests {
namespace {

// The code of the error that `ask` ends with; 0 for none.
template <typename Ask>
int code_of(Ask ask) {
  try {
    static_cast<void>(ask());
  } catch (const Error& error) {
    return static_cast<int>(error.code());
  }
  return 0;
}

constexpr int kUsage = static_cast<int>(ErrorCode::usage);
constexpr int kQuery = static_cast<int>(ErrorCode::query);
constexpr int kTimeout = static_cast<int>(ErrorCode::timeout);

}  // namespace

TEST_CASE("a search finds what the query asks for, within its filters") {
  ApiClient client;
  CHECK(client.json({"v1", "search"}, {{"query", "الميناء"}})["total"] == 2);
  const auto filtered = client.json({"v1", "search"}, {{"query", "الميناء"}, {"to", "2018"}});
  CHECK(filtered["total"] == 1);
  CHECK(filtered["hits"][0]["id"] == "harbour");
  CHECK(filtered["version"] == 1);
}

TEST_CASE("other spellings are left out one by one on every route that has a query") {
  ApiClient client;
  client.archive().add({article("words", "سباق", "شارك عشرون عداء في سباق الضاحية."),
                        article("digits", "سباق", "سجل 20 عداء أسماءهم في سباق المدينة.")});
  const std::vector<Parameter> whole = {{"query", "عشرون"}};
  std::vector<Parameter> without = whole;
  without.insert(without.end(), {{"exclude-variant", "غوغل"}, {"exclude-variant", "٢٠"}});
  for (const std::string route : {"search", "facets", "timeline", "kwic"}) {
    CAPTURE(route);
    CHECK(client.json({"v1", route}, whole)["total"] == 2);
    CHECK(client.json({"v1", route}, without)["total"] == 1);
  }
  CHECK(client.json({"v1", "search"}, whole)["variants"][0]["variants"][0]["text"] == "20");
  CHECK_FALSE(client.json({"v1", "search"}, without).contains("variants"));
  KeptBody exported;
  client.get({"v1", "export"}, without).stream(exported);
  CHECK(exported.text.find("words") != std::string::npos);
  CHECK(exported.text.find("digits") == std::string::npos);
}

TEST_CASE("nothing found is an answer, and says which filter no article has") {
  ApiClient client;
  const auto none = client.json({"v1", "search"}, {{"query", "الميناء"}, {"source", "لا جريدة"}});
  CHECK(none["total"] == 0);
  CHECK(none["hits"].empty());
  CHECK(none["notes"].size() == 1);
}

TEST_CASE("parameters that a route does not know, or past the limits, are refused") {
  ApiClient client;
  const auto code = [&](const std::vector<Parameter>& parameters) {
    return code_of([&] { return client.get({"v1", "search"}, parameters); });
  };
  CHECK(code({{"query", "الميناء"}, {"colour", "red"}}) == kUsage);
  CHECK(code({{"query", "الميناء"}, {"limit", "101"}}) == kUsage);
  CHECK(code({{"query", "الميناء"}, {"offset", "10001"}}) == kUsage);
  CHECK(code({{"query", std::string(4'097, 'a')}}) == kUsage);
  CHECK(code({}) == kUsage);
  CHECK(code({{"query", "date:2019-99"}}) == kQuery);
  CHECK(code({{"query", "الميناء"}, {"limit", "100"}}) == 0);
  CHECK(code_of([&] { return client.get({"v1", "kwic"}, {{"words", "21"}}); }) == kUsage);
  CHECK(code_of([&] { return client.get({"v1", "facets"}, {{"limit", "0"}}); }) == kUsage);
  CHECK(code_of([&] { return client.get({"v1", "info"}, {{"query", "x"}}); }) == kUsage);
}

TEST_CASE("a parameter that comes again is joined or refused, never lost") {
  ApiClient client;
  const auto code = [&](const std::string& route, const std::vector<Parameter>& parameters) {
    return code_of([&] { return client.get({"v1", route}, parameters); });
  };
  const auto counts = client.json({"v1", "facets"}, {{"by", "source"}, {"by", "year"}})["facets"];
  CHECK(counts.contains("source"));
  CHECK(counts.contains("year"));
  CHECK(code("search", {{"query", "الميناء"}, {"query", "المكتبة"}}) == kUsage);
  CHECK(code("facets", {{"limit", "1"}, {"limit", "2"}}) == kUsage);
  CHECK(code("kwic", {{"query", "الميناء"}, {"words", "1"}, {"words", "2"}}) == kUsage);
  CHECK(code("suggest", {{"query", "مكت"}, {"query", "مك"}}) == kUsage);
  CHECK(code("export", {{"id", "harbour"}, {"format", "csv"}, {"format", "ids"}}) == kUsage);
  CHECK(code("export", {{"id", "harbour"}, {"format", "csv"}, {"bom", "1"}}) == 0);
  CHECK(code("export", {{"query", "الميناء"}, {"bom", "1"}}) == kUsage);
  CHECK(client
            .get({"v1", "export"},
                 {{"id", "harbour"}, {"format", "csv"}, {"fields", "id"}, {"fields", "date"}})
            .status == 200);
}

TEST_CASE("what is said of a request names nothing that a client of HTTP cannot do") {
  ApiClient client;
  const auto said = [&](const std::vector<Parameter>& parameters) {
    try {
      return client.get({"v1", "search"}, parameters).body;
    } catch (const Error& error) {
      return std::string(error.what()) + "; " + error.hint();
    }
  };
  for (const Parameter& parameter : std::vector<Parameter>{{"source", "لا جريدة"},
                                                           {"category", "لا قسم"},
                                                           {"author", "لا أحد"},
                                                           {"agency", "لا وكالة"},
                                                           {"query", "source:غائب الميناء"},
                                                           {"query", "author:غائب الميناء"},
                                                           {"query", "(الميناء"},
                                                           {"from", "أمس"},
                                                           {"limit", "-1"},
                                                           {"offset", "س"},
                                                           {"sort", "up"},
                                                           {"exact", "perhaps"},
                                                           {"group", "12"},
                                                           {"facets", "colour"},
                                                           {"colour", "red"}}) {
    std::vector<Parameter> parameters = {{"strict", "1"}, parameter, {"relax", "1"}};
    if (parameter.first != "query") parameters.emplace_back("query", "الميناء");
    const std::string text = said(parameters);
    CAPTURE(text);
    CHECK(text.find("--") == std::string::npos);
    CHECK(text.find("warraq-") == std::string::npos);
  }
}

TEST_CASE("a query that is past its deadline ends") {
  ApiClient client;
  client.options().deadline = std::chrono::milliseconds(-1);
  // The clock is looked at every 16 steps, and three articles take few: asked often enough, any
  // route comes to a look.
  constexpr int kAsked = 32;
  for (const std::string route : {"search", "facets", "timeline", "kwic", "export"}) {
    CAPTURE(route);
    int ended = 0;
    for (int i = 0; i < kAsked; ++i) {
      const int code = code_of([&] { return client.get({"v1", route}, {{"query", "الميناء"}}); });
      if (code == kTimeout) ++ended;
    }
    CHECK(ended > 0);
  }
}

TEST_CASE("an article is what get prints, whatever its id holds") {
  ApiClient client;
  CHECK(client.json({"v1", "articles", "harbour"})["date"] == "2018-03-04");
  CHECK(client.json({"v1", "articles", "خبر/عاجل?#%"})["id"] == "خبر/عاجل?#%");
}

TEST_CASE("an article or a path that there is not is 404") {
  ApiClient client;
  for (const std::string& id : {std::string("none"), std::string(16'000, 'x'),
                                std::string("\xE2\x80\xAE"
                                            "مقال")}) {
    const auto answer = client.get({"v1", "articles", id});
    CHECK(answer.status == 404);
    CHECK(answer.body.size() < 1'000);
    CHECK(client.get({"v1", "similar", id}).status == 404);
  }
  CHECK(client.get({"v1"}).status == 404);
  CHECK(client.get({"v1", "articles"}).status == 404);
  CHECK(client.get({"v1", "search", "more"}).status == 404);
  CHECK(client.get({"v2", "search"}).status == 0);
  CHECK(client.get({}).status == 0);
}

TEST_CASE("similar articles, completions, counts and contexts") {
  ApiClient client;
  CHECK(client.json({"v1", "similar", "harbour"})["hits"][0]["id"] == "خبر/عاجل?#%");
  CHECK(client.json({"v1", "suggest"}, {{"query", "المين"}})["completions"].size() == 1);
  const auto facets = client.json({"v1", "facets"}, {{"by", "year"}});
  CHECK(facets["facets"]["year"]["values"].size() == 2);
  const auto timeline = client.json({"v1", "timeline"}, {{"interval", "year"}});
  CHECK(timeline["timeline"].size() == 2);
  const auto kwic = client.json({"v1", "kwic"}, {{"query", "الميناء"}, {"limit", "1"}});
  CHECK(kwic["lines"].size() == 1);
  CHECK(kwic["complete"] == false);
}

TEST_CASE("what the archive holds is told anew after a change") {
  ApiClient client;
  CHECK(client.json({"v1", "info"})["articles"] == 3);
  client.archive().remove("harbour");
  CHECK(client.json({"v1", "info"})["articles"] == 2);
}

TEST_CASE("an export streams every article in its format") {
  ApiClient client;
  const auto exported = [&](const std::string& format) {
    auto answer = client.get({"v1", "export"}, {{"query", "الميناء"}, {"format", format}});
    REQUIRE(answer.status == 200);
    KeptBody body;
    answer.stream(body);
    return std::pair(answer.content_type, body.text);
  };
  CHECK(exported("ids").second.find("harbour\n") != std::string::npos);
  CHECK(exported("ids").first == "text/plain; charset=utf-8");
  CHECK(exported("jsonl").first == "application/x-ndjson; charset=utf-8");
  CHECK(exported("csv").second.starts_with("id,title,"));
  CHECK(exported("bibtex").second.starts_with("@article{"));
  CHECK(exported("ris").second.starts_with("TY  - NEWS"));
}

TEST_CASE("an export of ids is of these articles, in this order") {
  ApiClient client;
  client.archive().add({article("b", "الميناء", "نص"), article("a", "الميناء", "نص")});
  const auto exported = client.get({"v1", "export"}, {{"id", "b"}, {"id", "a"}, {"format", "ids"}});
  REQUIRE(exported.status == 200);
  KeptBody body;
  exported.stream(body);
  CHECK(body.text == "b\na\n");
  CHECK(client.get({"v1", "export"}, {{"id", "a"}, {"id", "nothing"}}).status == 404);
  const auto with_query = [&] {
    return client.get({"v1", "export"}, {{"id", "a"}, {"query", "نص"}});
  };
  CHECK(code_of(with_query) == kUsage);
  const auto many = [&] {
    return client.get({"v1", "export"}, std::vector<Parameter>(101, {"id", "a"}));
  };
  CHECK(code_of(many) == kUsage);
}

TEST_CASE("what is wrong with an export is said before its first byte") {
  ApiClient client;
  const auto code = [&](const std::vector<Parameter>& parameters) {
    return code_of([&] { return client.get({"v1", "export"}, parameters); });
  };
  CHECK(code({}) == kUsage);
  CHECK(code({{"query", "date:2019-99"}}) == kQuery);
  CHECK(code({{"query", "الميناء"}, {"format", "pdf"}}) == kUsage);
  CHECK(code({{"query", "الميناء"}, {"format", "ris"}, {"fields", "id"}}) == kUsage);
}

TEST_CASE("an export ends when its client goes away, and at its limit") {
  ApiClient client;
  std::vector<corpus::Article> many;
  for (int i = 0; i < 200; ++i) {
    std::string body;
    for (int j = 0; j < 200; ++j) body += "الميناء كلمة" + std::to_string(i * j) + ' ';
    many.push_back(article("m" + std::to_string(i), "الميناء", body));
  }
  client.archive().add(many);
  const auto all = client.get({"v1", "export"}, {{"query", "الميناء"}});
  KeptBody gone(1);
  all.stream(gone);
  CHECK(gone.written == 1);
  KeptBody patient;
  all.stream(patient);
  CHECK(patient.written > 2);
  const auto two =
      client.get({"v1", "export"}, {{"query", "الميناء"}, {"limit", "2"}, {"format", "ids"}});
  KeptBody ids;
  two.stream(ids);
  CHECK(std::count(ids.text.begin(), ids.text.end(), '\n') == 2);
}

}  // namespace warraq::tests
