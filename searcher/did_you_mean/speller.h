// Did you mean: words of an archive near one that it does not hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "searcher/did_you_mean/edit_distance.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// A word of the archive that a word of a query may have been meant for.
struct Respelling {
  std::string word;  ///< as the archive spells it
  std::uint64_t occurrences = 0;
  double distance = 0;  ///< less is better: the edits' cost, less what the word's frequency says
};

/// What of a word articles are found by.
enum class WordLevel { stem, normalised, exact };

/// A word to be respelled.
struct MisspelledWord {
  std::string exact;  ///< at the exact level
  WordLevel level = WordLevel::stem;
  std::uint64_t least_occurrences = 1;  ///< that another must have to be meant for it
};

/// How distances are judged, beside the usual costs of edits.
struct SpellingWeights {
  /// What twice as many occurrences are worth, in tenths of a letter. One letter in a thousand is
  /// wrong, which is ten halvings.
  double frequency = 1;
  int missing_space = 6;
  int wrong_space = 3;  ///< in a word: that two words are one together is seldom by chance
  int keyboard = 2;     ///< the other layout
};

/// Reads `vocabularies`, of all of an archive's databases, which must outlive it. Immutable.
class Speller {
 public:
  Speller(std::vector<const archive::Vocabulary*> vocabularies,
          const analyzers::Analyzer& analyzer);

  /// For each of `words` the nearest of the archive, best first: `at_most` of them, which find
  /// different articles each. All are looked for in one pass over the vocabulary.
  [[nodiscard]] std::vector<std::vector<Respelling>> respell(std::span<const MisspelledWord> words,
                                                             std::size_t at_most) const;
  /// The two words that `exact` is without its space, the likeliest first.
  [[nodiscard]] std::vector<Respelling> split(std::string_view exact, std::size_t at_most) const;
  /// The word that `first` and `second` are in one piece.
  [[nodiscard]] std::optional<Respelling> join(std::string_view first,
                                               std::string_view second) const;
  /// `text` as the keyboard's other layout has it, where all of its words are the archive's then.
  /// Of a text longer than kMostRetyped bytes, nothing.
  [[nodiscard]] std::optional<Respelling> retype(std::string_view text) const;

  /// `word`, which is in one piece, in the other layout, if it is one word there.
  [[nodiscard]] std::optional<std::string> other_layout(std::string_view word) const;

  [[nodiscard]] const SpellingWeights& weights() const { return weights_; }
  /// Of edits that cost `cost` and lead to what is there `occurrences` times, one at the least.
  [[nodiscard]] double distance(double cost, std::uint64_t occurrences) const;

  /// How often the archive has a word: in this spelling, and in any that is normalised so.
  [[nodiscard]] std::uint64_t count_exact(std::string_view exact,
                                          std::string_view normalised) const;
  [[nodiscard]] std::uint64_t count_normalised(std::string_view normalised) const;

  static constexpr std::size_t kMostRetyped = 1024;

 private:
  struct Candidate {
    std::uint64_t occurrences = 0;
    int cost = 0;
  };
  using Candidates = std::unordered_map<std::string, Candidate>;
  struct Target {
    Letters letters;
    int limit = 0;
    Candidates candidates;
  };

  void collect(std::span<Target> targets) const;
  [[nodiscard]] std::vector<Respelling> choose(const MisspelledWord& word,
                                               const Candidates& candidates,
                                               std::size_t at_most) const;
  [[nodiscard]] std::string form_of(std::string_view word, WordLevel level) const;
  [[nodiscard]] std::optional<Respelling> known(std::string_view text, int cost) const;

  std::vector<const archive::Vocabulary*> vocabularies_;
  const analyzers::Analyzer& analyzer_;
  SpellingWeights weights_;
  const EditDistance& distance_ = EditDistance::usual();
};

}  // namespace warraq::searcher
