// Near duplicates in archives: build, add, replacing, deleting and compacting.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/duplicate_keys.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"

using namespace warraq;
using tests::News;
using tests::news_item;

namespace {

constexpr const char* kWireCopy =
    "أعلنت وزارة النقل اليوم الثلاثاء افتتاح الخط الثالث لقطارات الضواحي بعد تأخير دام عامين، وقال "
    "المتحدث باسم الوزارة إن القطارات ستعمل من الخامسة صباحا حتى منتصف الليل، وإن ثمن التذكرة لن "
    "يتغير قبل نهاية العام. وأضاف أن الخط يمر بست عشرة محطة، أربع منها تحت الأرض، وأنه سينقل نحو "
    "ثمانين ألف راكب كل يوم بين وسط المدينة والمطار.";
constexpr const char* kOtherNews =
    "قال باحثون من معهد علوم البحار إن أعداد السلاحف التي تضع بيضها على الشاطئ الجنوبي تضاعفت في "
    "الموسم الماضي، وعزوا ذلك إلى إطفاء المصابيح القريبة من الرمل ليلا وإلى منع السيارات من دخول "
    "المكان طوال الصيف. ويأمل المعهد أن توسع البلدية المنطقة المحمية قبل الموسم المقبل.";

// As other sources print it: with a lead of their own, or without its end.
std::string with_lead(const std::string& text) { return "خاص من مراسلنا في العاصمة: " + text; }
std::string without_end(const std::string& text) { return text.substr(0, text.rfind("، وأنه")); }

std::string term_of(const std::string& id) { return archive::make_term(archive::prefix::kId, id); }

std::map<std::string, std::uint64_t> groups_in(const std::filesystem::path& path) {
  const archive::OpenArchive opened(path, analyzers::Analyzer().fingerprint());
  std::map<std::string, std::uint64_t> groups;
  for (auto number = opened.database().postlist_begin("");
       number != opened.database().postlist_end(""); ++number) {
    if (opened.is_superseded(*number)) continue;
    const auto document = opened.database().get_document(*number);
    auto term = document.termlist_begin();
    term.skip_to("Q");
    const std::string value = document.get_value(archive::slot::kDuplicateGroup);
    if (!value.empty())
      CHECK(value != archive::encode_duplicate_group(archive::duplicate_group_of(*term)));
    groups[(*term).substr(1)] =
        archive::decode_duplicate_group(value).value_or(archive::duplicate_group_of(*term));
  }
  return groups;
}

std::set<std::set<std::string>> partition_of(const std::filesystem::path& path) {
  std::map<std::uint64_t, std::set<std::string>> members;
  for (const auto& [id, group] : groups_in(path)) members[group].insert(id);
  std::set<std::set<std::string>> result;
  for (const auto& [group, ids] : members) result.insert(ids);
  return result;
}

std::uint64_t own_group(const std::string& id) { return archive::duplicate_group_of(term_of(id)); }

}  // namespace

TEST_CASE("wire copy gets the group of the article that printed it first") {
  for (const auto builder : {indexer::Builder::bulk, indexer::Builder::xapian}) {
    const News news;
    indexer::RunOptions options;
    options.builder = builder;
    const auto result = news.build(
        {news_item("وكالة", "افتتاح خط", kWireCopy), news_item("بحار", "السلاحف تعود", kOtherNews),
         news_item("صحيفة", "قطارات جديدة", with_lead(kWireCopy)),
         news_item("إذاعة", "خط ثالث", without_end(kWireCopy))},
        options);
    CHECK(result.counts.duplicates_grouped == 2);
    CHECK(indexer::info(news.archive()).manifest.counts.duplicates_grouped == 2);
    auto groups = groups_in(news.archive());
    CHECK(groups["وكالة"] == own_group("وكالة"));
    CHECK(groups["صحيفة"] == own_group("وكالة"));
    CHECK(groups["إذاعة"] == own_group("وكالة"));
    CHECK(groups["بحار"] == own_group("بحار"));
    CHECK(news.problems().empty());
  }
}

