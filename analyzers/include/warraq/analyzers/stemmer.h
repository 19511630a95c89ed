// What a stemmer is; light10 is the first.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace warraq::analyzers {

/// Maps a word of the normalised level to the form that its inflections share.
/// Implementations are immutable: one object may serve any number of threads.
class Stemmer {
 public:
  Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  virtual ~Stemmer() = default;

  /// The stem of `word`, UTF-8 of the normalised level. The result is a view into `word`, or into
  /// `scratch` where the stem is not a part of the word; never empty for a word that is not.
  [[nodiscard]] virtual std::string_view stem(std::string_view word,
                                              std::string& scratch) const = 0;
};

/// light10: L. S. Larkey, L. Ballesteros, M. E. Connell, "Light Stemming for Arabic Information
/// Retrieval" (Arabic Computational Morphology, Springer 2007). First the conjunction و where three
/// letters or more remain, then one article form (ال وال بال كال فال لل) where two or more remain,
/// then the suffixes ها ان ات ون ين يه ية ه ة ي in that order, each once, where two or more remain.
[[nodiscard]] std::unique_ptr<const Stemmer> make_light10();

}  // namespace warraq::analyzers
