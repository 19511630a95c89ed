#include "searcher/engine/variants.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/schema.h"
#include "warraq/analyzers/number_words.h"
#include "warraq/analyzers/variants.h"

namespace warraq::searcher {
namespace {

using analyzers::VariantRule;

// Of a query, so many words are looked at. Who searches for more has more than spellings to find
// articles by.
constexpr std::size_t kMaxWords = 32;
constexpr std::size_t kMaxWordings = 32;
// A number is written in so many words at the most; longer ones nobody writes but in digits.
constexpr std::size_t kMaxNumberWords = 3;
// One and two are words for much else.
constexpr std::uint64_t kLeastNumber = 3;
// So many words of a clause are read for one number.
constexpr std::size_t kMostRead = 12;

/// Some words of a clause, side by side, and what may stand for them.
struct Alternative {
  std::size_t begin = 0;
  std::size_t end = 0;
  Variant variant;
};

std::optional<std::uint64_t> number_in_digits(const QueryWord& word) {
  std::uint64_t number = 0;
  const std::string& text = word.normalised;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Whether the word is a day of a month, or a year.
bool is_day_or_year(const QueryWord& word) {
  const std::optional<std::uint64_t> number = number_in_digits(word);
  return number && ((*number >= 1 && *number <= 31) || (*number >= 1900 && *number <= 2100));
}

/// Finds what may stand for the words of one clause.
class Alternatives {
 public:
  Alternatives(std::span<const QueryWord> words, bool in_phrase, WordVariants& variants)
      : words_(words), in_phrase_(in_phrase), variants_(variants) {}

  std::vector<Alternative> find() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      add_spellings(at);
      add_joined(at);
      add_number(at);
      add_months(at);
      add_listed(at);
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t begin, std::size_t end, Variant variant) {
    if (!variant.words.empty()) found_.push_back({begin, end, std::move(variant)});
  }

  void add_spellings(std::size_t at) {
    for (Variant& variant : variants_.of(words_[at])) add(at, at + 1, std::move(variant));
  }

  void add_joined(std::size_t at) {
    if (at + 1 >= words_.size() || words_[at].part || words_[at + 1].part) return;
    std::optional<Variant> variant = variants_.joined(words_[at], words_[at + 1]);
    if (variant) add(at, at + 2, std::move(*variant));
  }

  // A number in the words and digits that the archive has it in.
  void add_number(std::size_t at) {
    if (at < number_end_ || is_dated(at)) return;
    if (is_behind_definite(at) && add_ordinal(at)) return;
    const std::optional<analyzers::WordedNumber> number = number_at(at);
    if (!number || number->value < kLeastNumber) return;
    number_end_ = at + number->words;
    for (const std::vector<std::string>& wording : analyzers::digit_wordings(number->value)) {
      add_number_wording(at, wording);
    }
    // Of words in words a phrase alone has use, a bare word being found by its stem; with the
    // article they count nothing.
    if (!number_in_digits(words_[at]) && (!in_phrase_ || has_article(words_[at], 6))) return;
    for (const std::vector<std::string>& wording : analyzers::number_wordings(number->value)) {
      if (is_told(number->value, wording)) add_number_wording(at, wording);
    }
  }

  // A thousand alone is part of others (20 ألف). One word alone is as frequent a stem as ten's; in
  // a phrase its neighbours tell, and two thousand has its own.
  [[nodiscard]] bool is_told(std::uint64_t number, const std::vector<std::string>& wording) const {
    constexpr std::uint64_t kTwoThousand = 2000;
    if (wording.size() > 1) return wording.size() <= kMaxNumberWords;
    return analyzers::scale_of(wording.front()) == 0 && (in_phrase_ || number == kTwoThousand);
  }

  // Digits and words behind the noun that they number: القرن 21, القرن الحادي والعشرون.
  bool add_ordinal(std::size_t at) {
    const std::optional<std::uint64_t> digits = number_in_digits(words_[at]);
    std::optional<analyzers::WordedNumber> ordinal = analyzers::read_ordinal(rest_at(at));
    if (digits && !has_scale(at)) ordinal = {*digits, 1};
    if (!ordinal) return false;
    const bool feminine = words_[at - 1].normalised.ends_with("ه");
    const analyzers::NumberWordings wordings =
        analyzers::ordinal_wordings(ordinal->value, feminine);
    if (wordings.empty()) return false;
    number_end_ = at + ordinal->words;
    if (in_phrase_ || ordinal->words > 1) add_number_wording(at, {std::to_string(ordinal->value)});
    for (const std::vector<std::string>& wording : wordings) {
      if (in_phrase_ || (digits && wording.size() > 1)) add_number_wording(at, wording);
    }
    return true;
  }

  // Of short words ال may be their own: الف, الفين.
  static bool has_article(const QueryWord& word, std::size_t least_letters) {
    constexpr std::size_t kLetter = 2;  // bytes
    return word.normalised.starts_with("ال") && word.normalised.size() >= kLetter * least_letters;
  }
  static bool is_definite(const QueryWord& word) {
    return has_article(word, 5) &&
           !analyzers::read_number_words(std::array{std::string_view(word.normalised)});
  }
  [[nodiscard]] bool is_behind_definite(std::size_t at) const {
    return at > 0 && is_definite(words_[at - 1]);
  }

  [[nodiscard]] std::vector<std::string_view> rest_at(std::size_t at) const {
    const std::size_t most = std::min(words_.size() - at, kMostRead);
    std::vector<std::string_view> rest;
    for (const QueryWord& word : words_.subspan(at, most)) rest.push_back(word.normalised);
    return rest;
  }

  [[nodiscard]] bool has_scale(std::size_t at) const {
    return at + 1 < words_.size() && analyzers::scale_of(words_[at + 1].normalised) > 0;
  }

  // In digits, which may count thousands, or in words; a thousand alone may be counted by anything.
  [[nodiscard]] std::optional<analyzers::WordedNumber> number_at(std::size_t at) const {
    const std::optional<std::uint64_t> digits = number_in_digits(words_[at]);
    if (!digits) {
      const auto number = analyzers::read_number_words(rest_at(at));
      const bool alone =
          number && number->words == 1 && analyzers::scale_of(words_[at].normalised) > 0;
      return alone ? std::nullopt : number;
    }
    if (!has_scale(at)) return analyzers::WordedNumber{*digits, 1};
    const std::uint64_t scale = analyzers::scale_of(words_[at + 1].normalised);
    if (*digits > analyzers::kMaxWordedNumber / scale) return std::nullopt;
    return analyzers::WordedNumber{*digits * scale, 2};
  }

  void add_number_wording(std::size_t at, const std::vector<std::string>& wording) {
    const bool same = std::equal(
        wording.begin(), wording.end(), words_.begin() + static_cast<std::ptrdiff_t>(at),
        words_.begin() + static_cast<std::ptrdiff_t>(number_end_),
        [](const std::string& text, const QueryWord& word) { return text == word.normalised; });
    if (!same) add_wording(at, number_end_, wording, VariantRule::number);
  }

  // Whether a month stands beside the number: it is the day or year of it, which is not written in
  // words.
  [[nodiscard]] bool is_dated(std::size_t at) const {
    return (at > 0 && ends_month(at - 1)) || (at + 1 < words_.size() && begins_month(at + 1));
  }
  [[nodiscard]] std::string name_at(std::size_t at, std::size_t words) const {
    if (at + words > words_.size()) return {};
    std::string name;
    for (const QueryWord& word : words_.subspan(at, words)) {
      name += (name.empty() ? "" : " ") + word.normalised;
    }
    return name;
  }
  [[nodiscard]] bool is_month(std::size_t at, std::size_t words) const {
    return !analyzers::other_month_names(name_at(at, words)).empty();
  }
  [[nodiscard]] bool begins_month(std::size_t at) const {
    return is_month(at, 1) || is_month(at, 2);
  }
  [[nodiscard]] bool ends_month(std::size_t at) const {
    return is_month(at, 1) || (at > 0 && is_month(at - 1, 2));
  }

  // Names of two words that the table has.
  void add_listed(std::size_t at) {
    const std::string name = name_at(at, 2);
    for (const std::string_view other : analyzers::listed_names(name)) {
      if (other != name) add_name(at, at + 2, other, VariantRule::listed);
    }
  }

  void add_wording(std::size_t begin, std::size_t end, const std::vector<std::string>& wording,
                   VariantRule rule) {
    std::string text;
    for (const std::string& word : wording) {
      const WordVariants::Known known = variants_.look_up(word);
      if (known.occurrences == 0) return;
      text += (text.empty() ? "" : " ") + known.spelling;
    }
    Variant variant = variants_.variant_of(text, rule);
    // The stemmer leaves of some no more than other words have too: جو, of جوان.
    // So are those of numbers: فان, of الفان.
    variant.by_form = variant.words.size() == 1 &&
                      (has_short_stem(variant.words.front()) || is_number_of_stem(variant));
    add(begin, end, std::move(variant));
  }

  static bool is_number_of_stem(const Variant& variant) {
    const QueryWord& word = variant.words.front();
    return variant.rules.front() == VariantRule::number && word.stem != word.normalised;
  }

  static bool has_short_stem(const QueryWord& word) {
    constexpr std::size_t kTwoLetters = 4;  // bytes
    return word.stem.size() <= kTwoLetters && word.stem != word.normalised;
  }

  // A month is known by the day or year beside it.
  void add_months(std::size_t at) {
    for (const std::size_t length : {std::size_t{1}, std::size_t{2}}) {
      const std::size_t end = at + length;
      if (end > words_.size()) return;
      const bool dated = (at > 0 && is_day_or_year(words_[at - 1])) ||
                         (end < words_.size() && is_day_or_year(words_[end]));
      if (!dated) continue;
      for (const std::string_view other : analyzers::other_month_names(name_at(at, length))) {
        add_name(at, end, other, VariantRule::month);
      }
    }
  }

  void add_name(std::size_t begin, std::size_t end, std::string_view name, VariantRule rule) {
    std::vector<std::string> words;
    for (const QueryWord& word : variants_.variant_of(name, rule).words) {
      words.push_back(word.normalised);
    }
    add_wording(begin, end, words, rule);
  }

  std::span<const QueryWord> words_;
  bool in_phrase_;
  WordVariants& variants_;
  std::vector<Alternative> found_;
  std::size_t number_end_ = 0;  ///< of the last number
};

bool is_same(const std::vector<QueryWord>& left, const std::vector<QueryWord>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const QueryWord& a, const QueryWord& b) {
                      return a.normalised == b.normalised && a.stop == b.stop;
                    });
}

