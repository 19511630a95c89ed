// Any bytes, taken as articles and the options of a build: the archive must read as the database
// that Xapian makes of the same articles, one by one, at once and after Xapian has gone on writing
// to both. TMPDIR and ASAN_OPTIONS as for fuzz_glass; seeds are in seeds/builder.
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/changes.h"
#include "tests/indexer/through_api.h"
#include "tools/fuzz/input.h"
#include "tools/fuzz/require.h"
#include "warraq/corpus/article.h"
#include "warraq/indexer/indexer.h"

namespace {

using namespace warraq;
using fuzz::Input;
using fuzz::require;
using fuzz::require_equal;

// Words at the corners of the analysis, and what may stand between them.
constexpr std::array<std::string_view, 51> kWords = {
    "أخبار",  "اخبار", "على",   "علي",      "مُحَمَّد",       "محمد",    "أ.ف.ب", "٢٠١٧", "2,017",
    "Google", "الـ47", "في",    "من",       "ﷺ",          "\n",      "ل.م",   "لم",   "م.ا",
    "ما",     "ه.و",   "هو",    "ك.ل",      "«قال»",      "غوتيريس", "café",  "a\tb", "ﻣﺤﻤﺪ",
    "x@y.z",  "ورقة",  "الرقة", "والمكتبةُ", "مكتبة",      "والكتب",  "ـــ",   "…",    "ء",
    "آ",      "ا",     "گفت",   "کتاب",     "ية",         "وال",     "أن",    "ّ",     "ٱلله",
    "\"",     "\\",    "{}",    "-",        "#محمد_صلاح", "😀"};

// A word of the table, a word of few letters made of a number, some of the input's own bytes, or
// one letter many times.
void append_word(std::string& text, Input& input) {
  const std::uint32_t what = input.byte();
  if (what < 2 * kWords.size()) {
    text += kWords[what % kWords.size()];
  } else if (what < 0xc0) {
    constexpr std::array<std::string_view, 8> kLetters = {"ا", "ب", "ت", "ي", "ة", "م", "و", "ل"};
    for (std::uint32_t number = what << 8 | input.byte(); number != 0; number /= 8) {
      text += kLetters[number % kLetters.size()];
    }
  } else if (what < 0xf8) {
    text += input.text(what % 32);
  } else {
    for (std::uint32_t left = input.number(10); left > 0; --left) text += "ب";
  }
  if (what % 8 != 7) text += ' ';
}

std::string words(Input& input) {
  std::string text;
  for (std::uint32_t left = input.byte() % 64; left > 0; --left) append_word(text, input);
  // Now and then so often that a term's frequency takes more bytes than one.
  const std::uint32_t times = input.byte();
  if (times < 0xf0) return text;
  std::string repeated;
  for (std::uint32_t left = (times - 0xef) * 16; left > 0; --left) repeated += text;
  return repeated;
}

std::string date(Input& input) {
  constexpr std::array<std::string_view, 6> kDates = {
      "", "2019-04-13", "0000-00-00", "٢٠٢٠-٠١-٠٢", "20210304", "2199-12-31T23:59:59Z"};
  return std::string(kDates[input.byte() % kDates.size()]);
}

corpus::Article article(Input& input) {
  corpus::Article result;
  const std::uint32_t fields = input.byte();
  // Few ids, so that they come again; none: it is made of the file's name and the record's number.
  const std::uint32_t id = input.byte();
  if (id < 0xe0) result.id = std::to_string(id % 32);
  if (id >= 0xf0) result.id = words(input);
  if ((fields & 1) != 0) result.title = words(input);
  result.body = words(input);
  if ((fields & 2) != 0) result.date = date(input);
  if ((fields & 4) != 0) result.source = words(input);
  if ((fields & 8) != 0) result.category = words(input);
  if ((fields & 16) != 0) result.author = words(input);
  if ((fields & 32) != 0) result.agency = words(input);
  if ((fields & 64) != 0) result.url = words(input);
  if ((fields & 128) != 0) result.extra = {{"rest", "[1, null]"}};
  return result;
}

std::string json_lines(Input& input) {
  constexpr std::size_t kMaxBytes = 1 << 18;
  std::string lines;
  while (!input.empty() && lines.size() < kMaxBytes) lines += to_json(article(input)) + '\n';
  return lines;
}

// From so little memory that each article is a run of its own to more than all of them take.
indexer::RunOptions options(Input& input) {
  indexer::RunOptions result;
  result.jobs = 1 + input.byte() % 3;
  result.memory_bytes = std::size_t{256} << input.byte() % 20;
  return result;
}

void check_archive(const std::string& archive, const indexer::RunResult& built,
                   std::size_t articles) {
  require(built.articles_in_archive == articles, "every id is there once");
  require(built.counts.articles_read == articles + built.counts.replaced, "all are counted");
  for (const std::string& problem : indexer::check(archive).problems) require(false, problem);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const std::uint32_t seed = input.byte();
  const indexer::RunOptions how = options(input);
  const tests::TempFolder folder;
  const std::string file = folder.write("articles.jsonl", json_lines(input));
  const std::string archive = folder / "archive";
  const indexer::RunResult built = indexer::build(archive, {file}, how);
  const auto articles = tests::articles_in(file);
  if (articles.empty()) {
    require(!std::filesystem::exists(archive), "no archive without an article");
    return 0;
  }
  check_archive(archive, built, articles.size());
  const std::string bulk = archive + "/shards/0001";
  const std::string api = folder / "api";
  tests::write_through_api(articles, api, bulk);
  require_equal(bulk, api);
  if (seed % 4 != 0) return 0;
  tests::change_often(bulk, seed, 5);
  tests::change_often(api, seed, 5);
  require_equal(bulk, api);
  return 0;
}
