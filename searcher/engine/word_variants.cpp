#include "searcher/engine/word_variants.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using analyzers::VariantRule;

// So many spellings of a word are looked for in the vocabulary; the cheapest come first, and what
// comes later is another word nearly always.
constexpr std::size_t kMaxSpellings = 250;
// Of those that are there, so many are compared by what they stand beside.
constexpr std::size_t kMaxCompared = 12;
// How many words are kept. Queries of one session repeat their words.
constexpr std::size_t kMaxKept = 4096;

// Words of up to so many letters have many neighbours, of which few are spellings of theirs.
constexpr std::size_t kShort = 4;
// What costs more is two changes.
constexpr unsigned kOneChange = 4;
// غ and ج, which stand for nothing but g in a foreign name, cost less than ق and ك.
constexpr unsigned kSureLetter = 2;

// The likeness that is asked for. VARIANTS.md has the measurements. Of words of the language and
// of two rules at once:
constexpr double kAlike = 0.115;
constexpr double kAlikeTwice = 0.15;
// Of a name that is apart what stands beside it and beside what is joined.
constexpr double kAlikeParticle = 0.05;
// Of a rule, for words of up to four letters, of five, six, seven, and more.
using ByLetters = std::array<double, 5>;
constexpr ByLetters kSureLetterAlike = {.05, 0, 0, 0, 0};
constexpr ByLetters kLetterAlike = {.14, .04, .04, .03, .03};
constexpr ByLetters kSibilantAlike = {.30, .04, .04, .015, .015};
constexpr ByLetters kConsonantAlike = {.30, .06, .06, .05, .05};
constexpr ByLetters kLongVowelAlike = {.15, .08, .06, .06, .03};
constexpr ByLetters kVowelAlike = {.30, .20, .15, .15, .15};
constexpr ByLetters kEndingAlike = {.14, .05, .05, .05, .05};
constexpr ByLetters kTanwinAlike = {.14, .115, .115, .115, .115};
// Where both stand in so many places, what is alike is seen to be, and more is asked for.
constexpr std::uint32_t kSeenPlaces = 4;
constexpr ByLetters kSeenSibilant = {.30, .20, .20, .20, .20};
constexpr ByLetters kSeenConsonant = {.30, .20, .20, .12, .12};
constexpr ByLetters kSeenLongVowel = {.15, .14, .14, .06, .03};
// Of a certain rule in a short word; two of them are not certain.
constexpr double kAlikeCertain = 0.03;

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); at += analyzers::utf8_length(text[at])) ++letters;
  return letters;
}

constexpr std::string_view kArticle = "ال";

// What words of the language end and begin with, and names do not.
constexpr auto kPronouns = std::to_array<std::string_view>(
    {"هما", "تهم", "تها", "هم", "ها", "نا", "وا", "ون", "ين", "ات", "ان", "ته", "ه", "ا"});
constexpr auto kEndings =
    std::to_array<std::string_view>({"ه", "ها", "هم", "وا", "ون", "ين", "ات", "ت", "ا", "نا", "ي"});
constexpr auto kBeginnings = std::to_array<std::string_view>({"ال", "ي", "ت", "ن"});
// A form is one of a word that stands so much more often at the most.
constexpr std::uint64_t kSiblingOneIn = 50;
// What the stemmer takes off a word.
constexpr auto kStemFronts =
    std::to_array<std::string_view>({"", "و", "ال", "وال", "بال", "كال", "فال", "لل"});