/// Puts alternatives into a phrase, one and then more, till there are enough wordings.
std::vector<Variant> wordings(const std::vector<QueryWord>& phrase,
                              const std::vector<Alternative>& alternatives) {
  struct Wording {
    Variant variant;
    std::size_t next = 0;  ///< alternatives before this one were decided on
    std::size_t done = 0;  ///< words of the phrase that are written
  };
  // The first is the phrase itself.
  std::vector<Wording> all{{}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t next = all[i].next; next < alternatives.size(); ++next) {
      const Alternative& alternative = alternatives[next];
      if (alternative.begin < all[i].done || all.size() > kMaxWordings) continue;
      Wording wording = all[i];
      std::vector<QueryWord>& words = wording.variant.words;
      words.insert(words.end(), phrase.begin() + static_cast<std::ptrdiff_t>(wording.done),
                   phrase.begin() + static_cast<std::ptrdiff_t>(alternative.begin));
      words.insert(words.end(), alternative.variant.words.begin(), alternative.variant.words.end());
      std::vector<VariantRule>& rules = wording.variant.rules;
      rules.insert(rules.end(), alternative.variant.rules.begin(), alternative.variant.rules.end());
      wording.done = alternative.end;
      wording.next = next + 1;
      all.push_back(std::move(wording));
    }
  }
  std::vector<Variant> variants;
  for (std::size_t i = 1; i < all.size(); ++i) {
    Variant& variant = all[i].variant;
    variant.words.insert(variant.words.end(),
                         phrase.begin() + static_cast<std::ptrdiff_t>(all[i].done), phrase.end());
    variant.by_form = true;
    const auto same = [&](const Variant& each) { return is_same(each.words, variant.words); };
    if (is_same(variant.words, phrase)) continue;
    if (std::none_of(variants.begin(), variants.end(), same))
      variants.push_back(std::move(variant));
  }
  return variants;
}

