#include "warraq/analyzers/variants.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "warraq/analyzers/stemmer.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

using Letters = std::u32string;

// How much a change is. Two of one consonant and one vowel, or three consonants, are the most that
// two spellings of a name are apart; further spellings are others' more often than its own.
constexpr unsigned kSmall = 1;
constexpr unsigned kConsonant = 2;
constexpr unsigned kVowel = 3;
constexpr unsigned kUnsure = 4;
constexpr unsigned kBudget = 6;

enum class Place : std::uint8_t { anywhere, inside_or_end, end };

/// What may stand for one another, either way.
struct Exchange {
  std::u32string_view left;
  std::u32string_view right;
  VariantRule rule;
  unsigned cost;
  Place place = Place::anywhere;
};

using enum VariantRule;

constexpr auto kExchanges = std::to_array<Exchange>({
    // The seat of a hamza, and whether it is written at all.
    {U"ؤ", U"ئ", hamza_seat, kSmall},
    {U"ئه", U"اه", hamza_seat, kSmall, Place::end},
    {U"ئ", U"ء", hamza_seat, kSmall},
    {U"ؤ", U"ء", hamza_seat, kSmall},
    {U"يء", U"ئ", hamza_seat, kSmall, Place::end},
    {U"وء", U"ؤ", hamza_seat, kSmall, Place::end},
    {U"ؤو", U"ؤ", hamza_seat, kSmall},
    // The alef of a hundred, which nobody says.
    {U"مائه", U"مئه", hundred, kSmall},
    {U"مائت", U"مئت", hundred, kSmall},
    // America, in all its words: people and things of it take the article as a word of the language
    // does, and are too many to be told by what they stand beside.
    {U"اميرك", U"امريك", listed, kSmall},
    // g: each country has its letter.
    {U"غ", U"ج", g_sound, kConsonant},
    {U"غ", U"ق", g_sound, kVowel},
    {U"غ", U"ك", g_sound, kVowel},
    {U"ج", U"ق", g_sound, kVowel},
    {U"ج", U"ك", g_sound, kVowel},
    {U"ق", U"ك", g_sound, kUnsure},
    {U"گ", U"غ", g_sound, kSmall},
    {U"گ", U"ج", g_sound, kSmall},
    {U"گ", U"ك", g_sound, kSmall},
    {U"ڨ", U"غ", g_sound, kSmall},
    {U"ڨ", U"ق", g_sound, kSmall},
    {U"ڨ", U"ج", g_sound, kSmall},
    // s, sh and z; s at the end of a name is sh in Portuguese, Hungarian and others' ears.
    {U"س", U"ش", s_sound, kConsonant},
    {U"س", U"ص", s_sound, kConsonant},
    {U"س", U"ز", s_sound, kConsonant},
    {U"س", U"ث", s_sound, kConsonant},
    {U"ز", U"ذ", s_sound, kConsonant},
    {U"ز", U"ظ", s_sound, kConsonant},
    {U"ز", U"ج", s_sound, kVowel},
    {U"ژ", U"ج", s_sound, kSmall},
    {U"ژ", U"ز", s_sound, kSmall},
    {U"تس", U"ز", s_sound, kConsonant},
    {U"تس", U"تز", s_sound, kSmall},
    {U"تش", U"ش", s_sound, kConsonant},
    {U"تش", U"ج", s_sound, kConsonant},
    {U"تش", U"ك", s_sound, kVowel},
    {U"كس", U"خ", s_sound, kVowel},
    {U"كس", U"س", s_sound, kVowel, Place::inside_or_end},
    // Other sounds that Arabic has two letters or none for.
    {U"ت", U"ط", consonant, kConsonant},
    {U"ت", U"ث", consonant, kConsonant},
    {U"د", U"ض", consonant, kConsonant},
    {U"د", U"ذ", consonant, kConsonant},
    {U"ف", U"ب", consonant, kVowel},
    {U"ف", U"و", consonant, kConsonant},
    {U"ه", U"ح", consonant, kConsonant},
    {U"خ", U"ه", consonant, kVowel},
    {U"خ", U"ج", consonant, kConsonant},
    {U"خ", U"ك", consonant, kConsonant},
    {U"ج", U"ي", consonant, kVowel},
    // How a name ends in a vowel.
    {U"ا", U"ه", ending, kSmall, Place::end},
    {U"يا", U"يه", ending, kSmall, Place::end},
    {U"ي", U"يه", ending, kConsonant, Place::end},
    {U"و", U"وه", ending, kConsonant, Place::end},
    {U"اء", U"ا", ending, kConsonant, Place::end},
    // Vowels.
    {U"ا", U"ي", vowel, kVowel, Place::inside_or_end},
    {U"ا", U"و", vowel, kVowel, Place::inside_or_end},
    {U"ي", U"و", vowel, kVowel, Place::inside_or_end},
});

constexpr bool is_vowel(char32_t letter) {
  return letter == U'ا' || letter == U'و' || letter == U'ي';
}

/// A spelling on its way: what is behind what the stemmer takes off.
struct Draft {
  Letters letters;
  std::vector<VariantRule> rules;
  unsigned cost = 0;
};

