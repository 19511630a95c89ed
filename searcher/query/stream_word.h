// A word of a query as it is told in streams of words.
#pragma once

#include <cstdint>

#include "indexer/archive/word_stream.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

struct StreamWord {
  archive::WordMark mark;
  std::uint16_t other_form = 0;  ///< that does as well; else the mark's own

  [[nodiscard]] bool has(std::uint16_t form) const {
    return form == mark.form || form == other_form;
  }
  [[nodiscard]] bool is(const archive::WordMark& other, bool exact) const {
    return has(other.form) && (!exact || other.spelling == mark.spelling);
  }
};

/// `word` in its exact form or normalised, of a phrase of several words or alone. As in Matcher: a
/// stop word's form stands for both, but a single name for itself alone.
[[nodiscard]] inline StreamWord stream_word(const QueryWord& word, bool exact, bool in_phrase,
                                            const analyzers::Analyzer& analyzer) {
  StreamWord result{archive::mark_of(word.exact, word.normalised, word.stop), 0};
  const bool either = word.stop || (in_phrase && analyzer.is_normalised_stop_word(word.normalised));
  result.other_form =
      !exact && either ? archive::form_mark(word.normalised, !word.stop) : result.mark.form;
  return result;
}

}  // namespace warraq::searcher