void add_to_bag(std::vector<QueryWord>& words, const std::vector<Alternative>& alternatives) {
  for (const Alternative& alternative : alternatives) {
    for (std::size_t at = alternative.begin; at < alternative.end; ++at) {
      words[at].variants.push_back(alternative.variant);
    }
  }
}

std::string spelling_of(const std::vector<QueryWord>& words) {
  std::string text;
  for (const QueryWord& word : words) text += (text.empty() ? "" : " ") + word.word;
  return text;
}

std::string normalised(const std::vector<QueryWord>& words) {
  std::string text;
  for (const QueryWord& word : words) text += word.normalised + ' ';
  return text;
}

std::string normalised(const analyzers::Analysis& analysis) {
  std::string text;
  for (const analyzers::Token& token : analysis.tokens()) {
    if (!token.joined) text.append(token.normalised) += ' ';
  }
  return text;
}

SearchedVariant searched(const Variant& variant, bool of_phrase,
                         const archive::OpenArchive& archive) {
  SearchedVariant result;
  result.text = spelling_of(variant.words);
  for (const VariantRule rule : variant.rules) {
    result.rules += (result.rules.empty() ? "" : " ") + std::string(analyzers::name_of(rule));
  }
  if (variant.words.size() == 1 && !variant.by_form && !of_phrase) {
    result.articles = archive.term_frequency(
        archive::make_term(archive::prefix::kStem, variant.words.front().stem));
  }
  return result;
}