TEST_CASE("of one id only the last counts: no article is its own duplicate") {
  const News news;
  const auto result = news.build({news_item("1", "", kWireCopy), news_item("1", "", kWireCopy)});
  CHECK(result.counts.replaced == 1);
  CHECK(result.counts.duplicates_grouped == 0);
  CHECK(groups_in(news.archive())["1"] == own_group("1"));
}

TEST_CASE("additions join articles of shards, of live/ and of their own run") {
  const News news;
  news.build({news_item("وكالة", "افتتاح خط", kWireCopy)});
  CHECK(news.add({news_item("صحيفة", "قطارات", with_lead(kWireCopy)),
                  news_item("بحار", "", kOtherNews), news_item("علوم", "", with_lead(kOtherNews))})
            .counts.duplicates_grouped == 2);
  CHECK(news.add({news_item("شاطئ", "سلاحف", kOtherNews)}).counts.duplicates_grouped == 1);
  auto groups = groups_in(news.archive());
  CHECK(groups["وكالة"] == own_group("وكالة"));
  CHECK(groups["صحيفة"] == own_group("وكالة"));
  CHECK(groups["علوم"] == own_group("بحار"));
  CHECK(groups["شاطئ"] == own_group("بحار"));
  CHECK(indexer::info(news.archive()).manifest.counts.duplicates_grouped == 3);
  CHECK(news.problems().empty());
  indexer::compact(news.archive(), {});
  CHECK(groups_in(news.archive()) == groups);
  CHECK(news.add({news_item("ضواح", "", kWireCopy)}).counts.duplicates_grouped == 1);
  CHECK(groups_in(news.archive())["ضواح"] == own_group("وكالة"));
}

TEST_CASE("a new version keeps its group, and is not its own duplicate") {
  const News news;
  news.build({news_item("وكالة", "", kWireCopy), news_item("صحيفة", "", with_lead(kWireCopy)),
              news_item("بحار", "", kOtherNews)});
  for (int times = 0; times < 2; ++times) {  // of the shard, then of live/
    CHECK(news.add({news_item("بحار", "", with_lead(kOtherNews))}).counts.duplicates_grouped == 0);
    CHECK(news.add({news_item("وكالة", "", without_end(kWireCopy))}).counts.duplicates_grouped ==
          0);
    news.add({news_item("صحيفة", "عنوان جديد", with_lead(kWireCopy))});
    auto groups = groups_in(news.archive());
    CHECK(groups["بحار"] == own_group("بحار"));
    CHECK(groups["وكالة"] == own_group("وكالة"));
    CHECK(groups["صحيفة"] == own_group("وكالة"));
  }
  // Even where the first of the group is gone.
  indexer::remove(news.archive(), {"وكالة"});
  news.add({news_item("صحيفة", "عنوان ثالث", kWireCopy)});
  CHECK(groups_in(news.archive())["صحيفة"] == own_group("وكالة"));
}

TEST_CASE("another story in place of a group's first has a group of its own, with its copies") {
  const auto other = news_item("وكالة", "", kOtherNews);
  const auto change = {+[](const News& news, const corpus::Article& story) { news.add({story}); },
                       +[](const News& news, const corpus::Article& story) {
                         indexer::remove(news.archive(), {story.id});
                         news.add({story});
                       }};
  for (const auto& replace : change) {
    const News news;
    news.build({news_item("وكالة", "", kWireCopy), news_item("صحيفة", "", with_lead(kWireCopy))});
    replace(news, other);
    CHECK(news.add({news_item("بحار", "", with_lead(kOtherNews))}).counts.duplicates_grouped == 1);
    const std::set<std::set<std::string>> expected = {{"صحيفة"}, {"وكالة", "بحار"}};
    CHECK(partition_of(news.archive()) == expected);
    // A version of the new story stays with its copies, and joins nobody.
    CHECK(news.add({news_item("وكالة", "", without_end(kOtherNews) + " ثم نشر المعهد صورا.")})
              .counts.duplicates_grouped == 0);
    CHECK(partition_of(news.archive()) == expected);
    indexer::compact(news.archive(), {});
    CHECK(partition_of(news.archive()) == expected);
    // And what it once was joins those that it was the first of.
    news.add({news_item("وكالة", "", kWireCopy)});
    CHECK(groups_in(news.archive())["وكالة"] == own_group("وكالة"));
    CHECK(partition_of(news.archive()) ==
          std::set<std::set<std::string>>{{"صحيفة", "وكالة"}, {"بحار"}});
    CHECK(news.problems().empty());
  }
}

