// Targets taken apart: what becomes of paths and parameters, and what is refused.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>

#include "searcher/serve/http/target.h"
#include "warraq/analyzers/utf8.h"

namespace {

using warraq::searcher::serve::HttpRequest;
using warraq::searcher::serve::read_target;

HttpRequest of(std::string_view target) {
  HttpRequest request;
  request.method = "GET";
  request.target = target;
  CAPTURE(target);
  CHECK_FALSE(read_target(request));
  return request;
}

bool is_refused(std::string_view target) {
  HttpRequest request;
  request.method = "GET";
  request.target = target;
  return read_target(request).has_value();
}

std::string escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

}  // namespace

TEST_CASE("a path is split before it is decoded, so that an id may hold a slash") {
  const HttpRequest request = of("/v1/articles/https%3A%2F%2Fnews.example%2Fa%2f1");
  CHECK(request.path == "/v1/articles/https://news.example/a/1");
  CHECK(request.segments == std::vector<std::string>{"v1", "articles", "https://news.example/a/1"});
  CHECK(of("/").segments.empty());
  CHECK(of("/a+b").path == "/a+b");
}

TEST_CASE("parameters are decoded, with + for a space, in the order they came") {
  const HttpRequest request =
      of("/v1/search?query=%D8%A7%D9%84%D9%82%D8%AF%D8%B3+2018&source=%2B&source=b&&all&limit=");
  CHECK(request.parameters.value("query") == "القدس 2018");
  CHECK(request.parameters.values("source") == std::vector<std::string>{"+", "b"});
  CHECK(request.parameters.flag("all"));
  CHECK(request.parameters.value("limit") == "");
  CHECK(of("/?a=b=c").parameters.value("a") == "b=c");
  CHECK(of("/?a=b?c/../d").parameters.value("a") == "b?c/../d");
}

TEST_CASE("Arabic that was not escaped is taken as it is") {
  CHECK(of("/?query=القدس").parameters.value("query") == "القدس");
}

TEST_CASE("a proxy's absolute target is its path") {
  CHECK(of("http://warraq.example/v1/info?a=b").path == "/v1/info");
  CHECK(of("http://warraq.example").path == "/");
  CHECK(of("http://warraq.example?query=x").parameters.value("query") == "x");
}

TEST_CASE("tricks with paths are refused, in every spelling") {
  for (const std::string_view target : {"/..",        "/../etc/passwd",
                                        "/a/../b",    "/a/./b",
                                        "/.",         "/%2e%2e/a",
                                        "/.%2E",      "/a/%2e",
                                        "//",         "//a",
                                        "/a//b",      "/a/",
                                        "/a%00b",     "/%",
                                        "/%2",        "/%zz",
                                        "/%C3%28",    "/%FF",
                                        "/%ED%A0%80", "/%C0%AF",
                                        "/?a=%00",    "/?%00=a",
                                        "/?a=%C0%AE", "/?a=%",
                                        "/?a=%4",     "/a#b",
                                        "",           "a",
                                        "*",          "warraq.example:80"}) {
    CHECK_MESSAGE(is_refused(target), target);
  }
  CHECK_FALSE(is_refused("/..."));
  CHECK_FALSE(is_refused("/a..b"));
}

TEST_CASE("segments and parameters are counted") {
  std::string path;
  for (int i = 0; i < 100; ++i) path += "/a";
  CHECK(is_refused(path));
  std::string parameters = "/?";
  for (int i = 0; i < 101; ++i) parameters += "a&";
  CHECK(is_refused(parameters));
}

TEST_CASE("any text survives being escaped, and any bytes are read or refused") {
  CHECK(rc::check("escaped text", [] {
    std::string text;
    for (const auto c :
         *rc::gen::container<std::vector<char32_t>>(rc::gen::inRange<char32_t>(1, 0x3000))) {
      warraq::analyzers::append_utf8(c, text);
    }
    RC_PRE(!text.empty() && text != "." && text != "..");
    HttpRequest request;
    request.method = "GET";
    request.target = "/articles/" + escaped(text) + "?query=" + escaped(text);
    RC_ASSERT(!read_target(request));
    RC_ASSERT(request.segments.back() == text);
    RC_ASSERT(request.parameters.value("query") == text);
  }));
  CHECK(rc::check("any bytes", [](const std::string& bytes) {
    HttpRequest request;
    request.method = "GET";
    request.target = '/' + bytes;
    if (read_target(request)) return;
    RC_ASSERT(warraq::analyzers::valid_utf8_length(request.path) == request.path.size());
    for (const std::string& segment : request.segments) RC_ASSERT(!segment.empty());
  }));
}
