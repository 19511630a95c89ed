// How far one spelling is from another, as people who write Arabic mistake them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "searcher/did_you_mean/letters.h"

namespace warraq::searcher {

/// What each mistake costs, in tenths of an ordinary one: a letter too many, too few or another.
struct EditCosts {
  int ordinary = 10;
  int hamza = 1;   ///< one seat of the hamza for another or for none: أ إ آ ا ء ئ ي ؤ و
  int folded = 1;  ///< ى for ي, ة for ه
  int sound = 5;  ///< letters that sound alike in some country: ض ظ, ت ط, ث س, ذ د ز, ق غ ج …
  int dots = 7;        ///< letters that differ in their dots: ب ت ث ن ي, ج ح خ, …
  int keys = 7;        ///< keys that touch each other
  int doubled = 4;     ///< one letter for two of the same, or two for one
  int vowel = 5;       ///< ا و ي too many or too few
  int tanwin = 4;      ///< the alef at the end of a word
  int attached = 6;    ///< و ب ل ك ف س at the beginning, ه ة ي ن ت at the end
  int transposed = 7;  ///< two letters in the wrong order
};

/// Damerau's distance with weights, no letter moved twice. Immutable.
class EditDistance {
 public:
  explicit EditDistance(const EditCosts& costs);
  /// With the usual costs, made once: it takes as long as to compare a thousand words.
  [[nodiscard]] static const EditDistance& usual();

  /// What it costs to make `word` of `typed`; any number above `limit` where it is more than that.
  [[nodiscard]] int between(const Letters& typed, const Letters& word, int limit) const;

  [[nodiscard]] const EditCosts& costs() const { return costs_; }

 private:
  using Gaps = std::array<int, kMaxLetters>;

  [[nodiscard]] Gaps gaps(const Letters& word) const;
  void lower(char32_t a, char32_t b, int cost);
  void lower_all(std::u32string_view letters, int cost);

  EditCosts costs_;
  std::array<std::array<std::uint8_t, kLetterCount>, kLetterCount> substitutions_;
  // Of a letter too many or too few, at the beginning and end of a word and between them.
  std::array<int, kLetterCount> first_;
  std::array<int, kLetterCount> inner_;
  std::array<int, kLetterCount> last_;
};

}  // namespace warraq::searcher