/// Makes all that is within the budget of one word.
class Drafts {
 public:
  Drafts(Letters word, std::size_t limit) : limit_(limit) {
    seen_.insert(word);
    by_cost_[0].push_back({std::move(word), {}, 0});
  }

  // In the order of costs: what costs less is whole before anything is made of it.
  std::vector<Draft> take() {
    std::vector<Draft> made;
    for (unsigned cost = 0; cost <= kBudget; ++cost) {
      for (std::size_t i = 0; i < by_cost_[cost].size(); ++i) {
        if (made.size() >= limit_) return made;
        const Draft draft = by_cost_[cost][i];
        if (cost > 0) made.push_back(draft);
        extend(draft);
      }
    }
    return made;
  }

 private:
  void add(const Draft& from, Letters letters, VariantRule rule, unsigned cost) {
    const unsigned total = from.cost + cost;
    if (total > kBudget || letters.size() < 2 || are_enough(total)) return;
    if (!seen_.insert(letters).second) return;
    Draft draft{std::move(letters), from.rules, total};
    draft.rules.push_back(rule);
    by_cost_[total].push_back(std::move(draft));
  }

  // Whether what costs no more than `cost` fills the limit already.
  [[nodiscard]] bool are_enough(unsigned cost) const {
    std::size_t drafts = 0;
    for (unsigned each = 1; each <= cost; ++each) drafts += by_cost_[each].size();
    return drafts >= limit_;
  }

  void extend(const Draft& draft) {
    for (const Exchange& exchange : kExchanges) {
      this->exchange(draft, exchange, exchange.left, exchange.right);
      this->exchange(draft, exchange, exchange.right, exchange.left);
    }
    change_vowels(draft);
    change_tanwin(draft);
  }

  void exchange(const Draft& draft, const Exchange& exchange, std::u32string_view from,
                std::u32string_view to) {
    if (draft.cost + exchange.cost > kBudget) return;
    const Letters& word = draft.letters;
    std::size_t places = 0;
    for (std::size_t at = word.find(from); at != Letters::npos; at = word.find(from, at + 1)) {
      if (exchange.place == Place::end && at + from.size() != word.size()) continue;
      if (exchange.place == Place::inside_or_end && at == 0) continue;
      ++places;
      Letters changed = word;
      changed.replace(at, from.size(), to);
      add(draft, std::move(changed), exchange.rule, exchange.cost);
    }
    // A sound that a name has twice is written the same both times: غوغل, قوقل. Where its letter
    // was there before, the change could not be told backwards.
    if (places < 2 || from.size() != 1 || to.size() != 1 || word.find(to) != Letters::npos) return;
    Letters changed = word;
    std::replace(changed.begin(), changed.end(), from.front(), to.front());
    add(draft, std::move(changed), exchange.rule, exchange.cost);
  }

  void change_vowels(const Draft& draft) {
    if (draft.cost + kVowel > kBudget) return;
    const Letters& word = draft.letters;
    for (std::size_t at = 1; at < word.size(); ++at) {
      for (const char32_t letter : {U'ا', U'و', U'ي'}) {
        Letters longer = word;
        longer.insert(at, 1, letter);
        add(draft, std::move(longer), long_vowel, kVowel);
      }
      if (at + 1 < word.size() && is_vowel(word[at])) {
        Letters shorter = word;
        shorter.erase(at, 1);
        add(draft, std::move(shorter), long_vowel, kVowel);
      }
    }
  }

  void change_tanwin(const Draft& draft) {
    const Letters& word = draft.letters;
    if (word.size() < 3) return;
    if (word.back() != U'ا') add(draft, word + U'ا', tanwin_alef, kConsonant);
    if (word.size() > 3 && word.back() == U'ا' && word[word.size() - 2] != U'ا') {
      add(draft, word.substr(0, word.size() - 1), tanwin_alef, kConsonant);
    }
  }

  std::size_t limit_;
  std::unordered_set<Letters> seen_;
  std::array<std::vector<Draft>, kBudget + 1> by_cost_;
};

Letters decoded(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    letters.push_back(character.code_point);
    at += character.length;
  }
  return letters;
}

std::string encoded(std::string_view front, const Letters& letters) {
  std::string text(front);
  for (const char32_t letter : letters) append_utf8(letter, text);
  return text;
}

// Where the stem of `word` begins.
std::size_t stem_begin(std::string_view word) {
  static const std::unique_ptr<const Stemmer> stemmer = make_light10();
  std::string scratch;
  return static_cast<std::size_t>(stemmer->stem(word, scratch).data() - word.data());
}

bool is_arabic(std::string_view word) {
  const char32_t first = decode_utf8(word, 0).code_point;
  return first >= 0x0620 && first <= 0x06FF;
}

constexpr auto kParticles = std::to_array<std::string_view>(
    {"عبد", "ابو",  "ابي", "ابا", "ابن", "بن",  "بنت", "ام",  "ال",   "ذو",   "ذي",
     "بو",  "سيدي", "بيت", "تل",  "راس", "كفر", "نور", "سيف", "صلاح", "علاء", "ضياء",
     "سعد", "شمس",  "جاد", "فتح", "حسب", "خير", "عطا", "نصر", "جار",  "سان",  "سانت",
     "نيو", "دي",   "دو",  "فان", "فون", "ماك", "بور", "لا",  "لو"});

