// Saved queries: what they keep, and what they tell when they are run again.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/analyzers/random_text.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"
#include "warraq/searcher/saved_query.h"

namespace {

using warraq::Error;
using warraq::ErrorCode;
using warraq::searcher::Change;
using warraq::searcher::ChangedArticle;
using warraq::searcher::Changes;
using warraq::searcher::compare_with_saved;
using warraq::searcher::Request;
using warraq::searcher::save_query;
using warraq::searcher::SavedQuery;
using warraq::searcher::SavedQueryWriter;
using warraq::searcher::Searcher;
using warraq::searcher::Sort;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TempFolder;
using warraq::tests::TestArchive;
using ById = std::map<std::string, Change>;

std::string contents(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Told {
  Changes changes;
  ById articles;
};

Told told(const TestArchive& archive, const std::string& file, SavedQueryWriter* writer = nullptr) {
  Told result;
  Searcher searcher = archive.open();
  result.changes = compare_with_saved(
      searcher, archive.path(), SavedQuery(file),
      [&](const ChangedArticle& changed) {
        CHECK((changed.article == nullptr) == (changed.change == Change::gone));
        CHECK(result.articles.emplace(changed.id, changed.change).second);
        return true;
      },
      writer);
  return result;
}

std::uint64_t save(const TestArchive& archive, const Request& request, const std::string& file) {
  Searcher searcher = archive.open();
  return save_query(searcher, request, archive.path(), file);
}

Error refusal(const std::string& file) {
  try {
    const SavedQuery saved(file);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::internal, "nothing was refused"};
}

TestArchive wheat() {
  return TestArchive({article("a", "أسعار القمح", "ارتفعت أسعار القمح"),
                      article("b", "القمح", "محصول القمح وفير"), article("c", "القمح", "سوق القمح"),
                      article("d", "الشعير", "سوق الشعير")});
}

}  // namespace

TEST_CASE("nothing has changed where nothing was written") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  CHECK(save(archive, request_for("القمح"), folder / "q") == 3);
  const Told after = told(archive, folder / "q");
  CHECK(after.articles.empty());
  CHECK(after.changes.then == 3);
  CHECK(after.changes.now == 3);
  CHECK_FALSE(after.changes.archive_changed);
  CHECK_FALSE(after.changes.analyser_changed);
}

TEST_CASE("new, changed and gone articles are told of") {
  TestArchive archive = wheat();
  const TempFolder folder;
  save(archive, request_for("القمح"), folder / "q");
  archive.add({article("e", "القمح", "صوامع القمح"), article("b", "القمح", "محصول القمح قليل"),
               article("c", "الأرز", "سوق الأرز"), article("f", "الأرز", "حقل الأرز")});
  archive.remove("a");
  const Told after = told(archive, folder / "q");
  CHECK(
      after.articles ==
      ById{{"a", Change::gone}, {"b", Change::changed}, {"c", Change::gone}, {"e", Change::added}});
  CHECK(after.changes.added == 1);
  CHECK(after.changes.changed == 1);
  CHECK(after.changes.gone == 2);
  CHECK(after.changes.now == 2);
  CHECK(after.changes.archive_changed);
}

TEST_CASE("whoever is asked to stop does, though nothing has changed, and keeps nothing") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  const std::string file = folder / "q";
  save(archive, request_for("القمح"), file);
  const std::string before = contents(file);
  std::stop_source asked;
  asked.request_stop();
  Searcher searcher = archive.open();
  const SavedQuery saved(file);
  const Changes changes = compare_with_saved(
      searcher, archive.path(), saved, [](const ChangedArticle& /*changed*/) { return true; },
      nullptr, asked.get_token());
  CHECK_FALSE(changes.complete);
  CHECK(changes.now == 0);
  save_query(searcher, request_for("الأرز"), archive.path(), file, asked.get_token());
  CHECK(contents(file) == before);
}

