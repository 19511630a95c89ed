#include "warraq/analyzers/number_words.h"

#include <algorithm>
#include <array>

namespace warraq::analyzers {
namespace {

using Word = std::string_view;
using Words = std::span<const Word>;

/// 1 to 10, of counted things that are masculine, and feminine.
struct Unit {
  std::array<Word, 2> masculine;  ///< nominative and oblique
  std::array<Word, 2> feminine;
};
constexpr std::array<Unit, 10> kUnits = {{
    {{"واحد", "واحد"}, {"واحده", "واحده"}},
    {{"اثنان", "اثنين"}, {"اثنتان", "اثنتين"}},
    {{"ثلاثه", "ثلاثه"}, {"ثلاث", "ثلاث"}},
    {{"اربعه", "اربعه"}, {"اربع", "اربع"}},
    {{"خمسه", "خمسه"}, {"خمس", "خمس"}},
    {{"سته", "سته"}, {"ست", "ست"}},
    {{"سبعه", "سبعه"}, {"سبع", "سبع"}},
    {{"ثمانيه", "ثمانيه"}, {"ثماني", "ثمان"}},
    {{"تسعه", "تسعه"}, {"تسع", "تسع"}},
    {{"عشره", "عشره"}, {"عشر", "عشر"}},
}};

/// What stands before عشر, where it is another word than alone.
constexpr std::array<Unit, 2> kTeens = {{
    {{"احد", "احد"}, {"احدي", "احدي"}},
    {{"اثنا", "اثني"}, {"اثنتا", "اثنتي"}},
}};

/// 20 to 90, without the ending of the case.
constexpr std::array<Word, 8> kTens = {"عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"};
constexpr std::array<Word, 2> kTensEndings = {"ون", "ين"};

constexpr std::array<Word, 2> kHundred = {"مئه", "مائه"};
constexpr std::array<Word, 2> kHundredStem = {"مئت", "مائت"};
constexpr std::array<Word, 2> kDualEndings = {"ان", "ين"};

/// 1,000 and more.
struct Scale {
  std::uint64_t value;
  Word one;
  Word many;  ///< of 3 to 10
};
constexpr std::array<Scale, 2> kScales = {{
    {1'000'000, "مليون", "ملايين"},
    {1'000, "الف", "الاف"},
}};

/// 1 to 10 as ordinals, masculine and without the article; one is that of eleven and more.
constexpr std::array<Word, 10> kOrdinals = {"حادي", "ثاني", "ثالث", "رابع", "خامس",
                                            "سادس", "سابع", "ثامن", "تاسع", "عاشر"};
constexpr Word kArticle = "ال";
constexpr Word kFeminine = "ه";

constexpr std::uint64_t kNoScale = 1'000'000'000;

bool is_any(Word word, const std::array<Word, 2>& words) {
  return word == words[0] || word == words[1];
}

std::uint64_t unit_of(Word word) {
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (is_any(word, kUnits[i].masculine) || is_any(word, kUnits[i].feminine)) return i + 1;
  }
  return 0;
}

std::uint64_t teen_of(Word word) {
  for (std::size_t i = 0; i < kTeens.size(); ++i) {
    if (is_any(word, kTeens[i].masculine) || is_any(word, kTeens[i].feminine)) return i + 1;
  }
  const std::uint64_t unit = unit_of(word);
  return unit >= 3 && unit <= 9 ? unit : 0;
}

Word without(Word word, Word front) {
  return word.starts_with(front) ? word.substr(front.size()) : word;
}

std::uint64_t tens_of(Word word) {
  const Word bare = without(word, "ال");
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    if (!bare.starts_with(kTens[i])) continue;
    if (is_any(bare.substr(kTens[i].size()), kTensEndings)) return (i + 2) * 10;
  }
  return 0;
}

// 100 to 900 in one word.
std::uint64_t hundreds_of(Word word) {
  if (is_any(word, kHundred)) return 100;
  for (const Word stem : kHundredStem) {
    if (!word.starts_with(stem)) continue;
    const Word ending = word.substr(stem.size());
    if (is_any(ending, kDualEndings) || ending == "ا" || ending == "ي") return 200;
  }
  for (const Word hundred : kHundred) {
    if (!word.ends_with(hundred)) continue;
    const Word front = word.substr(0, word.size() - hundred.size());
    for (std::size_t unit = 3; unit <= 9; ++unit) {
      if (is_any(front, kUnits[unit - 1].feminine)) return unit * 100;
    }
  }
  return 0;
}

/// Reads from left to right; where nothing fits, it stands where it stood.
class Reader {
 public:
  explicit Reader(Words words) : words_(words) {}

  std::optional<WordedNumber> read() {
    WordedNumber number;
    std::uint64_t below = kNoScale;
    std::uint64_t scale = 0;
    while (below > 1) {
      const std::size_t before = at_;
      const std::optional<std::uint64_t> part = scaled(number.words > 0, scale);
      if (!part || scale >= below) {
        at_ = before;
        break;
      }
      number.value += *part;
      number.words = at_;
      below = scale;
    }
    if (number.words == 0 || number.value > kMaxWordedNumber) return std::nullopt;
    return number;
  }

