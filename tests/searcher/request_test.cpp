// Requests out of parameters, whichever way these came.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <functional>
#include <string>

#include "searcher/request/json_request.h"
#include "searcher/request/read_request.h"
#include "tests/analyzers/random_text.h"
#include "warraq/error.h"

namespace {

using namespace warraq;
using searcher::Naming;
using searcher::Parameters;
using searcher::Request;

Parameters parameters(const std::vector<Parameters::Entry>& entries) {
  Parameters result;
  for (const auto& [name, value] : entries) result.add(name, value);
  return result;
}

Request read(const std::vector<Parameters::Entry>& entries,
             const searcher::RequestLimits& limits = {}) {
  return searcher::read_request(parameters(entries), limits, Naming::parameter);
}

// What is thrown, with its code before it.
std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return std::to_string(static_cast<int>(error.code())) + ' ' + error.what();
  }
  return {};
}

std::string refusal_of(const std::string& name, const std::string& value,
                       Naming naming = Naming::parameter) {
  return refusal([&] {
    static_cast<void>(searcher::read_request(parameters({{name, value}}), {}, naming));
  });
}

Parameters json(const std::string& line, Parameters base = {}) {
  std::string id;
  return searcher::read_json_request(line, std::move(base), id);
}

}  // namespace

TEST_CASE("parameters make a request") {
  const Request request = read({{"query", "انتخابات"},
                                {"limit", "٢٥"},
                                {"offset", "۱۰"},
                                {"snippets", "0"},
                                {"from", "2018-03"},
                                {"to", "2018-03"},
                                {"source", "الشروق"},
                                {"source", "الخبر"},
                                {"sort", "newest"},
                                {"group", "00000000000000ff"},
                                {"no-variants", ""},
                                {"exclude-variant", "غوغل"},
                                {"exclude-variant", "قوقل"},
                                {"all", "1"},
                                {"exact", "false"},
                                {"collapse", "true"},
                                {"facets", "year,source,year"}});
  CHECK(request.query == "انتخابات");
  CHECK(request.limit == 25);
  CHECK(request.offset == 10);
  CHECK(request.snippets == 0);
  CHECK(request.from == analyzers::Date{2018, 3, 1});
  CHECK(request.to == analyzers::Date{2018, 3, 31});
  CHECK(request.sources == std::vector<std::string>{"الشروق", "الخبر"});
  CHECK(request.sort == searcher::Sort::newest);
  CHECK(request.duplicate_group == 255U);
  CHECK_FALSE(request.variants);
  CHECK(request.excluded_variants == std::vector<std::string>{"غوغل", "قوقل"});
  CHECK(request.all_words);
  CHECK_FALSE(request.exact);
  CHECK(request.collapse);
  using searcher::FacetField;
  CHECK(request.facets == std::vector<FacetField>{FacetField::year, FacetField::source});
}

TEST_CASE("a bad value is refused by the name that it was given under") {
  CHECK(refusal_of("sort", "best") ==
        "2 sort takes relevance, newest or oldest, not \u2068best\u2069");
  CHECK(refusal_of("sort", "best", Naming::option).find("--sort takes") != std::string::npos);
  CHECK(refusal_of("limit", "-1", Naming::option).find("--limit (-n) takes") != std::string::npos);
  CHECK(refusal_of("limit", "1e3").find("2 limit takes a whole number") == 0);
  CHECK(refusal_of("to", "2018-02-30").find("6 to: there is no date") == 0);
  CHECK(refusal_of("group", "ff").find("2 group takes 16 hexadecimal digits") == 0);
  CHECK(refusal_of("facets", "source,").find("2 facets takes") == 0);
  CHECK(refusal_of("facets", "").find("2 facets takes") == 0);
  CHECK(refusal_of("exact", "نعم").find("2 exact does not take") == 0);
}

TEST_CASE("what is past a limit is refused, naming the limit") {
  searcher::RequestLimits limits;
  limits.limit = 100;
  limits.offset = 1000;
  limits.query_bytes = 8;
  CHECK(read({{"limit", "100"}, {"offset", "1000"}, {"query", "أخبار"}}, {}).limit == 100);
  const auto refused = [&](const char* name, const char* value) {
    return refusal([&] { static_cast<void>(read({{name, value}}, limits)); });
  };
  CHECK(refused("limit", "101").find("from 0 to 100") != std::string::npos);
  CHECK(refused("offset", "1001").find("from 0 to 1000") != std::string::npos);
  CHECK(refused("query", "أخبار").find("2 query takes 8 bytes at the most") == 0);
  limits.limit = 5;
  CHECK(read({}, limits).limit == 5);
}

