// The vocabulary says what the analyser makes of the stored texts, whichever way they came, and
// damaged bytes do no harm.
#include "indexer/archive/vocabulary.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/merged_words.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/word_stream.h"
#include "indexer/terms/word_terms.h"
#include "indexer/words/word_order.h"
#include "indexer/write/front_coder.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/indexer/news.h"

using namespace warraq;
using archive::FrontCodedWords;
using archive::VocabularyWord;
using tests::News;
using tests::news_item;

namespace {

namespace fs = std::filesystem;

/// Normalised, exact, stop word: occurrences.
using Model = std::map<std::tuple<std::string, std::string, bool>, std::uint64_t>;

void add(Model& model, const VocabularyWord& word) {
  model[{std::string(word.normalised), std::string(word.exact), word.stop}] += word.occurrences;
}

class ModelCursor final : public archive::WordCursor {
 public:
  explicit ModelCursor(const Model& model) : next_(model.begin()), end_(model.end()) {}
  bool next() override {
    if (next_ == end_) return false;
    const auto& [normalised, exact, stop] = next_->first;
    word_ = {normalised, exact, stop, next_->second};
    ++next_;
    return true;
  }
  [[nodiscard]] const VocabularyWord& word() const override { return word_; }

 private:
  Model::const_iterator next_;
  Model::const_iterator end_;
  VocabularyWord word_;
};

std::string coded(const Model& model) {
  ModelCursor words(model);
  return indexer::front_coded(words);
}

// What `ask` is given, each word once.
template <typename Ask>
Model given(Ask ask) {
  Model model;
  ask([&](const VocabularyWord& word) {
    RC_ASSERT(!model.contains({std::string(word.normalised), std::string(word.exact), word.stop}));
    add(model, word);
  });
  return model;
}

Model all_of(const archive::Vocabulary& words) {
  return given([&](const auto& take) { words.for_each({}, take); });
}

template <typename Fits>
Model part_of(const Model& model, Fits fits) {
  Model part;
  for (const auto& [word, occurrences] : model) {
    if (fits(std::get<0>(word), std::get<2>(word))) part[word] = occurrences;
  }
  return part;
}

std::string random_word() {
  static const std::vector<std::string> pieces = {
      "ا",      "أ",      "إ",      "ب",    "ه",    "ة",        "ي",    "ى",    "م",
      "ال",     "و",      "٣",      "گ",    "a",    "z",        "ma",   "é",    "Я",
      "я",      "東京",   "😀",      "7",    "\n",   "\x01\x7F", "ـ",    "ٿ",    "\u0600",
      "\u067F", "\u0680", "\u05D0", "\xD8", "\xD9", "\x80",     "\xFF", "\xC3", "محمد"};
  std::string word;
  for (int left = *rc::gen::inRange(0, 6); left > 0; --left) {
    word += *rc::gen::inRange(0, 12) == 0 ? std::string(1, '\0') : *rc::gen::elementOf(pieces);
  }
  if (*rc::gen::inRange(0, 60) == 0) {
    const std::string letter = *rc::gen::elementOf(pieces);
    for (int left = *rc::gen::elementOf(std::vector<int>{14, 15, 16, 17, 200, 100'000}); left > 0;
         --left) {
      word += letter;
    }
  }
  return word;
}

Model random_model(int most = 200) {
  Model model;
  std::string before = random_word();
  for (int left = *rc::gen::inRange(0, most); left > 0; --left) {
    const std::string normalised = *rc::gen::element(0, 1, 2) == 0 ? before : random_word();
    const std::string exact = *rc::gen::element(0, 1) == 0 ? normalised : random_word();
    const auto occurrences =
        *rc::gen::element<std::uint64_t>(1, 2, 16, 17, 1'000'000, std::uint64_t{1} << 50U);
    model[{normalised, exact, *rc::gen::inRange(0, 5) == 0}] = occurrences;
    before = normalised;
  }
  return model;
}

// That every question is answered as the model has it.
void require_same(const archive::Vocabulary& words, const Model& model) {
  RC_ASSERT(all_of(words) == model);
  std::vector<std::string> asked = {random_word()};
  std::set<std::uint16_t> marks = {0, 1, 0xFFFF};
  for (const auto& [word, occurrences] : model) {
    const auto& [normalised, exact, stop] = word;
    if (*rc::gen::inRange(0, 10) != 0) continue;
    asked.push_back(normalised.substr(0, 100));
    asked.push_back(normalised + random_word());
    asked.push_back(normalised.substr(0, normalised.size() / 2));
    marks.insert(archive::form_mark(normalised, stop));
  }
  for (const std::string& text : asked) {
    RC_ASSERT(
        given([&](const auto& take) { words.find(text, take); }) ==
        part_of(model, [&](const std::string& normalised, bool) { return normalised == text; }));
    RC_ASSERT(given([&](const auto& take) { words.for_each(text, take); }) ==
              part_of(model, [&](const std::string& normalised, bool) {
                return normalised.starts_with(text);
              }));
    RC_ASSERT(given([&](const auto& take) {
                for (const auto cursor = words.words(text); cursor->next();) take(cursor->word());
              }) == part_of(model, [&](const std::string& normalised, bool) {
                return normalised >= text;
              }));
  }
  for (const std::uint16_t mark : marks) {
    RC_ASSERT(given([&](const auto& take) { words.with_mark(mark, take); }) ==
              part_of(model, [&](const std::string& normalised, bool stop) {
                return archive::form_mark(normalised, stop) == mark;
              }));
  }
}

// Asks for everything; what comes back is whatever it is.
void read_all(const std::string& bytes) {
  const auto words = FrontCodedWords::of_bytes(bytes);
  if (!words) return;
  static_cast<void>(words->is_whole());
  std::uint64_t letters = 0;
  const auto take = [&](const VocabularyWord& word) {
    for (const char letter : word.normalised) letters += static_cast<unsigned char>(letter);
    for (const char letter : word.exact) letters += static_cast<unsigned char>(letter);
  };
  words->for_each({}, take);
  words->for_each("م", take);
  words->find("محمد", take);
  for (unsigned mark = 0; mark < 65'536; mark += 251) {
    words->with_mark(static_cast<std::uint16_t>(mark), take);
  }
  for (const auto cursor = words->words("ب"); cursor->next();) take(cursor->word());
  CHECK(letters < UINT64_MAX);
}

// What the analyser makes of all current articles.
Model words_of_texts(const fs::path& archive) {
  const analyzers::Analyzer analyzer;
  analyzers::Analysis analysis;
  Model model;
  for (const auto& [id, article] : tests::contents_of(archive)) {
    indexer::for_each_word(article, analyzer, analysis, [&](const indexer::PlacedWord& placed) {
      add(model, {placed.word.normalised, placed.word.exact, placed.word.stop, 1});
    });
  }
  return model;
}

Model words_of_archive(const fs::path& archive) {
  const archive::OpenArchive opened(archive, analyzers::Analyzer().fingerprint());
  Model model;
  for (const auto& database : opened.databases()) {
    REQUIRE(database.vocabulary != nullptr);
    database.vocabulary->for_each({}, [&](const VocabularyWord& word) { add(model, word); });
  }
  return model;
}

bool holds(const Model& all, const Model& part) {
  return std::all_of(part.begin(), part.end(), [&](const auto& word) {
    const auto found = all.find(word.first);
    return found != all.end() && found->second >= word.second;
  });
}

fs::path vocabulary_of(const fs::path& archive) {
  for (const auto& shard : fs::directory_iterator(archive / "shards")) {
    return shard.path() / archive::kVocabularyFile;
  }
  return {};
}

std::vector<corpus::Article> some_news() {
  auto articles = tests::many_news_items(60);
  articles.push_back(news_item("وكالة", "أ.ف.ب: «قمّة» عربيّة في الرياض",
                               "قالت وكالة أ ف ب إنّ القمة Summit افتُتحت. على علي إلى الى."));
  articles.push_back(news_item("م.ا", "م.ا", "ما قاله م.ا عن الأمّة والأمة والامه 12,000 Café"));
  return articles;
}

indexer::RunOptions with(indexer::Builder builder, unsigned jobs, std::size_t memory) {
  indexer::RunOptions options;
  options.builder = builder;
  options.jobs = jobs;
  options.memory_bytes = memory;
  return options;
}

}  // namespace

TEST_CASE("words of all kinds are read as they were written") {
  CHECK(rc::check("write, read", [] {
    const Model model = random_model();
    const FrontCodedWords words(coded(model));
    RC_ASSERT(words.size() == model.size());
    RC_ASSERT(words.is_whole());
    require_same(words, model);
  }));
}

TEST_CASE("merged vocabularies are one") {
  CHECK(rc::check("merge", [] {
    Model sum;
    std::vector<std::shared_ptr<const archive::Vocabulary>> parts;
    for (int left = *rc::gen::inRange(0, 5); left > 0; --left) {
      const Model model = random_model(60);
      for (const auto& [word, occurrences] : model) sum[word] += occurrences;
      parts.push_back(std::make_shared<const FrontCodedWords>(coded(model)));
    }
    require_same(archive::MergedVocabulary(std::move(parts)), sum);
  }));
}

TEST_CASE("words in any order are put into that of a vocabulary, equal ones together") {
  CHECK(rc::check("sort", [] {
    Model model;
    std::vector<std::pair<std::string, std::string>> texts;
    std::vector<VocabularyWord> words;
    for (int left = *rc::gen::inRange(0, 100); left > 0; --left) {
      texts.emplace_back(random_word(), *rc::gen::inRange(0, 2) == 0 ? "" : random_word());
    }
    for (const auto& [normalised, exact] : texts) {
      words.push_back({normalised, exact, false, 2});
      add(model, words.back());
    }
    Model sorted;
    std::vector<std::tuple<std::string, std::string, bool>> order;
    indexer::take_in_order(words, [&](const VocabularyWord& word) {
      add(sorted, word);
      order.emplace_back(word.normalised, word.exact, word.stop);
    });
    RC_ASSERT(sorted == model);
    RC_ASSERT(std::is_sorted(order.begin(), order.end()));
  }));
}

TEST_CASE("damaged bytes do no harm") {
  CHECK(rc::check("damage", [] {
    std::string bytes = coded(random_model());
    for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
      const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
      // What the bytes end with is where most harm could be done.
      const auto from_end = *rc::gen::inRange<std::size_t>(1, 49);
      bytes[*rc::gen::inRange(0, 2) == 0 ? place : bytes.size() - from_end] =
          static_cast<char>(*rc::gen::inRange(0, 256));
    }
    if (*rc::gen::inRange(0, 4) == 0) bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size()));
    read_all(bytes);
  }));
}

