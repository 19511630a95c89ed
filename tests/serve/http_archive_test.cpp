// An archive behind a server: what writers commit is seen, and what goes wrong is an answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

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

// The files of the first shard whose names begin so, as they are.
class ShardFiles {
 public:
  ShardFiles(const std::filesystem::path& archive, std::initializer_list<std::string> names) {
    for (const std::string& name : names) {
      const std::filesystem::path file = archive / "shards" / "0001" / (name + ".glass");
      std::ifstream in(file, std::ios::binary);
      kept_[file] = {std::istreambuf_iterator<char>(in), {}};
      REQUIRE_FALSE(kept_[file].empty());
    }
  }

  // In place, as a failing disk does, with what looks like no block of any state.
  void damage() const {
    std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    for (const auto& [file, bytes] : kept_) {
      std::string noise = bytes;
      for (char& byte : noise) byte = static_cast<char>(random());
      overwrite(file, noise);
    }
  }

  void restore() const {
    for (const auto& [file, bytes] : kept_) overwrite(file, bytes);
  }

 private:
  static void overwrite(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::in | std::ios::out);
    out << bytes;
  }

  std::map<std::filesystem::path, std::string> kept_;
};

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

TEST_CASE("files damaged in place are told of with their cause, and it is not ready until mended") {
  std::vector<warraq::corpus::Article> articles;  // more than what is read once and kept
  for (int i = 0; i < 600; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(article(number, "اجتماع الوزراء " + number,
                               "اجتمع الوزراء في العاصمة لبحث البند " + number + " من الخطة."));
  }
  const TestArchive archive(articles);
  std::mutex mutex;
  std::vector<std::string> told;
  ArchiveWatch watch(archive.path(), [&](std::string_view message) {
    const std::scoped_lock lock(mutex);
    told.emplace_back(message);
  });
  ServeOptions options;
  options.archive = archive.path();
  options.on_trouble = [&watch](const warraq::Error& error) { watch.add_trouble(error); };
  SearchResponder responder(options);
  const auto status = [&](int number) {
    return responder.answer(request("/v1/articles/" + std::to_string(number))).status;
  };
  CHECK(status(1) == 200);

  const ShardFiles files(archive.path(), {"postlist", "docdata", "termlist"});
  files.damage();
  CHECK(status(590) == 503);
  CHECK_FALSE(watch.figures().readable);
  std::this_thread::sleep_for(std::chrono::milliseconds(1'500));  // it is tried anew meanwhile
  CHECK_FALSE(watch.figures().readable);
  CHECK(status(590) == 503);
  {
    const std::scoped_lock lock(mutex);
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("is damaged") != std::string::npos);
    CHECK(told[0].find("\n  'warraq-indexer check'") != std::string::npos);
  }
  files.restore();
  CHECK(soon([&] { return watch.figures().readable; }));
  CHECK(status(590) == 200);
}

TEST_CASE("a trouble that passes is over within a second") {
  const TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  ArchiveWatch watch(archive.path());
  watch.add_trouble({warraq::ErrorCode::io, "a block cannot be read"});
  CHECK_FALSE(watch.figures().readable);
  CHECK(soon([&] { return watch.figures().readable; }));
  CHECK(watch.figures().articles == 1);
}

TEST_CASE("each cause of trouble is reported once, and of many no more than some") {
  std::vector<std::string> told;
  ArchiveTroubles troubles([&](std::string_view message) { told.emplace_back(message); });
  const warraq::Error gone(warraq::ErrorCode::no_archive, "there is no archive", "build one");
  const warraq::Error damaged(warraq::ErrorCode::no_archive, "it is damaged");
  for (int i = 0; i < 1'000; ++i) {
    troubles.add(gone);
    troubles.add(damaged);
  }
  CHECK(told == std::vector<std::string>{"there is no archive\n  build one", "it is damaged"});
  for (int i = 0; i < 1'000; ++i) {
    troubles.add({warraq::ErrorCode::no_archive, "block " + std::to_string(i) + " is damaged"});
  }
  CHECK(told.size() == ArchiveTroubles::kMostCauses);
}

namespace {

class FailingBody final : public BodyWriter {
 public:
  [[nodiscard]] bool write(std::string_view /*piece*/) override {
    throw warraq::Error(warraq::ErrorCode::io, "a block cannot be read");
  }
};

}  // namespace

TEST_CASE("an export that comes upon damage tells of it, though its client was answered") {
  const TestArchive archive({article("1", "اجتماع الوزراء", "اجتمع الوزراء في العاصمة.")});
  ServeOptions options;
  options.archive = archive.path();
  int troubles = 0;
  options.on_trouble = [&](const warraq::Error&) { ++troubles; };
  SearchResponder responder(options);
  const HttpAnswer answer = responder.answer(request("/v1/export", "الوزراء"));
  REQUIRE(answer.stream);
  FailingBody body;
  CHECK_THROWS_AS(answer.stream(body), warraq::Error);
  CHECK(troubles == 1);
}

}  // namespace warraq::tests
