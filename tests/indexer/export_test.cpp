// What export writes: JSON lines that build reads, and bulk requests for OpenSearch.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/export/opensearch.h"
#include "searcher/engine/weights.h"
#include "tests/analyzers/random_text.h"
#include "tests/corpus/support/resource_limit.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/indexer/export.h"

using namespace warraq;
using nlohmann::json;
using tests::code;
using tests::contents_of;
using tests::error_code;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

namespace fs = std::filesystem;

indexer::ExportOptions opensearch() {
  indexer::ExportOptions options;
  options.format = indexer::ExportFormat::opensearch;
  return options;
}

indexer::ExportOptions replacing(indexer::ExportOptions options) {
  options.force = true;
  return options;
}

std::vector<std::string> lines_of(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> exported(const News& news, const indexer::ExportOptions& options = {}) {
  std::stringstream out;
  indexer::export_articles(news.archive(), options, out);
  CHECK((out.str().empty() || out.str().back() == '\n'));
  return lines_of(out);
}

/// The documents by `_id`. Fails the test where lines are no pairs of action and document.
std::map<std::string, json> documents_of(const std::vector<std::string>& lines) {
  REQUIRE(lines.size() % 2 == 0);
  std::map<std::string, json> documents;
  for (std::size_t i = 0; i < lines.size(); i += 2) {
    const json action = json::parse(lines[i]);
    REQUIRE(action.size() == 1);
    const json& target = action.at("index");
    CHECK(target.size() == 2);
    CHECK(target.at("_index") == "news");
    const auto id = target.at("_id").get<std::string>();
    CHECK(id.size() <= 512);
    CHECK_MESSAGE(documents.emplace(id, json::parse(lines[i + 1])).second, id, " is there twice");
  }
  return documents;
}

corpus::Article full_article() {
  corpus::Article article = news_item(
      "خبر/1", "وزير الثقافة يفتتح المعرض",
      "افتتح الوزير معرض الكتاب في القاهرة.\nاشترك في النشرة\nقالت أ.ف.ب إن الزوار كثيرون.",
      "١٣ نيسان/أبريل ٢٠١٩");
  article.source = "صحيفة الوراق";
  article.category = "ثقافة";
  article.author = "سعاد";
  article.agency = "فرانس برس";
  article.url = "https://example.org/1";
  article.extra = {{"pages", "[1,2.50]"}, {"encoding", R"("windows-1256")"}};
  const std::string_view line = "اشترك في النشرة";
  const std::size_t at = article.body.find(line);
  article.furniture = {{at, at + line.size()}};
  return article;
}

News changed_archive() {
  News news;
  auto articles = many_news_items(40);
  articles.push_back(full_article());
  news.build(articles);
  news.add({news_item("خبر-1", "بدلا من الأول", "نص آخر"), news_item("جديد", "", "خبر مضاف")});
  indexer::remove(news.archive(), {"خبر-2"});
  return news;
}

/// What Java's Character.isWhitespace() has beyond ASCII, in UTF-8.
constexpr std::array<std::string_view, 15> kWideSpaces = {
    "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x88", "\xE2\x80\x89",
    "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x81\x9F", "\xE3\x80\x80"};

/// As Lucene's whitespace tokeniser cuts it.
std::vector<std::string> words_of(const std::string& text) {
  std::string spaced = text;
  for (const std::string_view space : kWideSpaces) {
    for (std::size_t at = spaced.find(space); at != std::string::npos; at = spaced.find(space)) {
      spaced.replace(at, space.size(), " ");
    }
  }
  std::replace_if(
      spaced.begin(), spaced.end(),
      [](char c) { return (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f'); }, ' ');
  std::istringstream in(spaced);
  std::vector<std::string> words;
  for (std::string word; std::getline(in, word, ' ');) words.push_back(word);
  return words;
}

json document_of(const corpus::Article& article) {
  const analyzers::Analyzer analyzer;
  indexer::OpenSearchLines lines(analyzer, "news");
  std::istringstream in(std::string(lines.make({article, 7})));
  return documents_of(lines_of(in)).begin()->second;
}

/// Writes through to a string, and calls `once` after the first bytes.
class Interrupting : public std::streambuf {
 public:
  explicit Interrupting(std::function<void()> once) : once_(std::move(once)) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    text_.append(bytes, static_cast<std::size_t>(size));
    if (auto once = std::exchange(once_, nullptr)) once();
    return size;
  }
  int_type overflow(int_type c) override {
    text_ += traits_type::to_char_type(c);
    return c;
  }

 private:
  std::function<void()> once_;
  std::string text_;
};

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("an archive built of its export has the same articles") {
  const News news = changed_archive();
  const fs::path file = news.folder() / "news.jsonl";
  const auto result = indexer::export_articles(news.archive(), {}, file);
  CHECK(result.articles == 41);
  CHECK(result.bytes == fs::file_size(file));
  const fs::path again = news.folder() / "again.warraq";
  indexer::build(again, {file.string()}, {});
  CHECK(contents_of(again) == contents_of(news.archive()));
  CHECK(contents_of(again).at("خبر/1") == full_article());
}

TEST_CASE("bulk requests name every article of one state once") {
  const News news = changed_archive();
  const auto documents = documents_of(exported(news, opensearch()));
  CHECK(documents.size() == 41);
  CHECK(documents.count("خبر-2") == 0);
  CHECK(documents.at("خبر-1").at("title") == "بدلا من الأول");
  CHECK(documents.at("جديد").at("body") == "خبر مضاف");
}

TEST_CASE("the template describes each field of the documents, and no other") {
  const json properties = json::parse(indexer::opensearch_template("news"))
                              .at("template")
                              .at("mappings")
                              .at("properties");
  std::set<std::string> described;
  for (const auto& [name, mapping] : properties.items()) described.insert(name);
  std::set<std::string> written;
  for (const auto& [name, value] : document_of(full_article()).items()) written.insert(name);
  CHECK(written == described);
}

TEST_CASE("a document has what was given, and the day in one form") {
  const json document = document_of(full_article());
  CHECK(document.at("id") == "خبر/1");
  CHECK(document.at("date") == "2019-04-13");
  CHECK(document.at("date_given") == "١٣ نيسان/أبريل ٢٠١٩");
  CHECK(document.at("source") == "صحيفة الوراق");
  CHECK(document.at("duplicate_group") == "0000000000000007");
  CHECK(document.at("extra") == json::parse(R"({"pages":[1,2.5],"encoding":"windows-1256"})"));
  const json undated = document_of(news_item("1", "", "خبر", "0000-00-00"));
  CHECK(undated.count("date") == 0);
  CHECK(undated.at("date_given") == "0000-00-00");
  CHECK(document_of(news_item("1", "", "خبر", "2019-04-13")).count("date_given") == 0);
}

TEST_CASE("the words of a document are those that the archive ranks by") {
  const json document = document_of(full_article());
  CHECK(document.at("title_stem") == json::parse(R"(["زير ثقاف يفتتح معرض"])"));
  CHECK(document.at("title_exact") == json::parse(R"(["وزير الثقافة يفتتح المعرض"])"));
  const json& normalised = document.at("text_normalised");
  REQUIRE(normalised.size() == 3);
  CHECK(normalised[0] == "وزير الثقافه يفتتح المعرض");
  // Page furniture is left out; a stop word keeps its place.
  CHECK(normalised[1] == "افتتح الوزير معرض الكتاب في القاهره قالت ا ف ب ان الزوار كثيرون");
  CHECK(normalised[2] == "افب");
  CHECK(document.at("text_stem")[1] == "افتتح زير معرض كتاب #في قاهر قالت ا ف ب #ان زوار كثير");
}

TEST_CASE("a whitespace tokeniser finds the analyser's words at their positions") {
  const analyzers::Analyzer analyzer;
  analyzers::Analysis analysis;
  const bool held = rc::check([&] {
    const std::string text = *analyzers::test::random_text();
    corpus::Article article = news_item("1", "عنوان", text);
    const json document = document_of(
        corpus::ArticleParser().parse(corpus::to_json(article)).article.value_or(article));
    const std::string body = document.value("body", "");
    analyzer.analyze(body, analysis);
    const auto level = [&](const char* name, std::size_t part) {
      const json values = document.at(name);
      return part < values.size() ? words_of(values[part]) : std::vector<std::string>();
    };
    const auto exact = level("text_exact", 1);
    const auto normalised = level("text_normalised", 1);
    const auto stems = level("text_stem", 1);
    std::vector<std::string> joined;
    std::uint32_t first = 0;
    bool any = false;
    for (const analyzers::Token& token : analysis.tokens()) {
      if (token.normalised.empty() || token.normalised.size() > 200) continue;
      RC_ASSERT(token.stem.substr(0, 1) != "#");
      if (token.joined) {
        joined.emplace_back(token.normalised);
        continue;
      }
      if (!std::exchange(any, true)) first = token.position;
      const std::size_t at = token.position - first;
      RC_ASSERT(normalised.at(at) == token.normalised);
      RC_ASSERT(exact.at(at) == token.exact);
      RC_ASSERT(stems.at(at) ==
                (token.stop ? "#" + std::string(token.normalised) : std::string(token.stem)));
    }
    if (any) RC_ASSERT(level("text_normalised", 2) == joined);
  });
  CHECK(held);
}

TEST_CASE("no word or id is longer than OpenSearch takes, and different ones stay different") {
  std::string long_word;
  for (int i = 0; i < 3'000; ++i) long_word += "ثقف";
  const std::string long_id = "https://example.org/" + long_word;
  std::set<std::string> words;
  std::set<std::string> ids;
  for (const char* end : {"", "ا", "ب"}) {
    const json document = document_of(news_item(long_id + end, "", long_word + end));
    CHECK(document.at("id") == long_id + end);
    words.insert(document.at("text_exact")[0].get<std::string>());
    const analyzers::Analyzer analyzer;
    indexer::OpenSearchLines lines(analyzer, "news");
    const auto article = news_item(long_id + end, "", "خبر");
    std::istringstream in(std::string(lines.make({article, 1})));
    ids.insert(documents_of(lines_of(in)).begin()->first);
  }
  CHECK(words.size() == 3);
  CHECK(words.begin()->size() <= 255);
  CHECK(ids.size() == 3);
}

TEST_CASE("bulk requests are cut between documents, and all of them are there") {
  const News news = changed_archive();
  auto options = opensearch();
  options.bulk_bytes = 30'000;
  const fs::path folder = news.folder() / "bulk";
  const auto result = indexer::export_articles(news.archive(), options, folder);
  REQUIRE(result.files > 3);
  std::vector<std::string> lines;
  for (const std::string& name : names_in(folder)) {
    if (name == "index-template.json") continue;
    CHECK(fs::file_size(folder / name) <= options.bulk_bytes);
    std::ifstream in(folder / name);
    const auto more = lines_of(in);
    static_cast<void>(documents_of(more));
    lines.insert(lines.end(), more.begin(), more.end());
  }
  CHECK(lines == exported(news, opensearch()));
  std::ifstream in(folder / "index-template.json");
  CHECK(json::parse(in) == json::parse(indexer::opensearch_template("news")));
  CHECK(names_in(news.folder().path()) ==
        std::set<std::string>{"bulk", "input.jsonl", "news.warraq"});
}

TEST_CASE("what a writer does meanwhile changes nothing of an export") {
  const News news = changed_archive();
  const auto before = exported(news);
  Interrupting buffer([&] {
    news.add({news_item("خبر-3", "بدل", "نص"), news_item("أحدث", "", "نص")});
    news.add({news_item("خبر-4", "بدل", "نص")});
    news.add({news_item("خبر-5", "بدل", "نص")});
    indexer::remove(news.archive(), {"جديد"});
    indexer::compact(news.archive(), {});
  });
  std::ostream out(&buffer);
  indexer::export_articles(news.archive(), {}, out);
  std::istringstream written(buffer.text());
  CHECK(lines_of(written) == before);
  CHECK(exported(news) != before);
}

TEST_CASE("an export that is stopped or that the disk fails leaves nothing") {
  const News news = changed_archive();
  const auto stood = names_in(news.folder().path());
  std::stop_source source;
  source.request_stop();
  for (auto options : {indexer::ExportOptions(), opensearch()}) {
    const fs::path output = news.folder() / "output";
    {
      const tests::FileSizeLimit limit(16 << 10);
      CHECK(error_code([&] { indexer::export_articles(news.archive(), options, output); }) ==
            code(ErrorCode::io));
    }
    options.stop = source.get_token();
    CHECK(indexer::export_articles(news.archive(), options, output).stopped);
    CHECK(names_in(news.folder().path()) == stood);
  }
}

TEST_CASE("only what an export wrote is replaced, and only when told to") {
  const News news = changed_archive();
  const auto refused = [&](const indexer::ExportOptions& options, const fs::path& output) {
    return error_code([&] { indexer::export_articles(news.archive(), options, output); }) ==
           code(ErrorCode::usage);
  };
  const fs::path file = news.folder() / "out.jsonl";
  indexer::export_articles(news.archive(), {}, file);
  CHECK(refused({}, file));
  CHECK_FALSE(refused(replacing({}), file));
  CHECK(refused(opensearch(), file));

  const fs::path folder = news.folder() / "bulk";
  fs::create_directory(folder);
  CHECK_FALSE(refused(opensearch(), folder));
  CHECK(refused(opensearch(), folder));
  CHECK_FALSE(refused(replacing(opensearch()), folder));
  std::ofstream(folder / "notes.txt") << "لا تمحه";
  CHECK(refused(replacing(opensearch()), folder));
  CHECK(fs::exists(folder / "notes.txt"));
  CHECK(refused(replacing({}), folder));

  CHECK(refused(replacing({}), news.archive() / "archive.json"));
  CHECK(refused(replacing(opensearch()), news.archive()));
  CHECK(news.problems().empty());
}

TEST_CASE("an index has a name that OpenSearch takes") {
  for (const char* name : {"", "News", "_news", "-news", "..", "a b", "a/b", "a*", "a,b", "a:b"}) {
    CHECK_MESSAGE(error_code([&] { static_cast<void>(indexer::opensearch_template(name)); }) ==
                      code(ErrorCode::usage),
                  name);
  }
  CHECK(json::parse(indexer::opensearch_template("أخبار-2019")).at("index_patterns")[0] ==
        "أخبار-2019");
}

TEST_CASE("the exported ranking has our parameters") {
  CHECK(indexer::kExportedK1 == searcher::kWeights.k1);
  CHECK(indexer::kExportedB == searcher::kWeights.b);
}