 private:
  // The word `ahead` of where we are; of one that is to be joined, what follows its و.
  Word word(std::size_t ahead, bool joined = false) const {
    if (at_ + ahead >= words_.size()) return {};
    const Word found = words_[at_ + ahead];
    if (!joined) return found;
    return found.starts_with("و") ? found.substr(Word("و").size()) : Word();
  }

  std::optional<std::uint64_t> scaled(bool joined, std::uint64_t& scale) {
    for (const Scale& each : kScales) {
      const Word first = word(0, joined);
      if (!first.starts_with(each.one)) continue;
      const Word ending = first.substr(each.one.size());
      const bool two = is_any(ending, kDualEndings);
      if (!two && !ending.empty()) continue;
      scale = each.value;
      ++at_;
      return two ? 2 * each.value : each.value;
    }
    const std::optional<std::uint64_t> count = below_thousand(joined);
    if (!count) return std::nullopt;
    scale = 1;
    for (const Scale& each : kScales) {
      const Word next = word(0);
      if (next != each.one && next != each.many && without(next, each.one) != "ا") continue;
      scale = each.value;
      ++at_;
      return *count * each.value;
    }
    return count;
  }

  std::optional<std::uint64_t> below_thousand(bool joined) {
    const std::optional<std::uint64_t> hundreds = whole_hundreds(joined);
    if (!hundreds) return below_hundred(joined);
    const std::optional<std::uint64_t> rest = below_hundred(true);
    return *hundreds + rest.value_or(0);
  }

  std::optional<std::uint64_t> whole_hundreds(bool joined) {
    if (const std::uint64_t hundreds = hundreds_of(word(0, joined))) {
      ++at_;
      return hundreds;
    }
    const std::uint64_t unit = unit_of(word(0, joined));
    if (unit < 3 || unit > 9 || !is_any(word(1), kHundred)) return std::nullopt;
    at_ += 2;
    return unit * 100;
  }

  std::optional<std::uint64_t> below_hundred(bool joined) {
    const Word first = word(0, joined);
    if (const std::uint64_t tens = tens_of(first)) {
      ++at_;
      return tens;
    }
    if (const std::uint64_t teen = teen_of(first); teen > 0 && unit_of(word(1)) == 10) {
      at_ += 2;
      return 10 + teen;
    }
    const Word bare = without(first, "ال");
    const std::uint64_t unit = bare == "احدي" ? 1 : unit_of(bare);
    const std::uint64_t tens = tens_of(word(1, true));
    if (unit >= 1 && unit <= 9 && tens > 0) {
      at_ += 2;
      return unit + tens;
    }
    if (unit_of(first) == 0) return std::nullopt;
    ++at_;
    return unit;
  }

  Words words_;
  std::size_t at_ = 0;
};

// What is counted in tens is accusative, which ألف and مليون have an alef for.
Word scaled_word(const Scale& scale, std::uint64_t count) {
  const std::uint64_t last = count % 100;
  return last >= 3 && last <= 10 ? scale.many : scale.one;
}
bool takes_alef(std::uint64_t count) { return count % 100 > 10; }

/// One manner of writing a number.
struct Manner {
  bool feminine = false;  ///< what is counted
  bool oblique = false;
  bool alef = false;  ///< مائة
};

Word in_manner(const Unit& unit, const Manner& manner) {
  return (manner.feminine ? unit.feminine : unit.masculine)[manner.oblique ? 1 : 0];
}

/// Writes one wording.
class Writer {
 public:
  explicit Writer(Manner manner) : manner_(manner) {}

  std::vector<std::string> write(std::uint64_t number) {
    for (const Scale& scale : kScales) {
      write_scaled(number / scale.value, scale);
      number %= scale.value;
    }
    write_below_thousand(number, manner_);
    return std::move(words_);
  }

 private:
  void add(std::string word) {
    words_.push_back(words_.empty() ? std::move(word) : "و" + std::move(word));
  }
  void add_plainly(Word word) { words_.emplace_back(word); }

  void write_scaled(std::uint64_t count, const Scale& scale) {
    if (count == 0) return;
    if (count == 1) return add(std::string(scale.one));
    if (count == 2) return add(std::string(scale.one) + std::string(dual_ending()));
    // Thousands and millions are masculine, whatever is counted in them.
    write_below_thousand(count, {false, manner_.oblique, manner_.alef});
    add_plainly(scaled_word(scale, count));
  }

  void write_below_thousand(std::uint64_t number, const Manner& manner) {
    if (number >= 100) add(hundreds(number / 100));
    write_below_hundred(number % 100, manner);
  }

