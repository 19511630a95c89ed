// An archive behind a server: what writers commit is seen, and what goes wrong is an answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "searcher/serve/archive_watch.h"
#include "searcher/serve/http/server.h"
#include "searcher/serve/search_responder.h"
#include "tests/searcher/test_archive.h"
#include "tests/serve/test_server.h"

namespace warraq::tests {
namespace {

using namespace searcher::serve;

HttpRequest request(std::string path, std::string query = {}) {
  HttpRequest result;
  result.method = "GET";
  result.path = std::move(path);
  std::string_view rest = std::string_view(result.path).substr(1);
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    result.segments.emplace_back(rest.substr(0, slash));
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  }
  result.target = result.path;
  if (!query.empty()) result.parameters.add("query", std::move(query));
  return result;
}

}  // namespace

TEST_CASE("what is at no path is 404") {
  const TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  ServeOptions options;
  options.archive = archive.path();
  SearchResponder responder(options);
  CHECK(responder.answer(request("/nothing")).status == 404);
  CHECK(responder.answer(request("/v2/search")).status == 404);
}

TEST_CASE("an error is JSON for programs and a page for people, and says its route") {
  const TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  ServeOptions options;
  options.archive = archive.path();
  SearchResponder responder(options);
  const auto answer_with = [&](std::string path, const std::string& name) {
    HttpRequest asked = request(std::move(path), "الوزراء");
    asked.parameters.add(name, "خطأ");
    return responder.answer(asked);
  };
  const auto has_policy = [](const HttpAnswer& answer) {
    return std::any_of(answer.headers.begin(), answer.headers.end(), [](const auto& header) {
      return header.first == "Content-Security-Policy";
    });
  };
  const HttpAnswer wrong = answer_with("/v1/search", "limit");
  CHECK(wrong.status == 400);
  CHECK(wrong.route == "/v1/search");
  CHECK(wrong.content_type == "application/json; charset=utf-8");
  const HttpAnswer wrong_page = answer_with("/", "from");
  CHECK(wrong_page.status == 400);
  CHECK(wrong_page.route == "/");
  CHECK(wrong_page.content_type == "text/html; charset=utf-8");
  CHECK(has_policy(wrong_page));

  std::filesystem::remove_all(archive.path());
  SearchResponder without(options);
  const HttpAnswer gone = without.answer(request("/v1/articles/1"));
  CHECK(gone.status == 503);
  CHECK(gone.route == "/v1/articles/{id}");
  CHECK(gone.content_type == "application/json; charset=utf-8");
  const HttpAnswer gone_page = without.answer(request("/articles/1"));
  CHECK(gone_page.status == 503);
  CHECK(gone_page.route == "/articles/{id}");
  CHECK(gone_page.content_type == "text/html; charset=utf-8");
  CHECK(gone_page.body.find("</html>") != std::string::npos);
  CHECK(has_policy(gone_page));
}

TEST_CASE("an archive that is not there is 503 until it is, without a restart") {
  const TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  const std::filesystem::path away = archive.path().string() + ".away";
  std::filesystem::rename(archive.path(), away);
  ServeOptions options;
  options.archive = archive.path();
  SearchResponder responder(options);
  const HttpAnswer answer = responder.answer(request("/nothing"));
  CHECK(answer.status == 503);
  CHECK(answer.body.find(archive.path().filename().string()) == std::string::npos);
  bool says_when = false;
  for (const auto& [name, value] : answer.headers) says_when |= name == "Retry-After";
  CHECK(says_when);
  std::filesystem::rename(away, archive.path());
  CHECK(responder.answer(request("/nothing")).status == 404);
}

TEST_CASE("what a writer commits is known without a request and without a restart") {
  TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  const ArchiveWatch watch(archive.path());
  const ArchiveFigures before = watch.figures();
  CHECK(before.readable);
  CHECK(before.articles == 1);
  archive.add({article("2", "افتتاح المعرض", "افتتح المعرض في المدينة.")});
  CHECK(soon([&] { return watch.figures().articles == 2; }));
  CHECK_FALSE(watch.figures().state == before.state);

  const std::filesystem::path away = archive.path().string() + ".away";
  std::filesystem::rename(archive.path(), away);
  std::filesystem::rename(away, archive.path());
  CHECK(watch.figures().readable);
}

}  // namespace warraq::tests
