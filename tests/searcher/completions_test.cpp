// What a query that is being typed is completed to.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/archive_vocabulary.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

using namespace warraq;
using tests::article;
using tests::TestArchive;

namespace {

TestArchive some_news() {
  return TestArchive(
      {article("1", "مجلس الوزراء يقر الموازنة", "أقر مجلس الوزراء موازنة العام."),
       article("2", "مجلس الأمن يجتمع", "يعقد مجلس الأمن جلسة مغلقة."),
       article("3", "مجلس الوزراء يناقش التعليم", "وزير التعليم يحضر الجلسة."),
       article("4", "زيارة إلى الرياض", "وصل الوفد إلى الرياض. الطقس في رياض بعيدة."),
       article("5", "افتتاح معرض Renault", "اعلنت الشركة. أعلنت الشركة. أعلنت.")});
}

std::vector<std::string> texts(searcher::Searcher& searcher, std::string_view typed,
                               std::size_t limit = 10) {
  std::vector<std::string> result;
  for (const auto& completion : searcher.suggest(typed, limit)) result.push_back(completion.text);
  return result;
}

bool has(const std::vector<std::string>& all, const std::string& text) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

}  // namespace

TEST_CASE("a word is completed by those that stand with the words before it, counted") {
  const TestArchive news = some_news();
  auto searcher = news.open();
  const auto completions = searcher.suggest("مجلس الو");
  REQUIRE(completions.size() == 1);
  CHECK(completions.front().text == "مجلس الوزراء");
  CHECK(completions.front().word == "الوزراء");
  CHECK(completions.front().articles == 2);
  CHECK(texts(searcher, "الموازنة الأ").empty());
  CHECK(searcher.suggest("مجلس الوزراء ا", 0).empty());
  CHECK(searcher.suggest("ال", 2).size() == 2);
}

TEST_CASE("each completion finds as many articles as it says") {
  const TestArchive news = some_news();
  auto searcher = news.open();
  for (const std::string typed : {"مجلس ال", "ال", "م", "أ", "ren", "الوزراء الت"}) {
    for (const auto& completion : searcher.suggest(typed, 50)) {
      auto request = tests::request_for(completion.text);
      request.all_words = true;
      CHECK_MESSAGE(searcher.search(request).total == completion.articles, completion.text);
    }
  }
}

TEST_CASE("the article comes before a word that is mostly written with it") {
  const TestArchive news = some_news();
  auto searcher = news.open();
  CHECK(texts(searcher, "ريا") == std::vector<std::string>{"الرياض"});
  CHECK(has(texts(searcher, "وزير"), "وزير"));
  CHECK(!has(texts(searcher, "زير"), "وزير"));
}

TEST_CASE("a completion is in the most frequent spelling, whatever was typed") {
  const TestArchive news = some_news();
  auto searcher = news.open();
  CHECK(texts(searcher, "اعل") == std::vector<std::string>{"أعلنت"});
  CHECK(texts(searcher, "إعل") == std::vector<std::string>{"أعلنت"});
  CHECK(texts(searcher, "REN") == std::vector<std::string>{"renault"});
}

TEST_CASE("of words with one stem the best stands for all") {
  const TestArchive news({article("1", "أسعار النفط", "ارتفع النفط. المشتقات النفطية."),
                          article("2", "إنتاج النفط", "الحقل النفطي")});
  auto searcher = news.open();
  CHECK(texts(searcher, "النف") == std::vector<std::string>{"النفط"});
}

TEST_CASE("what follows the word before comes first, and alone where no next word is begun") {
  const TestArchive news(
      {article("1", "", "أقر مجلس الأمن القرار. اجتماع الرئيس والرئيس. مجلس النواب."),
       article("2", "", "مجلس الأمن والرئيس. الرئيس. قال في تونس. مجلس الأمم"),
       article("3", "مجلس", "النقاب: الرئيس في مجلس الأمن"),
       article("4", "", "الرئيس والوزير. الوزير")});
  auto searcher = news.open();
  const auto begun = texts(searcher, "مجلس ال");
  REQUIRE(begun.size() > 3);
  CHECK(begun[0] == "مجلس الأمن");
  CHECK(std::set<std::string>{begun[1], begun[2]} ==
        std::set<std::string>{"مجلس الأمم", "مجلس النواب"});
  CHECK(has(begun, "مجلس الرئيس"));
  CHECK(texts(searcher, "مجلس أم").front() == "مجلس الأمن");
  const auto next = texts(searcher, "مجلس ");
  CHECK(next.size() == 3);
  CHECK(next.front() == "مجلس الأمن");
  CHECK(texts(searcher, "في ") == std::vector<std::string>{"في مجلس", "في تونس"});
}

TEST_CASE("nothing is offered where no word is being typed") {
  const TestArchive news = some_news();
  auto searcher = news.open();
  for (const std::string typed : {"", " ", "مجلس.", "مجلس. ", "؟!", "«»", "\xFF", "غغغغ"}) {
    CHECK_MESSAGE(texts(searcher, typed).empty(), typed);
  }
  CHECK(!has(texts(searcher, "إل"), "إلى"));
  std::string longest;
  while (longest.size() < (std::size_t{1} << 20)) longest += "مجلس الوزراء ";
  CHECK(texts(searcher, longest + "يق").size() == 1);
  CHECK(texts(searcher, std::string(1 << 20, 'a')).empty());
}

TEST_CASE("additions are offered at once, and what was deleted is not") {
  TestArchive news = some_news();
  news.add({article("6", "مجلس النواب يصوت", "صوت مجلس النواب.")});
  {
    auto searcher = news.open();
    CHECK(texts(searcher, "مجلس الن") == std::vector<std::string>{"مجلس النواب"});
  }
  news.remove("6");
  news.remove("2");
  auto searcher = news.open();
  CHECK(texts(searcher, "مجلس الن").empty());
  CHECK(texts(searcher, "مجلس الأم").empty());
}

TEST_CASE("the words of all databases are one vocabulary") {
  TestArchive news = some_news();
  news.add({article("6", "مجلس النواب", "اعلنت اعلنت على علي")});
  const archive::OpenArchive opened(news.path(), analyzers::Analyzer().fingerprint());
  const searcher::ArchiveVocabulary words(opened);
  CHECK(words.is_complete());
  CHECK(words.occurrences("اعلنت") == 5);
  CHECK(words.occurrences("غائبه") == 0);
  REQUIRE(words.form("اعلنت").has_value());
  CHECK(words.form("اعلنت")->spelling == "اعلنت");
  CHECK(words.form("علي")->occurrences == 2);
  using StopWords = searcher::ArchiveVocabulary::StopWords;
  CHECK(words.form("علي", StopWords::left_out)->spelling == "علي");
  std::vector<std::string> forms;
  words.for_each_form("مجل", StopWords::counted,
                      [&](const auto& form) { forms.push_back(form.spelling); });
  CHECK(forms == std::vector<std::string>{"مجلس"});
}
