#include "searcher/query/prefix.h"

#include <functional>

namespace warraq::searcher {

bool begins_with(std::string_view normalised, std::string_view stem, std::string_view letters) {
  if (normalised.starts_with(letters)) return true;
  // A stem is mostly a view into its word, and may stand in it twice.
  const bool inside = std::greater_equal<>()(stem.data(), normalised.data()) &&
                      std::less_equal<>()(stem.data(), normalised.data() + normalised.size());
  const std::size_t front =
      inside ? static_cast<std::size_t>(stem.data() - normalised.data()) : normalised.find(stem);
  return front <= normalised.size() && normalised.substr(front).starts_with(letters);
}

bool matches_prefix(const AnalysedClause& prefix, const analyzers::Token& word) {
  if (word.stop) return false;
  const QueryWord& letters = prefix.words.front();
  if (prefix.exact) return word.exact.starts_with(letters.exact);
  return begins_with(word.normalised, word.stem, letters.normalised);
}

}  // namespace warraq::searcher
