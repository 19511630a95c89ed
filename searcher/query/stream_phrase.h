// A phrase or single word of a query, looked for in articles' streams of words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/archive/word_stream.h"
#include "searcher/query/query.h"
#include "searcher/query/stream_near.h"
#include "searcher/query/stream_word.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Follows the rules of Matcher, on hashes: where the words stand it says so, and by chance it says
/// so elsewhere too (QUERY.md has how often). Small, and copied with queries.
class StreamPhrase {
 public:
  /// `words`, at least one, as near to one another as `nearness` says, within `field`, in their
  /// exact forms or normalised.
  StreamPhrase(std::span<const QueryWord> words, bool exact, const Nearness& nearness,
               TextField field, const analyzers::Analyzer& analyzer);

  /// How often it stands in the stream; looks no further than `at_most`. 0 for damaged ones. Of
  /// words near one another those that share no place are counted, from the first on.
  [[nodiscard]] std::uint32_t count(std::string_view stream, std::uint32_t at_most) const;
  [[nodiscard]] bool stands_in(std::string_view stream) const { return count(stream, 1) > 0; }

 private:
  [[nodiscard]] bool fits(const archive::WordStream& stream, std::uint32_t start) const;
  [[nodiscard]] bool stands_at(const archive::WordStream& stream, archive::Spellings& spellings,
                               std::uint32_t start) const;
  [[nodiscard]] std::uint32_t count_form(const archive::WordStream& stream, std::uint16_t form,
                                         std::uint32_t at_most) const;
  [[nodiscard]] std::uint32_t count_joined(const archive::WordStream& stream,
                                           std::uint32_t at_most) const;
  [[nodiscard]] bool stands_through(const archive::WordStream& stream,
                                    archive::Spellings& spellings, std::uint32_t joined,
                                    std::uint32_t start) const;

  std::vector<StreamWord> words_;
  std::optional<StreamNear> near_;  ///< where they need not stand side by side
  bool exact_ = false;
  TextField field_ = TextField::any;
  std::uint32_t anchor_ = 0;  ///< the word that is looked for first
};

}  // namespace warraq::searcher