/// Names that mean the same place or thing, one line each: countries that two languages gave Arabic
/// two names for, and names whose spellings are further apart than a rule reaches.
using NameSet = std::array<std::string_view, 3>;
constexpr auto kListed = std::to_array<NameSet>({
    {"بولندا", "بولونيا", ""},             // Poland: Polonia
    {"المجر", "هنغاريا", ""},              // Hungary
    {"ميانمار", "بورما", ""},              // Myanmar, Burma
    {"ساحل العاج", "كوت ديفوار", ""},      // Côte d'Ivoire
    {"الراس الاخضر", "كاب فيردي", ""},     // Cape Verde
    {"الجبل الاسود", "مونتينيغرو", ""},    // Montenegro
    {"التشيك", "تشيكيا", ""},              // Czechia
    {"سوريا", "سوريه", ""},                // Syria; as a rule this would be adverbs' ending too
    {"افريقيا", "افريقيه", ""},            // Africa, likewise
    {"فيسبوك", "فايسبوك", ""},             // Facebook; it takes the article as a word does
    {"سواتيني", "سوازيلاند", "اسواتيني"},  // Eswatini, Swaziland
});

// The names that the news of one country or another gives a month, January first.
using MonthNames = std::array<std::string_view, 5>;
constexpr std::array<MonthNames, 12> kMonths = {{
    {"يناير", "كانون الثاني", "جانفي", "", ""},
    {"فبراير", "شباط", "فيفري", "", ""},
    {"مارس", "اذار", "", "", ""},
    {"ابريل", "نيسان", "افريل", "", ""},
    {"مايو", "ايار", "ماي", "", ""},
    {"يونيو", "حزيران", "جوان", "يونيه", ""},
    {"يوليو", "تموز", "جويليه", "يوليه", "يوليوز"},
    {"اغسطس", "اب", "اوت", "غشت", ""},
    {"سبتمبر", "ايلول", "شتنبر", "", ""},
    {"اكتوبر", "تشرين الاول", "", "", ""},
    {"نوفمبر", "تشرين الثاني", "نونبر", "", ""},
    {"ديسمبر", "كانون الاول", "دجنبر", "", ""},
}};

}  // namespace

std::string_view name_of(VariantRule rule) {
  switch (rule) {
    case hamza_seat:
      return "hamza_seat";
    case hundred:
      return "hundred";
    case g_sound:
      return "g_sound";
    case s_sound:
      return "s_sound";
    case consonant:
      return "consonant";
    case long_vowel:
      return "long_vowel";
    case vowel:
      return "vowel";
    case ending:
      return "ending";
    case tanwin_alef:
      return "tanwin_alef";
    case split:
      return "split";
    case joined:
      return "joined";
    case number:
      return "number";
    case month:
      return "month";
    case listed:
      return "listed";
  }
  return "";
}

std::vector<Spelling> spellings_of(std::string_view word, std::size_t limit) {
  if (word.empty() || !is_arabic(word)) return {};
  const std::size_t begin = stem_begin(word);
  Letters letters = decoded(word.substr(begin));
  if (letters.size() < 2 || letters.size() > kMaxVariantLetters) return {};
  std::vector<Spelling> spellings;
  for (Draft& draft : Drafts(std::move(letters), limit).take()) {
    spellings.push_back(
        {encoded(word.substr(0, begin), draft.letters), std::move(draft.rules), draft.cost});
  }
  return spellings;
}

bool is_certain(VariantRule rule) {
  return rule == hamza_seat || rule == hundred || rule == listed;
}

std::vector<SplitWord> splits_of(std::string_view word) {
  if (word.empty() || !is_arabic(word)) return {};
  std::vector<std::size_t> borders;
  for (std::size_t at = 0; at < word.size(); at += utf8_length(word[at])) borders.push_back(at);
  std::vector<SplitWord> splits;
  if (borders.size() > kMaxVariantLetters) return splits;
  for (std::size_t i = 2; i + 2 <= borders.size(); ++i) {
    const std::string_view first = word.substr(0, borders[i]);
    splits.push_back({first, word.substr(borders[i]), is_name_particle(first)});
  }
  return splits;
}

bool is_name_particle(std::string_view word) {
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

std::span<const std::string_view> listed_names(std::string_view name) {
  // A set has the name itself too: whoever asks leaves it out.
  if (name.empty()) return {};
  for (const NameSet& names : kListed) {
    const auto end = std::find(names.begin(), names.end(), "");
    if (std::find(names.begin(), end, name) != end) return {names.begin(), end};
  }
  return {};
}

std::vector<std::string_view> other_month_names(std::string_view name) {
  std::vector<std::string_view> others;
  if (name.empty()) return others;
  for (const MonthNames& names : kMonths) {
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    for (const std::string_view other : names) {
      if (!other.empty() && other != name) others.push_back(other);
    }
  }
  return others;
}

}  // namespace warraq::analyzers