  std::string hundreds(std::uint64_t count) const {
    const std::size_t alef = manner_.alef ? 1 : 0;
    if (count == 1) return std::string(kHundred[alef]);
    if (count == 2) return std::string(kHundredStem[alef]) + std::string(dual_ending());
    // ثمانمئة, not ثمانيمئة.
    return std::string(kUnits[count - 1].feminine[1]) + std::string(kHundred[alef]);
  }

  void write_below_hundred(std::uint64_t number, const Manner& manner) {
    const std::uint64_t unit = number % 10;
    if (number == 0) return;
    if (number <= 10) return add(std::string(in_manner(kUnits[number - 1], manner)));
    if (number < 20) return write_teen(unit, manner);
    if (unit == 1 && manner.feminine) {
      add(std::string(kTeens[0].feminine[0]));
    } else if (unit > 0) {
      add(std::string(in_manner(kUnits[unit - 1], manner)));
    }
    add(std::string(kTens[number / 10 - 2]) + std::string(kTensEndings[manner.oblique ? 1 : 0]));
  }

  void write_teen(std::uint64_t unit, const Manner& manner) {
    const bool is_own_word = unit <= kTeens.size();
    // ثماني عشرة in every case.
    Manner unit_manner = manner;
    if (!is_own_word) unit_manner.oblique = false;
    add(std::string(in_manner(is_own_word ? kTeens[unit - 1] : kUnits[unit - 1], unit_manner)));
    // Ten agrees with what is counted where the units do not.
    add_plainly(manner.feminine ? kUnits[9].masculine[0] : kUnits[9].feminine[0]);
  }

  Word dual_ending() const { return kDualEndings[manner_.oblique ? 1 : 0]; }

  Manner manner_;
  std::vector<std::string> words_;
};

}  // namespace

std::optional<WordedNumber> read_number_words(Words words) { return Reader(words).read(); }

std::uint64_t scale_of(std::string_view word) {
  for (const Scale& each : kScales) {
    if (word == each.one || word == each.many || without(word, each.one) == "ا") return each.value;
  }
  return 0;
}

NumberWordings digit_wordings(std::uint64_t number) {
  NumberWordings wordings = {{std::to_string(number)}};
  for (const Scale& scale : kScales) {
    const std::uint64_t count = number / scale.value;
    if (count == 0 || number % scale.value != 0) continue;
    if (count == 1) break;
    const std::string digits = std::to_string(count);
    const std::string word(scaled_word(scale, count));
    wordings.push_back({digits, word});
    if (takes_alef(count)) wordings.push_back({digits, word + "ا"});
    break;
  }
  return wordings;
}

NumberWordings ordinal_wordings(std::uint64_t number, bool feminine) {
  NumberWordings wordings;
  if (number < 3 || number > 99) return wordings;
  const std::uint64_t unit = number % 10;
  const std::string article(kArticle);
  const std::string gender(feminine ? kFeminine : Word());
  const auto ordinal = [&](std::uint64_t of) {
    return article + std::string(kOrdinals[of - 1]) + gender;
  };
  if (number <= 10) return {{ordinal(number)}};
  if (number < 20) return {{ordinal(unit), std::string(kUnits[9].feminine[0]) + gender}};
  for (const Word ending : kTensEndings) {
    const std::string tens = article + std::string(kTens[number / 10 - 2]) + std::string(ending);
    if (unit > 0) {
      wordings.push_back({ordinal(unit), "و" + tens});
    } else {
      wordings.push_back({tens});
    }
  }
  return wordings;
}

std::optional<WordedNumber> read_ordinal(Words words) {
  if (words.empty() || !words.front().starts_with(kArticle)) return std::nullopt;
  // The longer reading first: الخامس and الخامس عشر.
  for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {
    if (words.size() < length) continue;
    const Words some = words.first(length);
    for (std::uint64_t number = 3; number <= 99; ++number) {
      for (const bool feminine : {false, true}) {
        for (const std::vector<std::string>& wording : ordinal_wordings(number, feminine)) {
          if (std::equal(wording.begin(), wording.end(), some.begin(), some.end())) {
            return WordedNumber{number, length};
          }
        }
      }
    }
  }
  return std::nullopt;
}

NumberWordings number_wordings(std::uint64_t number) {
  NumberWordings wordings;
  if (number == 0 || number > kMaxWordedNumber) return wordings;
  for (const bool alef : {false, true}) {
    for (const bool feminine : {false, true}) {
      for (const bool oblique : {false, true}) {
        std::vector<std::string> wording = Writer({feminine, oblique, alef}).write(number);
        if (std::find(wordings.begin(), wordings.end(), wording) != wordings.end()) continue;
        wordings.push_back(wording);
        const std::uint64_t scale = scale_of(wording.back());
        if (wording.size() < 2 || scale == 0 || !takes_alef(number / scale)) continue;
        wording.back() += "ا";
        wordings.push_back(std::move(wording));
      }
    }
  }
  return wordings;
}

}  // namespace warraq::analyzers