TEST_CASE("another story in place of one in live/ has a group of its own") {
  const News news;
  news.build({news_item("قديم", "", "خبر قصير من الأرشيف")});
  news.add({news_item("وكالة", "", kWireCopy)});
  news.add({news_item("صحيفة", "", with_lead(kWireCopy)), news_item("وكالة", "", kOtherNews),
            news_item("بحار", "", with_lead(kOtherNews))});
  CHECK(partition_of(news.archive()) ==
        std::set<std::set<std::string>>{{"قديم"}, {"صحيفة"}, {"وكالة", "بحار"}});
}

TEST_CASE("of one id in a build, an earlier story has no group") {
  for (const auto builder : {indexer::Builder::bulk, indexer::Builder::xapian}) {
    for (const bool held : {true, false}) {
      const News news;
      indexer::RunOptions options;
      options.builder = builder;
      options.find_furniture = held;
      const auto result = news.build(
          {news_item("وكالة", "", kWireCopy), news_item("صحيفة", "", with_lead(kWireCopy)),
           news_item("إذاعة", "", without_end(kWireCopy)), news_item("وكالة", "", kOtherNews),
           news_item("بحار", "", with_lead(kOtherNews))},
          options);
      CHECK(result.counts.replaced == 1);
      CHECK(result.counts.duplicates_grouped == 2);
      CHECK(partition_of(news.archive()) ==
            std::set<std::set<std::string>>{{"صحيفة", "إذاعة"}, {"وكالة", "بحار"}});
    }
  }
}

TEST_CASE("the report says how many of each source joined a group") {
  const auto of_source = [](corpus::Article article, const char* source) {
    article.source = source;
    return article;
  };
  for (const auto builder : {indexer::Builder::bulk, indexer::Builder::xapian}) {
    const News news;
    indexer::RunOptions options;
    options.builder = builder;
    const auto built = news.build({of_source(news_item("1", "", kWireCopy), "وكالة الساحل"),
                                   of_source(news_item("2", "", with_lead(kWireCopy)), "المرصد"),
                                   of_source(news_item("3", "", kOtherNews), "المرصد"),
                                   news_item("4", "", without_end(kWireCopy))},
                                  options);
    CHECK(built.counts.duplicates_grouped == 2);
    CHECK(built.report.sources.at("وكالة الساحل").duplicates_grouped == 0);
    CHECK(built.report.sources.at("المرصد").duplicates_grouped == 1);
    CHECK(built.report.sources.at("(none)").duplicates_grouped == 1);
    const auto added = news.add({of_source(news_item("5", "", kOtherNews), "وكالة الساحل"),
                                 of_source(news_item("6", "", "خبر لا يشبه سواه"), "المرصد")});
    CHECK(added.report.sources.at("وكالة الساحل").duplicates_grouped == 1);
    CHECK(added.report.sources.at("المرصد").duplicates_grouped == 0);
  }
}

TEST_CASE("superseded versions and deleted articles are nobody's duplicates") {
  const News news;
  news.build({news_item("1", "", kWireCopy), news_item("2", "", kOtherNews)});
  news.add({news_item("1", "", "صار الخبر خبرا آخر لا صلة له بما كان فيه من قبل")});
  indexer::remove(news.archive(), {"2"});
  CHECK(news.add({news_item("3", "", kWireCopy), news_item("4", "", kOtherNews)})
            .counts.duplicates_grouped == 0);
  indexer::remove(news.archive(), {"3"});
  CHECK(news.add({news_item("5", "", kWireCopy)}).counts.duplicates_grouped == 0);
  CHECK(news.problems().empty());
}