TEST_CASE("every way to build makes the vocabulary of the texts") {
  auto articles = some_news();
  for (const std::size_t again : {0U, 3U, 61U}) {
    articles.push_back(articles[again]);
    articles.back().body += " بعد التعديل الأخير";
  }
  std::string expected;
  for (const auto& options : {with(indexer::Builder::bulk, 1, std::size_t{512} << 20U),
                              with(indexer::Builder::bulk, 2, std::size_t{64} << 10U),
                              with(indexer::Builder::xapian, 1, std::size_t{512} << 20U)}) {
    const News news;
    news.build(articles, options);
    CHECK(words_of_archive(news.archive()) == words_of_texts(news.archive()));
    const std::string bytes = tests::file_bytes(vocabulary_of(news.archive()));
    REQUIRE(bytes.size() > sizeof(archive::DerivedTrailer));
    const std::string body = bytes.substr(0, bytes.size() - sizeof(archive::DerivedTrailer));
    if (expected.empty()) expected = body;
    CHECK(body == expected);
  }
}

TEST_CASE("a joined form is a word of its own, and stop words are apart") {
  const News news;
  news.build(some_news());
  const Model words = words_of_archive(news.archive());
  CHECK(words.at({"افب", "أفب", false}) == 2);
  CHECK(words.contains({"علي", "على", true}));
  CHECK(words.at({"علي", "علي", false}) == 1);
  CHECK(words.contains({"ما", "ما", true}));
  CHECK(words.at({"ما", "ما", false}) == 2);
}