TEST_CASE("variants that are left out are bounded in number and bytes") {
  std::vector<Parameters::Entry> many(searcher::kMaxExcludedVariants, {"exclude-variant", "غوغل"});
  CHECK(read(many).excluded_variants.size() == many.size());
  many.push_back(many.back());
  const std::string said = refusal([&] { static_cast<void>(read(many)); });
  CHECK(said == "2 exclude-variant takes 256 spellings of 4096 bytes at the most");
  const std::string longest(searcher::kMaxExcludedVariantBytes, 'x');
  CHECK(refusal_of("exclude-variant", longest).empty());
  CHECK(refusal_of("exclude-variant", longest + 'x', Naming::option).find("2 --exclude-variant") ==
        0);
}

TEST_CASE("an unknown parameter is named, with those that there are") {
  CHECK(refusal([] {
          searcher::require_known(parameters({{"limt", "1"}}), {"limit"});
        }) == "2 there is no parameter \u2068limt\u2069");
}

TEST_CASE("a JSON object says what a request asks for") {
  const Parameters base = parameters({{"limit", "10"}, {"source", "الخبر"}, {"exact", ""}});
  std::string id;
  const Parameters read = searcher::read_json_request(
      R"({"id": 7, "query": "النفط", "limit": 3, "source": ["أ", "ب"], "exact": false})", base, id);
  CHECK(id == "7");
  CHECK(read.value("query") == "النفط");
  CHECK(read.value("limit") == "3");
  CHECK(read.values("source") == std::vector<std::string>{"أ", "ب"});
  CHECK_FALSE(read.flag("exact"));
  CHECK(json(R"({"source": []})", base).values("source").empty());
  CHECK(json("{}", base).value("limit") == "10");
}

TEST_CASE("fields of a list are joined, however they are given") {
  using searcher::FacetField;
  const std::vector<FacetField> both = {FacetField::source, FacetField::year};
  const auto facets_of = [](const Parameters& given) {
    return searcher::read_filters(given, Naming::parameter).facets;
  };
  CHECK(facets_of(json(R"({"facets": ["source", "year"]})")) == both);
  CHECK(facets_of(json(R"({"facets": "source,year"})")) == both);
  CHECK(facets_of(parameters({{"facets", "source"}, {"facets", "year"}})) == both);
}

TEST_CASE("several values of what takes one are refused by its name") {
  for (const std::string name :
       {"query", "limit", "offset", "snippets", "from", "to", "group", "sort", "exact", "all",
        "no-variants", "strict", "relax", "collapse"}) {
    CAPTURE(name);
    const std::string expected = "2 " + name + " takes one value, not 2";
    CHECK(refusal([&] { static_cast<void>(read({{name, "1"}, {name, "1"}})); }) == expected);
    CHECK(refusal([&] {
            static_cast<void>(searcher::read_request(json("{\"" + name + R"(": ["1", "2"]})"), {},
                                                     Naming::parameter));
          }) == expected);
  }
  CHECK(read({{"author", "أ"}, {"author", "ب"}}).authors.size() == 2);
}

TEST_CASE("two members of one name are refused") {
  CHECK(refusal([] { static_cast<void>(json(R"({"query": "أ", "query": "ب"})")); }) ==
        "2 the member \u2068query\u2069 is there twice");
  CHECK(refusal([] { static_cast<void>(json(R"({"id": 1, "id": 2})")); }).find("2 the member") ==
        0);
}

TEST_CASE("what is no such object is refused, with its id where it has one") {
  for (const std::string line :
       {"{", "{}x", "{\"query\": null}", "{\"limit\": 1.5}", "{\"source\": [1]}", "{\"query\": {}}",
        "{\"limt\": 1}", "{\"id\": []}", "{\"query\": \"\xFF\"}"}) {
    CAPTURE(line);
    CHECK_THROWS_AS(static_cast<void>(json(line)), Error);
  }
  std::string id;
  CHECK_THROWS_AS(
      static_cast<void>(searcher::read_json_request(R"({"limt": 1, "id": "أ-1"})", {}, id)), Error);
  CHECK(id == "أ-1");
}

TEST_CASE("any bytes are read or refused") {
  CHECK(rc::check("random text", [] {
    const std::string text = *analyzers::test::random_text();
    static_cast<void>(refusal([&] { static_cast<void>(json('{' + text)); }));
    for (const std::string_view name : searcher::request_parameters()) {
      static_cast<void>(refusal_of(std::string(name), text));
    }
  }));
}