TEST_CASE("without its keys a shard has no duplicates for additions; compact makes them anew") {
  const News news;
  news.build({news_item("1", "", kWireCopy)});
  const auto keys = news.archive() / "shards/0001" / archive::kDuplicateKeysFile;
  std::filesystem::remove(keys);
  const auto result = indexer::check(news.archive());
  CHECK(result.problems.empty());
  REQUIRE(result.advice.size() == 1);
  CHECK(result.advice[0].find("duplicates.warraq is missing") != std::string::npos);
  CHECK(news.add({news_item("2", "", kWireCopy)}).counts.duplicates_grouped == 0);
  indexer::compact(news.archive(), {});
  CHECK(indexer::check(news.archive()).advice.empty());
  CHECK(news.add({news_item("3", "", kWireCopy)}).counts.duplicates_grouped == 1);
}

TEST_CASE("keys that are changed are found, and lead nowhere else") {
  const News news;
  news.build(tests::many_news_items(200));
  const auto file = news.archive() / "shards/0001" / archive::kDuplicateKeysFile;
  const std::string bytes = tests::file_bytes(file);
  std::mt19937 random(1);
  for (int times = 0; times < 40; ++times) {
    std::string changed = bytes;
    // Before the trailer.
    const std::size_t place = random() % (bytes.size() - sizeof(archive::DerivedTrailer));
    changed[place] =
        static_cast<char>(static_cast<unsigned char>(changed[place]) ^ (1U << random() % 8));
    std::ofstream(file, std::ios::binary) << changed;
    news.add({tests::many_news_items(3)[2], news_item("جديد", "", kWireCopy)});
  }
  CHECK_FALSE(indexer::check(news.archive()).problems.empty());
}

TEST_CASE("a group that is none is found") {
  const News news;
  news.build({news_item("1", "", kWireCopy)});
  {
    Xapian::WritableDatabase shard((news.archive() / "shards/0001").string());
    auto document = shard.get_document(1);
    document.add_value(archive::slot::kDuplicateGroup, "short");
    shard.replace_document(1, document);
    shard.commit();
  }
  CHECK(news.problems().find("group of near duplicates") != std::string::npos);
}

TEST_CASE("what is added is grouped as it would have been built") {
  const auto articles = [] {
    std::vector<corpus::Article> result = tests::many_news_items(40);
    std::mt19937 random(2);
    for (int i = 0; i < 30; ++i) {
      corpus::Article again = result[random() % 40];
      again.id += "-" + std::to_string(i);
      again.body = with_lead(again.body);
      result.push_back(again);
    }
    std::shuffle(result.begin(), result.end(), random);
    return result;
  }();
  const News built;
  built.build(articles);
  const News grown;
  grown.build({articles.begin(), articles.begin() + 30});
  grown.add({articles.begin() + 30, articles.begin() + 50});
  grown.add({articles.begin() + 50, articles.end()});
  CHECK(partition_of(built.archive()).size() == 40);
  CHECK(partition_of(grown.archive()) == partition_of(built.archive()));
  CHECK(groups_in(grown.archive()) == groups_in(built.archive()));
}

TEST_CASE("threads and memory change no group") {
  const auto articles = tests::many_news_items(400);
  auto twice = articles;
  for (corpus::Article article : articles) {
    article.id += "+";
    twice.push_back(std::move(article));
  }
  const News plain;
  CHECK(plain.build(twice).counts.duplicates_grouped == 400);
  indexer::RunOptions options;
  options.jobs = 3;
  options.memory_bytes = std::size_t{64} << 10;
  const News other;
  CHECK(other.build(twice, options).counts.duplicates_grouped == 400);
  CHECK(groups_in(other.archive()) == groups_in(plain.archive()));
}

TEST_CASE("a group comes back as it was written, and sorts as it is printed") {
  CHECK(archive::encode_duplicate_group(0x0102030405060708) == "\x01\x02\x03\x04\x05\x06\x07\x08");
  CHECK(archive::decode_duplicate_group(archive::encode_duplicate_group(UINT64_MAX)) == UINT64_MAX);
  CHECK_FALSE(archive::decode_duplicate_group("").has_value());
  CHECK_FALSE(archive::decode_duplicate_group("123456789").has_value());
}