void add_searched(std::string word, const std::vector<Variant>& variants, bool of_phrase,
                  const archive::OpenArchive& archive, std::vector<SearchedVariants>& result) {
  if (variants.empty()) return;
  SearchedVariants& of_word = result.emplace_back();
  of_word.word = std::move(word);
  for (const Variant& variant : variants) {
    of_word.variants.push_back(searched(variant, of_phrase, archive));
  }
}

}  // namespace

std::vector<SearchedVariants> searched_variants(const AnalysedQuery& query,
                                                const archive::OpenArchive& archive) {
  std::vector<SearchedVariants> result;
  for (const AnalysedClause& clause : query.clauses) {
    for (const QueryWord& word : clause.words) {
      add_searched(word.word, word.variants, false, archive, result);
    }
    add_searched(spelling_of(clause.words), clause.variants, true, archive, result);
  }
  return result;
}

void exclude_variants(AnalysedQuery& query, std::span<const std::string> spellings,
                      const analyzers::Analyzer& analyzer) {
  if (spellings.empty()) return;
  std::set<std::string> excluded;
  analyzers::Analysis analysis;
  for (const std::string& spelling : spellings) {
    analyzer.analyze(spelling, analysis);
    excluded.insert(normalised(analysis));
  }
  const auto is_excluded = [&](const Variant& variant) {
    return excluded.contains(normalised(variant.words));
  };
  for (AnalysedClause& clause : query.clauses) {
    std::erase_if(clause.variants, is_excluded);
    for (QueryWord& word : clause.words) std::erase_if(word.variants, is_excluded);
  }
}

void add_variants(AnalysedQuery& query, WordVariants& words) {
  std::size_t left = kMaxWords;
  for (AnalysedClause& clause : query.clauses) {
    if (clause.exact || clause.kind == ClauseKind::prefix) continue;
    const std::span<const QueryWord> looked_at =
        std::span(clause.words).first(std::min(left, clause.words.size()));
    left -= looked_at.size();
    const std::vector<Alternative> alternatives =
        Alternatives(looked_at, clause.kind == ClauseKind::phrase, words).find();
    if (clause.kind == ClauseKind::words) {
      add_to_bag(clause.words, alternatives);
    } else {
      clause.variants = wordings(clause.words, alternatives);
    }
  }
}

}  // namespace warraq::searcher