TEST_CASE("additions are in the vocabulary of live/, commit by commit") {
  const News news;
  news.build(some_news());
  Model added;
  for (int number = 0; number < 30; ++number) {
    news.add({news_item("جديد " + std::to_string(number), "عنوانٌ رقم " + std::to_string(number),
                        "كلمة" + std::string(static_cast<std::size_t>(number), 'x'))});
    REQUIRE(words_of_archive(news.archive()) == words_of_texts(news.archive()));
  }
  const Xapian::Database live((news.archive() / "live").string());
  const std::string prefix = "vocabulary/";
  CHECK(std::distance(live.metadata_keys_begin(prefix), live.metadata_keys_end(prefix)) < 5);
  indexer::compact(news.archive(), {});
  CHECK(words_of_archive(news.archive()) == words_of_texts(news.archive()));
}

TEST_CASE("what was replaced or deleted may stay counted, and nothing is missing") {
  const News news;
  news.build(some_news());
  news.add({news_item("م.ا", "عنوان آخر", "نص آخر تماما"), news_item("ثان", "خبر ثان", "")});
  indexer::remove(news.archive(), {"ثان", "وكالة"});
  CHECK(holds(words_of_archive(news.archive()), words_of_texts(news.archive())));
  indexer::compact(news.archive(), {});
  CHECK(holds(words_of_archive(news.archive()), words_of_texts(news.archive())));
  CHECK(news.problems().empty());
}

TEST_CASE("an archive of deletions alone has a vocabulary for live/, an empty one") {
  const News news;
  news.build(some_news());
  indexer::remove(news.archive(), {"وكالة"});
  const archive::OpenArchive opened(news.archive(), analyzers::Analyzer().fingerprint());
  REQUIRE(opened.has_live());
  REQUIRE(opened.databases().back().vocabulary != nullptr);
  CHECK(all_of(*opened.databases().back().vocabulary).empty());
}

TEST_CASE("a vocabulary that is missing or damaged is found by check, and compact makes it anew") {
  const News news;
  news.build(some_news());
  const Model expected = words_of_archive(news.archive());
  SUBCASE("missing") {
    fs::remove(vocabulary_of(news.archive()));
    const archive::OpenArchive opened(news.archive(), analyzers::Analyzer().fingerprint());
    CHECK(opened.databases().front().vocabulary == nullptr);
    const auto result = indexer::check(news.archive());
    CHECK(result.problems.empty());
    REQUIRE(result.advice.size() == 1);
    CHECK(result.advice.front().find("vocabulary.warraq") != std::string::npos);
  }
  SUBCASE("damaged") {
    std::fstream file(vocabulary_of(news.archive()), std::ios::in | std::ios::out);
    file.seekp(100);
    file.put('\x55');
    file.close();
    const auto result = indexer::check(news.archive());
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems.front().find("vocabulary.warraq") != std::string::npos);
  }
  indexer::compact(news.archive(), {});
  CHECK(words_of_archive(news.archive()) == expected);
  CHECK(news.problems().empty());
}