constexpr auto kStemEndings = std::to_array<std::string_view>(
    {"", "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "يات", "يين", "يون"});
constexpr auto kClitics = std::to_array<std::string_view>({"و", "ف", "ب", "ل", "ك", "س"});

// Of a word the bytes around its stem: two words that have the same around theirs are found by
// their stems alike.
std::pair<std::string_view, std::string_view> around_stem(std::string_view word,
                                                          std::string_view stem) {
  const std::size_t at = word.find(stem);
  if (at == std::string_view::npos) return {word, {}};
  return {word.substr(0, at), word.substr(at + stem.size())};
}

// Whether one is the name of a land and the other what comes from it: روسيا and روسي.
bool are_land_and_origin(std::string_view left, std::string_view right) {
  if (left.size() < right.size()) std::swap(left, right);
  return left.starts_with(right) && left.substr(right.size()) == "ا" && right.ends_with("ي");
}

const ByLetters& needed_by_letters(VariantRule rule, unsigned cost) {
  switch (rule) {
    case VariantRule::g_sound:
      return cost <= kSureLetter ? kSureLetterAlike : kLetterAlike;
    case VariantRule::s_sound:
      return kSibilantAlike;
    case VariantRule::consonant:
      return kConsonantAlike;
    case VariantRule::long_vowel:
      return kLongVowelAlike;
    case VariantRule::ending:
      return kEndingAlike;
    case VariantRule::tanwin_alef:
      return kTanwinAlike;
    default:
      return kVowelAlike;
  }
}

double of_letters(const ByLetters& needed, std::size_t letters) {
  return needed[std::clamp<std::size_t>(letters, kShort, kShort + needed.size() - 1) - kShort];
}

// More than any likeness is.
constexpr double kNever = 2;

// Of words of so many letters, the shorter, that both stand in `places` places that were looked at.
double needed_likeness(const analyzers::Spelling& spelling, std::size_t letters,
                       std::uint32_t places) {
  if (spelling.rules.size() > 1) return letters > kShort ? kAlikeTwice : kNever;
  const VariantRule rule = spelling.rules.front();
  if (analyzers::is_certain(rule)) return places < kSeenPlaces ? 0 : kAlikeCertain;
  const double needed = of_letters(needed_by_letters(rule, spelling.cost), letters);
  if (places < kSeenPlaces) return needed;
  if (rule == VariantRule::s_sound) {
    return std::max(needed, of_letters(kSeenSibilant, letters));
  }
  if (rule == VariantRule::consonant) {
    return std::max(needed, of_letters(kSeenConsonant, letters));
  }
  if (rule == VariantRule::long_vowel) {
    return std::max(needed, of_letters(kSeenLongVowel, letters));
  }
  return needed;
}

std::uint16_t mark_of(const QueryWord& word) {
  return archive::form_mark(word.normalised, word.stop);
}

// In every article that holds the word.
std::string term_of(const QueryWord& word) {
  return word.stop ? archive::make_term(archive::prefix::kStopWord, word.normalised)
                   : archive::make_term(archive::prefix::kStem, word.stem);
}

// Whether what was made of a word of so many letters needs no evidence.
bool is_certain(const analyzers::Spelling& spelling, std::size_t letters) {
  const VariantRule rule = spelling.rules.front();
  if (spelling.rules.size() > 1 || !analyzers::is_certain(rule)) return false;
  return rule != VariantRule::hamza_seat || letters > kShort;
}

bool is_vowel(std::string_view letter) { return letter == "ا" || letter == "و" || letter == "ي"; }

// Whether two words differ in one vowel beside another one, which is no other spelling but a slip
// of the hand: نييورك, الاارهاب.
bool differ_among_vowels(std::string_view left, std::string_view right) {
  constexpr std::size_t kLetter = 2;  // bytes of a vowel
  const std::string_view longer = left.size() > right.size() ? left : right;
  const std::string_view shorter = left.size() > right.size() ? right : left;
  std::size_t same = 0;
  while (same < shorter.size() && longer[same] == shorter[same]) ++same;
  same -= same % kLetter;
  const bool after = same >= kLetter && is_vowel(shorter.substr(same - kLetter, kLetter));
  return after || is_vowel(shorter.substr(std::min(same, shorter.size()), kLetter));
}

bool is_same(const Variant& left, const Variant& right) {
  return std::equal(left.words.begin(), left.words.end(), right.words.begin(), right.words.end(),
                    [](const QueryWord& a, const QueryWord& b) {
                      return a.normalised == b.normalised && a.stop == b.stop;
                    });
}

void add(Variant variant, std::vector<Variant>& variants) {
  if (variant.words.empty() || variants.size() >= kMaxWordVariants) return;
  const auto same = [&](const Variant& each) { return is_same(each, variant); };
  if (std::none_of(variants.begin(), variants.end(), same)) variants.push_back(std::move(variant));
}

}  // namespace

struct WordVariants::Candidate {
  analyzers::Spelling spelling;
  Known known;
};

/// What a word stands beside, looked for when it is first asked.
class WordVariants::Evidence {
 public:
  Evidence(WordVariants& owner, const QueryWord& word) : owner_(owner), words_{word} {}

  struct Alike {
    double likeness = 0;
    std::uint32_t places = 0;  ///< that either was seen in
  };
  // A word that stands beside it is not alike.
  [[nodiscard]] Alike compared_with(const QueryWord& other) {
    const Surroundings its = owner_.around({other});
    const double alike = likeness_to(its);
    const bool beside =
        stands_beside(*own_, mark_of(other)) || stands_beside(its, mark_of(words_.front()));
    return {beside ? 0 : alike, std::min(own_->places, its.places)};
  }
  [[nodiscard]] double likeness_to(const Surroundings& others) {
    if (!own_) own_ = owner_.around(words_);
    return likeness(*own_, others);
  }

 private:
  WordVariants& owner_;
  std::vector<QueryWord> words_;
  std::optional<Surroundings> own_;
};

WordVariants::WordVariants(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive)
    : analyzer_(analyzer), archive_(archive), vocabulary_(archive), contexts_(archive) {}

std::vector<Variant> WordVariants::of(const QueryWord& word) {
  if (word.stop || word.normalised.empty()) return {};
  const auto known = known_.find(word.normalised);
  if (known != known_.end()) return known->second;
  if (known_.size() >= kMaxKept) known_.clear();
  return known_.emplace(word.normalised, of_class(word)).first->second;
}

const std::vector<Variant>& WordVariants::own(const QueryWord& word) {
  const auto found = own_.find(word.normalised);
  if (found != own_.end()) return found->second;
  if (own_.size() >= kMaxKept) own_.clear();
  return own_.emplace(word.normalised, find(word)).first->second;
}

// The most frequent of the word's spellings, where that is more frequent than the word and has it
// for a spelling.
std::optional<Variant> WordVariants::head_of(const QueryWord& word) {
  std::uint64_t most = look_up(word.normalised).occurrences;
  const bool is_unknown = most == 0;
  std::optional<Variant> head;
  for (const Variant& each : own(word)) {
    if (each.words.size() != 1) continue;
    const std::uint64_t occurrences = look_up(each.words.front().normalised).occurrences;
    if (occurrences <= most) continue;
    most = occurrences;
    head = each;
  }
  if (!head || is_unknown) return head;
  const std::vector<Variant>& back = own(head->words.front());
  const bool meets = std::any_of(back.begin(), back.end(), [&](const Variant& each) {
    return each.words.size() == 1 && each.words.front().normalised == word.normalised;
  });
  return meets ? head : std::nullopt;
}

// All spellings of a name have the same: those of the most frequent one, of which most is known.
std::vector<Variant> WordVariants::of_class(const QueryWord& word) {
  constexpr int kMostSteps = 2;
  std::vector<Variant> variants = own(word);
  std::optional<Variant> head = head_of(word);
  for (int step = 1; head && step < kMostSteps; ++step) {
    const std::optional<Variant> higher = head_of(head->words.front());
    if (!higher) break;
    head = higher;
  }
  if (!head) return variants;
  const QueryWord name = head->words.front();
  if (look_up(word.normalised).occurrences > 0) variants.clear();
  add(*std::move(head), variants);
  for (Variant each : own(name)) {
    if (each.words.size() == 1 && each.words.front().normalised == word.normalised) continue;
    add(std::move(each), variants);
  }
  for (Variant& each : variants) {
    if (each.words.size() == 1) choose_form(word, each);
  }
  return variants;
}

// By its form, where its stem finds words that the word's own stem does not find the like of.
void WordVariants::choose_form(const QueryWord& word, Variant& variant) const {
  const QueryWord& other = variant.words.front();
  variant.by_form =
      around_stem(word.normalised, word.stem) != around_stem(other.normalised, other.stem) ||
      is_of_others(word, other);
}

// Whether the stem of `other` is of other words rather than of its own: of what has the stem,
// those are its own of which the archive has the like for `word`.
bool WordVariants::is_of_others(const QueryWord& word, const QueryWord& other) const {
  const std::uint64_t form =
      look_up(other.normalised).occurrences + look_up("و" + other.normalised).occurrences;
  const std::uint64_t articles = articles_of(other);
  if (articles <= form) return false;
  // Of a word that the archive does not have nothing is like it.
  if (look_up(word.normalised).occurrences == 0) return articles > 2 * form;
  std::uint64_t own_forms = 0;
  std::uint64_t other_forms = 0;
  for (const std::string_view front : kStemFronts) {
    for (const std::string_view ending : kStemEndings) {
      const std::string inflected = std::string(front).append(other.stem).append(ending);
      const std::uint64_t occurrences = look_up(inflected).occurrences;
      if (occurrences == 0) continue;
      const std::string like = std::string(front).append(word.stem).append(ending);
      const bool own = inflected == other.normalised || inflected == "و" + other.normalised ||
                       look_up(like).occurrences > 0;
      (own ? own_forms : other_forms) += occurrences;
    }
  }
  return other_forms > own_forms;
}

WordVariants::Known WordVariants::look_up(std::string_view normalised) const {
  auto form = vocabulary_.form(normalised, ArchiveVocabulary::StopWords::left_out);
  return form ? Known{form->occurrences, std::move(form->spelling)} : Known{};
}

Variant WordVariants::variant_of(std::string_view text, VariantRule rule) {
  Variant variant;
  analyzer_.analyze(text, analysis_);
  for (const analyzers::Token& token : analysis_.tokens()) {
    if (!token.joined) variant.words.push_back(word_of(token, text));
  }
  variant.rules.push_back(rule);
  return variant;
}

std::vector<Variant> WordVariants::find(const QueryWord& word) {
  std::vector<Variant> variants;
  Evidence evidence(*this, word);
  add_listed(word, variants);
  add_spellings(word, evidence, variants);
  add_of_stem(word, variants);
  add_splits(word, evidence, variants);
  return variants;
}

// Where the stemmer took something off the front alone, what is left is the word itself: وغوتيريس
// has the spellings of غوتيريس.
void WordVariants::add_of_stem(const QueryWord& word, std::vector<Variant>& variants) {
  if (word.stem == word.normalised || !word.normalised.ends_with(word.stem)) return;
  const Variant bare = variant_of(word.stem, VariantRule::listed);
  if (bare.words.size() != 1 || bare.words.front().stem != word.stem) return;
  const std::string front = word.normalised.substr(0, word.normalised.size() - word.stem.size());
  for (const Variant& each : of(bare.words.front())) {
    if (each.words.size() != 1) continue;
    // Nothing has both the article and tanwin.
    if (each.rules.front() == VariantRule::tanwin_alef && front != "و") continue;
    Variant variant = variant_of(front + each.words.front().exact, each.rules.front());
    if (variant.words.size() != 1) continue;
    if (variant.words.front().stem != each.words.front().stem && !each.by_form) continue;
    variant.by_form = each.by_form;
    variant.rules = each.rules;
    variant.likeness = each.likeness;
    add(std::move(variant), variants);
  }
}

// The names in the table, where the archive has their words.
void WordVariants::add_listed(const QueryWord& word, std::vector<Variant>& variants) {
  for (const std::string_view name : analyzers::listed_names(word.normalised)) {
    if (name == word.normalised) continue;
    Variant variant = variant_of(name, VariantRule::listed);
    bool there = true;
    for (QueryWord& each : variant.words) {
      const Known known = look_up(each.normalised);
      there = there && (known.occurrences > 0 || each.stop);
      if (!known.spelling.empty()) each.word = each.exact = known.spelling;
    }
    variant.by_form = true;
    if (variant.words.size() == 1) choose_form(word, variant);
    if (there) add(std::move(variant), variants);
  }
}

// The spellings that are in the vocabulary and are found by another stem.
std::vector<WordVariants::Candidate> WordVariants::candidates(const QueryWord& word) const {
  std::vector<Candidate> found;
  for (analyzers::Spelling& spelling : analyzers::spellings_of(word.normalised, kMaxSpellings)) {
    Known known = look_up(spelling.word);
    // What stands once and is far from the word is a slip of somebody's, of another word as likely.
    const std::uint64_t least = spelling.cost > kOneChange ? 2 : 1;
    if (known.occurrences >= least) found.push_back({std::move(spelling), std::move(known)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& left, const Candidate& right) {
    return std::pair(left.spelling.cost, right.known.occurrences) <
           std::pair(right.spelling.cost, left.known.occurrences);
  });
  return found;
}

void WordVariants::add_spellings(const QueryWord& word, Evidence& evidence,
                                 std::vector<Variant>& variants) {
  const Known own = look_up(word.normalised);
  const std::size_t letters = letters_in(word.normalised);
  if (own.occurrences == 0) return add_for_unknown(word, variants);
  const bool own_is_of_language = is_of_language(word.normalised);
  std::size_t compared = 0;
  for (const Candidate& candidate : candidates(word)) {
    const analyzers::Spelling& spelling = candidate.spelling;
    Variant variant = variant_of(candidate.known.spelling, spelling.rules.front());
    if (variant.words.size() != 1 || variant.words.front().stop) continue;
    const QueryWord& other = variant.words.front();
    if (other.stem == word.stem || are_land_and_origin(word.normalised, other.normalised) ||
        differ_in_clitics(word.normalised, other.normalised)) {
      continue;
    }
    variant.rules = spelling.rules;
    choose_form(word, variant);
    const std::size_t shorter = std::min(letters, letters_in(other.normalised));
    if (!are_written_alike(word, other)) continue;
    if (!is_certain(spelling, shorter)) {
      const bool of_language = own_is_of_language || is_of_language(other.normalised);
      const bool by_tanwin = std::find(spelling.rules.begin(), spelling.rules.end(),
                                       VariantRule::tanwin_alef) != spelling.rules.end();
      // All the neighbours of a word of the language are words too, and no name has tanwin.
      if (of_language ? !is_told_of_words(spelling, word.normalised, other.normalised) : by_tanwin)
        continue;
      if (++compared > kMaxCompared) break;
      const Evidence::Alike alike = evidence.compared_with(other);
      double needed = of_language && !analyzers::is_certain(spelling.rules.front())
                          ? kAlike
                          : needed_likeness(spelling, shorter, alike.places);
      // What begins as with the article may be a name (ألبرتو), or a word of which the archive has
      // nothing else.
      if (other.normalised.starts_with(kArticle)) needed = std::max(needed, kAlike);
      variant.likeness = alike.likeness;
      if (variant.likeness < needed) continue;
    }
    add(std::move(variant), variants);
  }
}

// A form that the archive does not have stands beside nothing. It is searched as the most frequent
// names that one sound written otherwise makes of it; what only a slip of the hand makes is for
// suggestions, which ask.
void WordVariants::add_for_unknown(const QueryWord& word, std::vector<Variant>& variants) {
  constexpr std::uint64_t kLeast = 3;
  constexpr std::size_t kLong = 7;
  constexpr std::size_t kMost = 2;
  if (letters_in(word.normalised) < kShort) return;
  const bool has_stem = articles_of(word) > 0;
  std::vector<Candidate> found = candidates(word);
  std::erase_if(found, [&](const Candidate& each) {
    const analyzers::Spelling& spelling = each.spelling;
    if (spelling.rules.size() > 1) return true;
    const VariantRule rule = spelling.rules.front();
    if (analyzers::is_certain(rule)) return false;
    // By its stem it is found in other forms, which are its own more likely than others'.
    if (has_stem || rule == VariantRule::vowel || rule == VariantRule::tanwin_alef) return true;
    // Of the other letters for g, ق is the one that nobody hears for another sound: قوقل.
    const unsigned most =
        word.normalised.find("ق") == std::string::npos ? kSureLetter : kOneChange - 1;
    const bool is_usual =
        rule == VariantRule::ending || (rule == VariantRule::g_sound && spelling.cost <= most);
    if (!is_usual && letters_in(spelling.word) < kLong) return true;
    if (rule == VariantRule::long_vowel && differ_among_vowels(word.normalised, spelling.word)) {
      return true;
    }
    return each.known.occurrences < kLeast || is_of_language(spelling.word);
  });
  std::stable_sort(found.begin(), found.end(), [](const Candidate& left, const Candidate& right) {
    return left.known.occurrences > right.known.occurrences;
  });
  for (const Candidate& each : std::span(found).first(std::min(found.size(), kMost))) {
    Variant variant = variant_of(each.known.spelling, each.spelling.rules.front());
    if (variant.words.size() != 1 || variant.words.front().stop) continue;
    if (!are_written_alike(word, variant.words.front())) continue;
    choose_form(word, variant);
    add(std::move(variant), variants);
  }
}

// Whether both end in ه or both in ة, where they end in either: what ends in the pronoun is no form
// of what ends in ة (ماؤه, مائة).
bool WordVariants::are_written_alike(const QueryWord& word, const QueryWord& other) const {
  constexpr std::string_view kTaMarbuta = "ة";
  constexpr std::string_view kHa = "ه";
  if (!word.normalised.ends_with(kHa) || !other.normalised.ends_with(kHa)) return true;
  const Known known = look_up(word.normalised);
  const std::string& spelling = known.spelling.empty() ? word.exact : known.spelling;
  return spelling.ends_with(kTaMarbuta) == other.exact.ends_with(kTaMarbuta);
}

void WordVariants::add_splits(const QueryWord& word, Evidence& evidence,
                              std::vector<Variant>& variants) {
  for (const analyzers::SplitWord& split : analyzers::splits_of(word.normalised)) {
    const Known first = look_up(split.first);
    if (first.occurrences == 0 || split.first == kArticle) continue;
    const Known second = look_up(split.second);
    if (second.occurrences == 0) continue;
    Variant variant = variant_of(first.spelling + " " + second.spelling, VariantRule::split);
    if (variant.words.size() != 2) continue;
    const Surroundings apart = around(variant.words);
    if (apart.places < 2) continue;
    variant.likeness = evidence.likeness_to(apart);
    if (variant.likeness < (split.particle ? kAlikeParticle : kAlike)) continue;
    add(std::move(variant), variants);
  }
}

std::optional<Variant> WordVariants::joined(const QueryWord& first, const QueryWord& second) {
  const Known known = look_up(first.normalised + second.normalised);
  if (known.occurrences == 0) return std::nullopt;
  Variant variant = variant_of(known.spelling, VariantRule::joined);
  if (variant.words.size() != 1 || variant.words.front().stop) return std::nullopt;
  const Surroundings apart = around({first, second});
  if (apart.places == 0) return std::nullopt;
  variant.likeness = likeness(apart, around(variant.words));
  const bool particle = analyzers::is_name_particle(first.normalised);
  if (variant.likeness < (particle ? kAlikeParticle : kAlike)) return std::nullopt;
  return variant;
}

Xapian::doccount WordVariants::articles_of(const QueryWord& word) const {
  return archive_.term_frequency(term_of(word));
}

Surroundings WordVariants::around(const std::vector<QueryWord>& words) {
  std::vector<std::uint16_t> form;
  std::string rarest;
  Xapian::doccount fewest = 0;
  for (const QueryWord& word : words) {
    form.push_back(mark_of(word));
    std::string term = term_of(word);
    const Xapian::doccount articles = archive_.term_frequency(term);
    if (rarest.empty() || articles < fewest) {
      fewest = articles;
      rarest = std::move(term);
    }
  }
  return contexts_.around(rarest, form);
}

// `word` without the particles that are written with it, as far as the vocabulary knows what is
// left better.
std::string_view WordVariants::without_clitics(std::string_view word) const {
  constexpr int kMost = 2;
  std::uint64_t occurrences = look_up(word).occurrences;
  for (int taken = 0; taken < kMost; ++taken) {
    std::string_view rest;
    for (const std::string_view clitic : kClitics) {
      if (word.starts_with(clitic)) rest = word.substr(clitic.size());
    }
    const std::uint64_t left = rest.empty() ? 0 : look_up(rest).occurrences;
    if (left < occurrences || left == 0) break;
    word = rest;
    occurrences = left;
  }
  return word;
}

// Whether they are one word behind different particles: باصحاب and فاصحاب.
bool WordVariants::differ_in_clitics(std::string_view left, std::string_view right) const {
  const std::size_t letter = kClitics.front().size();
  if (left.substr(letter) != right.substr(letter)) return false;
  const auto is_clitic = [&](std::string_view word) {
    return std::find(kClitics.begin(), kClitics.end(), word.substr(0, letter)) != kClitics.end();
  };
  return is_clitic(left) && is_clitic(right) && look_up(left.substr(letter)).occurrences > 0;
}

// Whether the vocabulary inflects the word: with the article, pronouns, persons and numbers. Names
// of foreign people and places are not inflected.
bool WordVariants::is_of_language(std::string_view word) const {
  const std::string_view bare = without_clitics(word);
  if (bare.starts_with(kArticle) && look_up(bare.substr(kArticle.size())).occurrences > 0) {
    return true;
  }
  const std::uint64_t occurrences = look_up(bare).occurrences;
  if (has_siblings(bare, occurrences)) return true;
  for (const std::string_view ending : kPronouns) {
    if (!bare.ends_with(ending)) continue;
    const std::string_view base = bare.substr(0, bare.size() - ending.size());
    if (letters_in(base) > 2 && look_up(base).occurrences * kSiblingOneIn >= occurrences &&
        has_siblings(base, occurrences)) {
      return true;
    }
  }
  return false;
}

// Whether there are forms enough of one word, often enough beside its own `occurrences`.
bool WordVariants::has_siblings(std::string_view base, std::uint64_t occurrences) const {
  constexpr int kEnough = 3;
  int siblings = 0;
  const auto look_for = [&](const std::string& form) {
    const std::uint64_t found = look_up(form).occurrences;
    if (found > 0 && found * kSiblingOneIn >= occurrences) ++siblings;
  };
  for (const std::string_view beginning : kBeginnings) {
    look_for(std::string(beginning) + std::string(base));
  }
  for (const std::string_view ending : kEndings) {
    if (siblings >= kEnough) break;
    look_for(std::string(base) + std::string(ending));
  }
  return siblings >= kEnough || takes_article(base, occurrences);
}

// Whether the article stands before the word, and not once in a while.
bool WordVariants::takes_article(std::string_view word, std::uint64_t occurrences) const {
  constexpr std::uint64_t kOneIn = 10;
  return look_up(std::string(kArticle) + std::string(word)).occurrences * kOneIn > occurrences;
}

// Whether what the rule makes of a word that is no name may be the same word: a foreign one with
// its g in another letter, or a noun with the ending of an adverb.
bool WordVariants::is_told_of_words(const analyzers::Spelling& spelling, std::string_view word,
                                    std::string_view other) const {
  if (spelling.rules.size() > 1) return false;
  const std::string_view shorter = word.size() < other.size() ? word : other;
  if (analyzers::is_certain(spelling.rules.front())) return true;
  if (spelling.rules.front() == VariantRule::g_sound) {
    return spelling.cost < kOneChange && letters_in(shorter) > kShort;
  }
  if (spelling.rules.front() != VariantRule::tanwin_alef) return false;
  const std::string_view noun = without_clitics(shorter);
  return !noun.starts_with(kArticle) && takes_article(noun, look_up(noun).occurrences);
}

}  // namespace warraq::searcher
