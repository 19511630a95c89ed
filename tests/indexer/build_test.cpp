#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/build/merge_segments.h"
#include "indexer/build/segment_writer.h"
#include "indexer/write/archive_folder.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"

#include <xapian.h>

using namespace warraq;
using tests::code;
using tests::contents_of;
using tests::error_code;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

indexer::RunOptions with_jobs(unsigned jobs) {
  indexer::RunOptions options;
  options.jobs = jobs;
  return options;
}

indexer::RunOptions forced() {
  indexer::RunOptions options;
  options.force = true;
  return options;
}

std::vector<std::string> entries_of(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("what was read is in the archive, field by field") {
  const News news;
  corpus::Article article = news_item("id:1", "العنوان", "النص", "2019-04-13");
  article.source = "صحيفة الوراق";
  article.category = "سياسة";
  article.author = "سعاد";
  article.agency = "وكالة";
  article.url = "https://example.org/1";
  article.extra = {{"tags", "[\"قمة\",1]"}};
  const auto result = news.build({article, news_item("id:2", "", "نص بلا عنوان")});
  CHECK(result.articles_in_archive == 2);
  CHECK(contents_of(news.archive()).at("id:1") == article);
  CHECK(news.problems().empty());
}

TEST_CASE("the archive is the same whatever the number of threads and the memory") {
  auto articles = many_news_items(5'000);
  articles.push_back(news_item("خبر-3", "بدلا من الثالث", "نص جديد"));
  const News one;
  const News four;
  one.build(articles, with_jobs(1));
  auto options = with_jobs(4);
  options.memory_bytes = std::size_t{16} << 20;
  four.build(articles, options);
  CHECK(tests::dump(one.archive()) == tests::dump(four.archive()));
  CHECK(contents_of(one.archive()) == contents_of(articles));
}

TEST_CASE("of one id the last article stays, near or far from the first") {
  auto articles = many_news_items(600);
  for (const std::size_t replaced : {0U, 1U, 400U}) {
    articles.push_back(news_item("خبر-" + std::to_string(replaced), "الثاني", "نص"));
  }
  articles.push_back(news_item("خبر-0", "الثالث", "نص"));
  const News news;
  const auto result = news.build(articles);
  CHECK(result.counts.articles_read == 604);
  CHECK(result.counts.replaced == 4);
  CHECK(result.articles_in_archive == 600);
  CHECK(contents_of(news.archive()) == contents_of(articles));
  CHECK(contents_of(news.archive()).at("خبر-0").title == "الثالث");
  CHECK(news.problems().empty());
}

TEST_CASE("ids of any length and content are told apart") {
  const std::string stem(10'000, 'x');
  const std::vector<corpus::Article> articles = {
      news_item(stem + "1", "", "الأول"), news_item(stem + "2", "", "الثاني"),
      news_item("a b", "", "الثالث"), news_item("a", "", "الرابع"),
      news_item(stem + "1", "", "بدلا من الأول")};
  const News news;
  CHECK(news.build(articles).counts.replaced == 1);
  CHECK(contents_of(news.archive()) == contents_of(articles));
  CHECK(news.add({news_item(stem + "2", "", "بدلا من الثاني")}).counts.replaced == 1);
  CHECK(indexer::remove(news.archive(), {stem + "1"}).deleted == 1);
  CHECK(contents_of(news.archive()).size() == 3);
  CHECK(news.problems().empty());
}

TEST_CASE("a word of 100,000 letters costs no article") {
  std::string word;
  for (int i = 0; i < 100'000; ++i) word += "م";
  const News news;
  const std::vector<corpus::Article> articles = {news_item("1", word, word + " بعدها"),
                                                 news_item("2", "", "عادي")};
  CHECK(news.build(articles).articles_in_archive == 2);
  CHECK(contents_of(news.archive()) == contents_of(articles));
}

TEST_CASE("bad records are rejected one by one, with their places, and the rest is kept") {
  const News news;
  const std::string good = corpus::to_json(news_item("1", "", "نص")) + '\n';
  const std::string path = news.folder().write(
      "mixed.jsonl", good + "{\"id\": \"2\", \"body\": \"مقطو\n" + "{\"body\": 7}\n" +
                         corpus::to_json(news_item("4", "", "نص")) + '\n');
  std::vector<corpus::Rejection> rejections;
  indexer::RunOptions options;
  options.on_rejection = [&](const corpus::Rejection& rejection) {
    rejections.push_back(rejection);
  };
  const auto result = indexer::build(news.archive(), {path, news.folder() / "missing"}, options);
  CHECK(result.counts.rejected == 3);
  CHECK(result.articles_in_archive == 2);
  REQUIRE(rejections.size() == 3);
  CHECK(rejections[0].origin.line == 2);
  CHECK(rejections[1].origin.line == 3);
}

TEST_CASE("asked to stop at a bad record, a build leaves nothing") {
  const News news;
  const std::string path = news.folder().write("bad.jsonl", "{\"body\": \"نص\"}\nnot json\n");
  indexer::RunOptions options;
  options.on_error = indexer::OnError::stop;
  const auto result = indexer::build(news.archive(), {path}, options);
  CHECK(result.stopped);
  CHECK(result.counts.rejected == 1);
  CHECK_FALSE(std::filesystem::exists(news.archive()));
}

TEST_CASE("without an article no archive is made") {
  const News news;
  const std::string empty = news.folder().write("empty.jsonl", "");
  const auto result = indexer::build(news.archive(), {empty}, {});
  CHECK(result.counts.articles_read == 0);
  CHECK_FALSE(std::filesystem::exists(news.archive()));
}

TEST_CASE("an archive that stands is replaced with force only, and whole") {
  const News news;
  news.build({news_item("1", "", "القديم")});
  CHECK(error_code([&] { news.build({news_item("2", "", "نص")}); }) == code(ErrorCode::usage));
  news.add({news_item("3", "", "مضاف")});
  CHECK(news.build({news_item("2", "", "الجديد")}, forced()).articles_in_archive == 1);
  CHECK(contents_of(news.archive()) == contents_of({news_item("2", "", "الجديد")}));
  CHECK(entries_of(news.archive()) ==
        std::vector<std::string>{"archive.json", "furniture.warraq", "shards", "writer.lock"});
  CHECK(entries_of(news.archive() / "shards").size() == 1);
}

TEST_CASE("force that reads nothing keeps the old archive") {
  const News news;
  news.build({news_item("1", "", "القديم")});
  const std::string empty = news.folder().write("empty.jsonl", "");
  indexer::build(news.archive(), {empty}, forced());
  CHECK(contents_of(news.archive()).count("1") == 1);
}

TEST_CASE("force replaces an archive that cannot be read, and nothing of it comes back") {
  const News news;
  news.build({news_item("1", "", "القديم")});
  news.add({news_item("2", "", "في live")});
  static_cast<void>(news.folder().write("news.warraq/archive.json", "{broken"));
  CHECK(error_code([&] { news.build({news_item("3", "", "نص")}); }) == code(ErrorCode::usage));
  news.build({news_item("3", "", "نص")}, forced());
  CHECK(contents_of(news.archive()) == contents_of({news_item("3", "", "نص")}));
  CHECK(news.problems().empty());
}

TEST_CASE("a folder of other files is left alone, an empty one is taken") {
  const News news;
  static_cast<void>(news.folder().write("news.warraq/letter.txt", "رسالة"));
  CHECK(error_code([&] { news.build({news_item("1", "", "نص")}); }) == code(ErrorCode::usage));
  CHECK(entries_of(news.archive()) == std::vector<std::string>{"letter.txt"});
  std::filesystem::remove(news.archive() / "letter.txt");
  CHECK(news.build({news_item("1", "", "نص")}).articles_in_archive == 1);
}

TEST_CASE("a place that cannot be written is an error, not a crash") {
  const News news;
  const std::string file = news.folder().write("file", "");
  const std::string input = news.input({news_item("1", "", "نص")});
  CHECK(error_code([&] { indexer::build(file, {input}, {}); }) == code(ErrorCode::usage));
  CHECK(error_code([&] { indexer::build(file + "/archive", {input}, {}); }) == code(ErrorCode::io));
  CHECK(error_code([&] { indexer::build(news.folder() / "no/such/place", {input}, {}); }) ==
        code(ErrorCode::io));
}

TEST_CASE("what a dead build left is cleared by the next") {
  const News news;
  static_cast<void>(news.folder().write("news.warraq/writer.lock", ""));
  static_cast<void>(news.folder().write("news.warraq/.building/segment-0/postlist.glass", "x"));
  static_cast<void>(news.folder().write("news.warraq/archive.json.new", "{"));
  news.build({news_item("1", "", "نص")});
  CHECK_FALSE(std::filesystem::exists(news.archive() / ".building"));
  CHECK(contents_of(news.archive()).size() == 1);
}

TEST_CASE("databases without archive.json are cleared only by a build that was told to") {
  const News news;
  static_cast<void>(news.folder().write("news.warraq/writer.lock", ""));
  static_cast<void>(news.folder().write("news.warraq/shards/0001/iamglass", "x"));
  const std::vector<corpus::Article> articles = {news_item("1", "", "نص")};
  CHECK(error_code([&] { news.build(articles); }) == code(ErrorCode::usage));
  CHECK(std::filesystem::exists(news.archive() / "shards/0001/iamglass"));
  indexer::RunOptions force;
  force.force = true;
  news.build(articles, force);
  CHECK(entries_of(news.archive() / "shards") == std::vector<std::string>{"0002"});
  CHECK(contents_of(news.archive()).size() == 1);
}

TEST_CASE("a dry run reads everything and writes nothing") {
  const News news;
  indexer::RunOptions options;
  options.dry_run = true;
  CHECK(news.build(many_news_items(20), options).counts.articles_read == 20);
  CHECK_FALSE(std::filesystem::exists(news.archive()));
}

TEST_CASE("segments by the hundred are merged in order, each id once") {
  const tests::TempFolder folder;
  const analyzers::Analyzer analyzer;
  indexer::TermMaker terms(analyzer);
  std::vector<std::filesystem::path> segments;
  constexpr std::size_t kSegments = 150;
  for (std::size_t i = 0; i < kSegments; ++i) {
    segments.emplace_back(folder / ("segment-" + std::to_string(i)));
    const auto segment = indexer::make_xapian_segment(segments.back(), nullptr);
    segment->add(terms.make(news_item("وحيد-" + std::to_string(i), "", "نص")));
    segment->add(terms.make(news_item("مكرر-" + std::to_string(i % 5), "", std::to_string(i))));
    segment->finish();
  }
  CHECK(indexer::merge_segments(segments, folder / "merged", {}) == kSegments - 5);
  const Xapian::Database merged(folder / "merged");
  CHECK(merged.get_doccount() == kSegments + 5);
  const archive::StoredTextReader texts;
  std::vector<std::string> order;
  for (auto number = merged.postlist_begin(""); number != merged.postlist_end(""); ++number) {
    order.push_back(texts.read(merged.get_document(*number).get_data()));
  }
  CHECK(order.front().find("وحيد-0\"") != std::string::npos);
  CHECK(order.back().find("\"149\"") != std::string::npos);
}

TEST_CASE("a line that a source repeats is furniture, in the first of its articles too") {
  std::vector<corpus::Article> articles;
  const std::string line = "تابعوا آخر الأخبار على تطبيق المرصد";
  for (int i = 0; i < 30; ++i) {
    articles.push_back(news_item(std::to_string(i), "خبر " + std::to_string(i),
                                 "نص الخبر رقم " +
                                     std::string(static_cast<std::size_t>(i) + 1, 'x') +
                                     " وفيه تفاصيل\n" + line));
    articles.back().source = "المرصد";
  }
  corpus::Article other = news_item("آخر", "خبر", "قال إنه كتب\n" + line);
  other.source = "الساحل";
  articles.push_back(other);
  const News news;
  const auto result = news.build(articles);
  const tests::Contents contents = contents_of(news.archive());
  for (int i = 0; i < 30; ++i) {
    const corpus::Article& article = contents.at(std::to_string(i));
    REQUIRE(article.furniture.size() == 1);
    CHECK(article.furniture[0].of(article.body) == line);
  }
  CHECK(contents.at("آخر").furniture.empty());
  CHECK(result.report.sources.at("المرصد").furniture_pieces == 30);
  CHECK(result.report.sources.at("الساحل").furniture_pieces == 0);

  SUBCASE("and in those that are added later") {
    corpus::Article later = news_item("لاحق", "خبر", "نص جديد كل الجدة\n" + line);
    later.source = "المرصد";
    news.add({later});
    CHECK(contents_of(news.archive()).at("لاحق").furniture.size() == 1);
    CHECK(news.problems().empty());
  }
  SUBCASE("unless it is to be searched") {
    indexer::RunOptions options;
    options.force = true;
    options.find_furniture = false;
    news.build(articles, options);
    CHECK(contents_of(news.archive()).at("3").furniture.empty());
  }
}
