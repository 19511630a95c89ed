#include "searcher/did_you_mean/edit_distance.h"

#include <algorithm>
#include <string_view>

#include "searcher/did_you_mean/keyboard.h"

namespace warraq::searcher {
namespace {

constexpr std::u32string_view kLetters =
    U"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچڤگabcdefghijklmnopqrstuvwxyz";

constexpr std::u32string_view kSameWithoutDots[] = {U"بتثنيئ", U"جحخ", U"دذ", U"رز", U"سش",
                                                    U"صض",     U"طظ",  U"عغ", U"فق", U"هة"};
// Of dialects, and of Egyptian, Gulf and Maghrebi spellings of foreign names.
constexpr std::u32string_view kSoundAlike[] = {U"ضظ", U"تط", U"ثس", U"سص", U"ذز", U"ذد", U"دض",
                                               U"زظ", U"ذظ", U"قغ", U"غج", U"قج", U"قك", U"كج",
                                               U"غك", U"هح", U"تة", U"ثت", U"فڤ", U"ڤب", U"بپ",
                                               U"كگ", U"جگ", U"قگ", U"جچ", U"شچ", U"اى"};
constexpr std::u32string_view kHamza[] = {U"ءآأإاٱ", U"أؤئء", U"ؤو", U"ئيى"};
constexpr std::u32string_view kFolded[] = {U"ىي", U"ةه"};
constexpr std::u32string_view kVowels = U"اويء";
constexpr std::u32string_view kPrefixes = U"وبلكفس";
constexpr std::u32string_view kSuffixes = U"هةينت";

}  // namespace

const EditDistance& EditDistance::usual() {
  static const EditDistance usual{EditCosts()};
  return usual;
}

EditDistance::EditDistance(const EditCosts& costs) : costs_(costs) {
  for (auto& row : substitutions_) row.fill(static_cast<std::uint8_t>(costs.ordinary));
  for (std::size_t i = 0; i < kLetterCount; ++i) substitutions_[i][i] = 0;
  for (const char32_t a : kLetters) {
    for (const char32_t b : kLetters) {
      if (are_neighbouring_keys(a, b)) lower(a, b, costs.keys);
    }
  }
  for (const auto letters : kSameWithoutDots) lower_all(letters, costs.dots);
  for (const auto letters : kSoundAlike) lower_all(letters, costs.sound);
  for (const auto letters : kHamza) lower_all(letters, costs.hamza);
  for (const auto letters : kFolded) lower_all(letters, costs.folded);

  inner_.fill(costs.ordinary);
  for (const char32_t letter : kVowels) inner_[*letter_of(letter)] = costs.vowel;
  first_ = last_ = inner_;
  for (const char32_t letter : kPrefixes) first_[*letter_of(letter)] = costs.attached;
  for (const char32_t letter : kSuffixes) last_[*letter_of(letter)] = costs.attached;
  last_[*letter_of(U'ا')] = costs.tanwin;
}

void EditDistance::lower(char32_t a, char32_t b, int cost) {
  std::uint8_t& substitution = substitutions_[*letter_of(a)][*letter_of(b)];
  substitution = std::min(substitution, static_cast<std::uint8_t>(cost));
}

void EditDistance::lower_all(std::u32string_view letters, int cost) {
  for (const char32_t a : letters) {
    for (const char32_t b : letters) lower(a, b, cost);
  }
}

// What it costs to leave out each letter of `word`, or to add it.
EditDistance::Gaps EditDistance::gaps(const Letters& word) const {
  Gaps result = {};
  const std::size_t last = word.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    result[i] = i == 0 ? first_[word[i]] : i == last ? last_[word[i]] : inner_[word[i]];
    const bool doubled = (i > 0 && word[i] == word[i - 1]) || (i < last && word[i] == word[i + 1]);
    if (doubled) result[i] = std::min(result[i], costs_.doubled);
  }
  return result;
}

int EditDistance::between(const Letters& typed, const Letters& word, int limit) const {
  using Row = std::array<int, kMaxLetters + 1>;
  const Gaps too_many = gaps(typed);
  const Gaps too_few = gaps(word);
  Row rows[3];
  rows[0][0] = 0;
  for (std::size_t j = 0; j < word.size(); ++j) rows[0][j + 1] = rows[0][j] + too_few[j];
  int least_above = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const Row& above = rows[i % 3];
    Row& row = rows[(i + 1) % 3];
    const auto& substitution = substitutions_[typed[i]];
    row[0] = above[0] + too_many[i];
    int least = row[0];
    for (std::size_t j = 0; j < word.size(); ++j) {
      int cost = std::min(
          {above[j] + substitution[word[j]], above[j + 1] + too_many[i], row[j] + too_few[j]});
      const bool crossed = i > 0 && j > 0 && typed[i] == word[j - 1] && typed[i - 1] == word[j];
      if (crossed) cost = std::min(cost, rows[(i + 2) % 3][j - 1] + costs_.transposed);
      row[j + 1] = cost;
      least = std::min(least, cost);
    }
    // What follows begins in this row, or, where two letters change places, in the one above.
    if (least > limit && least_above + costs_.transposed > limit) return least;
    least_above = least;
  }
  return rows[typed.size() % 3][word.size()];
}

}  // namespace warraq::searcher