TEST_CASE("a file moves on when it is told to, and not before") {
  TestArchive archive = wheat();
  const TempFolder folder;
  const std::string file = folder / "q";
  save(archive, request_for("القمح"), file);
  archive.add({article("e", "القمح", "صوامع القمح")});
  const std::string before = contents(file);
  {
    SavedQueryWriter writer(file);
    CHECK(told(archive, file, &writer).changes.added == 1);
  }
  CHECK(contents(file) == before);
  {
    SavedQueryWriter writer(file);
    CHECK(told(archive, file, &writer).changes.added == 1);
    writer.commit();
  }
  CHECK(told(archive, file).articles.empty());
  // Nothing is left beside it.
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("all of a request is kept") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  Request request = request_for("+«القمح» -\"سوق\\n\"");
  request.from = warraq::analyzers::Date{1998, 2, 3};
  request.to = warraq::analyzers::Date{2024, 12, 31};
  request.sources = {"الصحيفة", "مجلة \"العلوم\""};
  request.categories = {"اقتصاد"};
  request.authors = {"مراسل"};
  request.agencies = {"وكالة"};
  request.sort = Sort::oldest;
  request.exact = request.all_words = true;
  request.duplicate_group = 0xFEDCBA9876543210;
  request.variants = false;
  request.excluded_variants = {"سنابل", "حنطة"};
  request.collapse = true;
  SavedQueryWriter writer(folder / "q");
  writer.begin({request, archive.path(), {"2020-01-01T00:00:00Z", 3, 9, "profile", "print"}, {}});
  writer.commit();
  const SavedQuery saved(folder / "q");
  const Request& kept = saved.header().request;
  CHECK(kept.query == request.query);
  CHECK(kept.from == request.from);
  CHECK(kept.to == request.to);
  CHECK(kept.sources == request.sources);
  CHECK(kept.categories == request.categories);
  CHECK(kept.authors == request.authors);
  CHECK(kept.agencies == request.agencies);
  CHECK(kept.sort == request.sort);
  CHECK(kept.exact);
  CHECK(kept.all_words);
  CHECK(kept.duplicate_group == request.duplicate_group);
  CHECK_FALSE(kept.variants);
  CHECK(kept.excluded_variants == request.excluded_variants);
  CHECK(kept.collapse);
  CHECK_FALSE(kept.strict);
  CHECK(saved.header().archive == archive.path());
  CHECK(saved.header().state.live_revision == 9);
  CHECK(saved.articles() == 0);
}

TEST_CASE("another analyser is told of") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  save(archive, request_for("القمح"), folder / "q");
  std::string text = contents(folder / "q");
  const std::string name = "\"fingerprint\":\"";
  text.replace(text.find(name) + name.size(), 4, "xxxx");
  CHECK(told(archive, folder.write("q", text)).changes.analyser_changed);
}

TEST_CASE("what is no saved query is refused, with its line and the reason") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  save(archive, request_for("القمح"), folder / "good");
  const std::string good = contents(folder / "good");
  const std::size_t second = good.find('\n') + 1;
  const std::size_t last = good.rfind('{');
  struct Case {
    std::string text;
    std::string said;
    ErrorCode code = ErrorCode::usage;
  };
  const auto replaced = [&](std::string_view from, std::string_view to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  const std::vector<Case> cases = {
      {"", "line 1: this is no saved query"},
      {"{\"id\":\"a\"}\n", "line 1: this is no saved query"},
      {"[]\n", "line 1"},
      {std::string(100'000, '['), "line 1"},
      {std::string(9'000'000, ' '), "line 1: longer than"},
      {replaced("\"version\":1", "\"version\":2"), "version 2", ErrorCode::incompatible},
      {replaced("\"version\":1", "\"version\":-1"), "line 1: "},
      {replaced("\"options\":{", "\"options\":[],\"o\":{"), "line 1: options is no object"},
      {replaced("\"relevance\"", "\"best\""), "best"},
      {replaced("\"exact\":false", "\"exact\":0"), "exact"},
      {replaced("\"sources\":[", "\"sources\":[7"), "sources"},
      {replaced("\"sources\"", "\"from\":\"2018-02-31\",\"sources\""), "2018-02-31"},
      {good.substr(0, last), "line 5: the file ends here"},
      {good.substr(0, last - 5), "line 4: this is no JSON"},
      {good.substr(0, second) + good.substr(last), "line 2: the file holds 0 articles"},
      {good + "\n{}", "line 6: this stands behind"},
      {replaced("\"content\":\"", "\"content\":\"g"), "line 2: 'content'"},
      {replaced("{\"id\":", "{\"ids\":"), "line 2"},
      {good.substr(0, second) + "7\n" + good.substr(last), "line 2"}};
  for (const Case& each : cases) {
    CAPTURE(each.said);
    const Error error = refusal(folder.write("bad", each.text));
    CHECK(error.code() == each.code);
    CHECK(std::string(error.what()).find(each.said) != std::string::npos);
    CHECK(std::string(error.what()).find("bad") != std::string::npos);
  }
  CHECK(refusal(folder / "none").code() == ErrorCode::io);
  CHECK(refusal(folder.path()).code() != ErrorCode::internal);
}

TEST_CASE("a damaged file is read or refused, and nothing else") {
  const TestArchive archive = wheat();
  const TempFolder folder;
  save(archive, request_for("القمح"), folder / "good");
  const std::string good = contents(folder / "good");
  CHECK(rc::check("some bytes are others", [&] {
    std::string text = good;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.replace(at, *rc::gen::inRange<std::size_t>(0, 20),
                 *warraq::analyzers::test::random_text());
    const std::string file = folder.write("bad", text);
    try {
      const SavedQuery saved(file);
    } catch (const Error& error) {
      RC_ASSERT(error.code() != ErrorCode::internal);
    }
  }));
}

TEST_CASE("a file that cannot be written is named") {
  const TempFolder folder;
  try {
    const SavedQueryWriter writer(folder / "no/such/folder/q");
    FAIL("it was written");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::io);
    CHECK(std::string(error.what()).find("no/such/folder/q") != std::string::npos);
  }
}
