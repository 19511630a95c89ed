#include "warraq/corpus/furniture.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <random>
#include <string>
#include <vector>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/furniture/line_table.h"
#include "corpus/furniture/units.h"

namespace {

using namespace warraq::corpus;
using Texts = std::vector<std::string>;

const std::string kNotice = "يمكنكم متابعة أخبار المرسى على هواتفكم بعد تنزيل التطبيق.";

/// A sentence that no other number's article has.
std::string sentence(int number) {
  static const Texts kWho{"المجلس", "الوزير", "المحافظ", "النادي", "المعهد", "الاتحاد", "الميناء"};
  static const Texts kWhat{"افتتح", "أعلن", "نظم", "أجل", "ناقش", "رفض", "وافق على", "ألغى"};
  static const Texts kThing{"المعرض", "الجسر",  "المؤتمر", "السباق", "المشروع",
                            "الموسم", "اللقاء", "المزاد",  "الدورة"};
  const auto at = static_cast<std::size_t>(number);
  std::string text = kWho[at % 7] + " " + kWhat[at / 7 % 8] + " " + kThing[at / 56 % 9];
  constexpr std::string_view kLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنه";
  for (int letter = 0, rest = number; letter < 4; ++letter, rest /= 26) {
    text += " " + std::string(kLetters.substr(static_cast<std::size_t>(rest % 26) * 2, 2)) + "مير";
  }
  return text + " مساء اليوم في المدينة القديمة.";
}

Article article(const std::string& source, std::string body, std::string title = {}) {
  Article made;
  made.source = source;
  made.body = std::move(body);
  made.title = std::move(title);
  return made;
}

Texts texts(const Article& made, const std::vector<TextRange>& ranges) {
  Texts found;
  for (const TextRange& range : ranges) found.emplace_back(range.of(made.body));
  return found;
}

Texts find(const FurnitureCounter& counter, const Article& made) {
  return texts(made, counter.find(made));
}

/// Counts `number` articles of `source` whose bodies are `before`, a sentence, `after`.
void count_many(FurnitureCounter& counter, const std::string& source, int number,
                const std::string& before, const std::string& after) {
  for (int at = 0; at < number; ++at) {
    std::string body = before;
    body.append(sentence(at)).append(after);
    counter.count(article(source, std::move(body)));
  }
}

TEST_CASE("a line that a source prints under its articles is furniture, from the eighth on") {
  FurnitureCounter counter;
  for (int at = 0; at < 12; ++at) {
    const Article made = article("المرسى", sentence(at) + "\n" + kNotice);
    const Texts found = texts(made, counter.count(made));
    CAPTURE(at);
    CHECK(found == (at < 7 ? Texts{} : Texts{kNotice}));
  }
  // All that was counted holds for the first ones too, and for no other source.
  CHECK(find(counter, article("المرسى", sentence(0) + "\n" + kNotice)) == Texts{kNotice});
  CHECK(find(counter, article("الساحل", sentence(0) + "\n" + kNotice)).empty());
}

TEST_CASE("variants of a line meet: marks, spaces, punctuation, digits, alef, rows of hyphens") {
  FurnitureCounter counter;
  for (int at = 0; at < 8; ++at) {
    counter.count(article("المرسى", sentence(at) + "\nشاهِد 12 صورة من الألبوم\n" +
                                        std::string(static_cast<std::size_t>(10 + at), '-')));
  }
  const Article made =
      article("المرسى", sentence(9) + "\nشاهد  ١٢ صورة من الالبوم:\n-----------------------------");
  CHECK(find(counter, made) == Texts{"شاهد  ١٢ صورة من الالبوم:", "-----------------------------"});
}

TEST_CASE("lines that differ in their numbers are different lines") {
  FurnitureCounter counter;
  const auto bulletin = [](int day) {
    const std::string price = std::to_string(18 + day % 3) + "." + std::to_string(day);
    return article("المرسى", sentence(day) + "\nأغلق الدولار في مرسى الرمان عند " + price +
                                 " درهماً للبيع\nبلغ خام الساحل " + std::to_string(40 + day) +
                                 " دولاراً للبرميل\n" + kNotice);
  };
  for (int day = 0; day < 40; ++day) counter.count(bulletin(day));
  for (int day = 0; day < 40; ++day) REQUIRE(find(counter, bulletin(day)) == Texts{kNotice});
}

TEST_CASE("a sentence that ends many articles' last lines is text, one that ends most is not") {
  const std::string phrase = "ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى الآن.";
  const auto with_phrase = [&phrase](int number) {
    return article("المرسى", sentence(number) + " " + phrase);
  };
  FurnitureCounter counter;
  for (int at = 0; at < 200; ++at) {
    counter.count(at % 20 == 0 ? with_phrase(at) : article("المرسى", sentence(at)));
  }
  CHECK(find(counter, with_phrase(0)).empty());
  // Nor on a line of its own, which is another article's ending.
  CHECK(find(counter, article("المرسى", sentence(900) + "\n" + phrase)).empty());
  // Nor where a large source has it more often: one article in fifty is the least.
  for (int at = 200; at < 2000; ++at) {
    counter.count(at % 75 == 0 ? with_phrase(at) : article("المرسى", sentence(at)));
  }
  CHECK(find(counter, with_phrase(0)).empty());
  count_many(counter, "الساحل", 16, "", " " + kNotice);
  CHECK(find(counter, article("الساحل", sentence(50) + " " + kNotice)) == Texts{kNotice});
}

TEST_CASE("furniture at either end of a body in one line") {
  FurnitureCounter counter;
  count_many(counter, "المرسى", 16, "مرسى الرمان (المرسى) -- ", " جميع الحقوق محفوظة لموقع المرسى");
  const Article made = article(
      "المرسى", "مرسى الرمان (المرسى) -- " + sentence(50) + " جميع الحقوق محفوظة لموقع المرسى");
  CHECK(find(counter, made) ==
        Texts{"مرسى الرمان (المرسى) -- ", "جميع الحقوق محفوظة لموقع المرسى"});
}

TEST_CASE("copies and updates of an article do not make its lines furniture") {
  FurnitureCounter counter;
  const std::string body = sentence(1) + " " + sentence(2) + "\n" + sentence(3);
  for (int at = 0; at < 50; ++at) {
    counter.count(
        article("المرسى", body + (at % 2 == 0 ? "" : "\nتحديث رقم " + sentence(100 + at))));
  }
  CHECK(find(counter, article("المرسى", body)).empty());
}

TEST_CASE("section titles and words of controls stay") {
  FurnitureCounter counter;
  for (int at = 0; at < 40; ++at) {
    const std::string middle = at % 10 == 0 ? "\nتأمين كامل\n" : "\n";
    counter.count(article("المرسى", sentence(3 * at) + middle + sentence(3 * at + 1) + "\n" +
                                        sentence(3 * at + 2) + "\nشارك"));
  }
  const Article made =
      article("المرسى", sentence(900) + "\nتأمين كامل\nمشاركة واسعة\nشارك الآلاف\n" +
                            sentence(901) + "\n" + sentence(902) + "\nشارك");
  CHECK(find(counter, made) == Texts{"شارك"});
}

TEST_CASE("a line inside articles needs more of them, numbers alone are no furniture") {
  FurnitureCounter counter;
  const std::string inside = "\nاقرأ أيضاً:\n12,5\n" + sentence(7000) + " " + sentence(7001) + "\n";
  for (int at = 0; at < 30; ++at) {
    const Article made =
        article("المرسى", sentence(4 * at) + "\nاقرأ أيضاً:\n12,5\n" + sentence(4 * at + 1) + "\n" +
                              sentence(4 * at + 2) + "\n" + sentence(4 * at + 3));
    const bool found = !counter.count(made).empty();
    CHECK(found == (at >= 23));
  }
  CHECK(find(counter, article("المرسى", sentence(9000) + inside + sentence(9001) + "\n" +
                                            sentence(9002))) == Texts{"اقرأ أيضاً:"});
}

TEST_CASE("a line that is another article's title is a link to it") {
  FurnitureCounter counter;
  const std::string title = "مرسى الرمان تفتتح جسراً جديداً يربط ضفتي الوادي";
  counter.count(article("المرسى", sentence(1), title));
  const std::string text = sentence(2) + "\n" + sentence(3) + "\n" + sentence(4);
  CHECK(find(counter, article("المرسى", text + "\n" + title + "\n" + sentence(5))) == Texts{title});
  const std::string labelled = "للمزيد: " + title;
  CHECK(find(counter, article("المرسى", text + "\n" + labelled)) == Texts{labelled});
  // What stands beside it in the same shape is one too.
  const std::string other = "صيادو الخليج الشمالي يعودون إلى البحر بعد غياب";
  CHECK(find(counter, article("المرسى", text + "\n" + other + "\n" + title + "\n" + sentence(5))) ==
        Texts{other, title});
  CHECK(find(counter, article("المرسى", text + "\n" + other)).empty());
  // Not in a sentence, not an article's own title, not another source's, not on the first line.
  CHECK(find(counter, article("المرسى", text + "\n" + title + ".")).empty());
  CHECK(find(counter, article("المرسى", text + "\n" + title, title)).empty());
  CHECK(find(counter, article("الساحل", text + "\n" + title)).empty());
  CHECK(find(counter, article("المرسى", title + "\n" + text)).empty());
}

TEST_CASE("an article is never furniture altogether") {
  FurnitureCounter counter;
  count_many(counter, "المرسى", 8, "", "\n" + kNotice);
  CHECK(find(counter, article("المرسى", kNotice)).empty());
  CHECK(find(counter, article("المرسى", kNotice + "\n\n" + kNotice)).empty());
  CHECK(find(counter, article("المرسى", "")).empty());
}

TEST_CASE("a list of very many lines is no article") {
  FurnitureCounter counter;
  count_many(counter, "المرسى", 8, "", "\n" + kNotice);
  std::string list;
  for (int line = 0; line < 100'001; ++line) list += kNotice + "\n";
  CHECK(find(counter, article("المرسى", list + sentence(1))).empty());
  CHECK(counter.count(article("المرسى", list)).empty());
}

TEST_CASE("a source by name, else host, else folder or file") {
  Article made;
  made.id = "news.jsonl#12";
  CHECK(furniture_source(made) == "news.jsonl");
  made.id = "2018/pages/a.txt";
  CHECK(furniture_source(made) == "2018/pages");
  made.url = "https://marsa.example/2018/a#top";
  CHECK(furniture_source(made) == "marsa.example");
  made.source = "المرسى";
  CHECK(furniture_source(made) == "المرسى");
}

TEST_CASE("what was counted is kept and read back, and damage is told") {
  FurnitureCounter counter;
  count_many(counter, "المرسى", 7, "", "\n" + kNotice);
  const std::string saved = counter.save();
  std::optional<FurnitureCounter> loaded = FurnitureCounter::load(saved);
  REQUIRE(loaded);
  CHECK(loaded->save() == saved);
  const Article eighth = article("المرسى", sentence(20) + "\n" + kNotice);
  CHECK(texts(eighth, loaded->count(eighth)) == Texts{kNotice});
  CHECK_FALSE(FurnitureCounter::load(""));
  CHECK_FALSE(FurnitureCounter::load(saved.substr(0, saved.size() - 8)));
  for (const std::size_t at : {std::size_t{0}, std::size_t{25}, saved.size() - 1}) {
    std::string damaged = saved;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    CHECK_FALSE(FurnitureCounter::load(damaged));
  }
}

TEST_CASE("memory stays within its limit, and what is frequent stays known") {
  FurnitureLimits limits;
  limits.memory = std::size_t{1} << 16U;
  FurnitureCounter counter(limits);
  const std::string title = "عنوان طويل بما يكفي ليكون عنواناً ";
  for (int at = 0; at < 40000; ++at) {
    const bool with_notice = at < 16 || at % 100 == 0;
    counter.count(article(
        "المرسى", sentence(at) + "\n" + sentence(at + 50000) + (with_notice ? "\n" + kNotice : ""),
        title + sentence(at)));
  }
  CHECK(counter.memory() <= limits.memory);
  CHECK(find(counter, article("المرسى", sentence(1) + "\n" + kNotice)) == Texts{kNotice});
}

TEST_CASE("a table of counts that is full forgets the rare") {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  LineTable table(1024, 100);  // 16 buckets
  for (std::uint64_t key = 1; key <= 16; ++key) table.add(key * kOdd, 200);
  for (std::uint64_t key = 1000; key < 9000; ++key) table.add(key * kOdd, 1);
  CHECK(table.bytes() <= 1024);
  for (std::uint64_t key = 1; key <= 16; ++key) CHECK(table.count(key * kOdd) == 200);
  std::size_t rare_left = 0;
  for (std::uint64_t key = 1000; key < 9000; ++key) rare_left += table.count(key * kOdd);
  CHECK(rare_left <= 1024 / sizeof(std::uint64_t) - 16);
  LineTable large(1U << 20U, 100);
  for (std::uint64_t key = 1; key < 5000; ++key) large.add(key * 0x9E3779B97F4A7C15U, 3);
  for (std::uint64_t key = 1; key < 5000; ++key) {
    REQUIRE(large.count(key * 0x9E3779B97F4A7C15U) == 3);
  }
  large.add(7, 65000);
  large.add(7, 65000);
  CHECK(large.count(7) == 65535);
}

TEST_CASE("ranges are in order, apart, without blanks around, between characters") {
  CHECK(rc::check([] {
    FurnitureCounter counter;
    const Texts pieces{kNotice,     "\n", " ", "*",  "** حقوق", "(المرسى) -- ", ". ", "اقرأ أيضاً:",
                       "\u00A0",    "-",  "ـ", "12", "🌊",       "كلمة",         "، ", sentence(1),
                       sentence(2), "|",  "؟ "};
    for (int at = 0; at < 30; ++at) {
      Article made = article("المرسى", "");
      for (const std::string& piece : *rc::gen::container<Texts>(rc::gen::elementOf(pieces))) {
        made.body += piece;
      }
      made.title = *rc::gen::elementOf(pieces);
      for (const auto& ranges : {counter.count(made), counter.find(made)}) {
        std::size_t last = 0;
        for (const TextRange& range : ranges) {
          RC_ASSERT(range.begin >= last && range.begin < range.end);
          RC_ASSERT(range.end <= made.body.size());
          RC_ASSERT(is_valid_utf8(range.of(made.body)));
          RC_ASSERT(range.of(made.body).find('\n') == std::string_view::npos);
          RC_ASSERT(!is_blank(range.of(made.body).substr(0, 4)));
          last = range.end;
        }
      }
    }
  }));
}

TEST_CASE("the order of different sources' articles does not matter") {
  CHECK(rc::check([] {
    std::vector<Article> one;
    std::vector<Article> other;
    for (int at = 0; at < 12; ++at) {
      one.push_back(article("المرسى", sentence(at) + "\n" + kNotice));
      other.push_back(article("الساحل", sentence(at) + "\nالساحل تتمنى لكم يوماً سعيداً"));
    }
    FurnitureCounter apart;
    std::vector<Texts> expected;
    expected.reserve(one.size());
    for (const Article& made : one) expected.push_back(texts(made, apart.count(made)));
    FurnitureCounter mixed;
    std::vector<Texts> found;
    std::size_t next = 0;
    for (const Article& made : one) {
      const auto some = *rc::gen::inRange<std::size_t>(0, 4);
      for (std::size_t at = 0; at < some && next < other.size(); ++at) mixed.count(other[next++]);
      found.push_back(texts(made, mixed.count(made)));
    }
    RC_ASSERT(found == expected);
  }));
}

}  // namespace
