// Which terms an article's words and fields give: the rule that every way of building shares.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/archive/schema.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/pieces.h"
#include "warraq/analyzers/sentences.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// What one occurrence of a word's term counts.
inline constexpr std::uint32_t kWordCount = 1;

/// Calls `take(prefix, text)` with each term of `word`, which counts kWordCount. Besides whether it
/// stands in the title, what a word gives depends on its exact form and on whether it is a stop
/// word, which a joined form never is.
///
/// So every word counts one in the length that ranking uses (the sum of wdf), and a title's word
/// that is no stop word one more.
template <typename Take>
void for_each_term(const analyzers::Token& word, bool in_title, Take take) {
  namespace prefix = archive::prefix;
  if (word.stop) {
    take(prefix::kStopWord, word.normalised);
    return;
  }
  take(prefix::kStem, word.stem);
  if (in_title) take(prefix::kTitleStem, word.stem);
}

/// A word of an article, where it stands.
struct PlacedWord {
  const analyzers::Token& word;
  bool in_title = false;
  std::uint32_t position = 0;  ///< among the words of title and body, from 0
  analyzers::Boundary begins = analyzers::Boundary::none;  ///< with it; of title and body, none
};

/// Calls `take(placed word)` for each word of `text`, whose first has `first_position`; returns
/// how many positions the text took. Where `take` has expect(tokens, in_title), it hears of the
/// tokens before they are taken. The tokens of a text take many times its bytes: a long one is
/// analysed piece by piece.
template <typename Take>
std::uint32_t for_each_word_of(std::string_view text, bool in_title, std::uint32_t first_position,
                               const analyzers::Analyzer& analyzer, analyzers::Analysis& analysis,
                               Take take, analyzers::Levels levels = analyzers::Levels::all) {
  constexpr std::size_t kMaxPieceBytes = std::size_t{1} << 20;
  analyzers::Boundaries boundaries(text);
  auto begins = analyzers::Boundary::none;
  std::uint32_t positions = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string_view piece = analyzers::leading_piece(text.substr(offset), kMaxPieceBytes);
    analyzer.analyze(piece, analysis, levels);
    if constexpr (requires { take.expect(analysis.tokens(), in_title); }) {
      take.expect(analysis.tokens(), in_title);
    }
    for (const analyzers::Token& word : analysis.tokens()) {
      begins = std::max(begins, boundaries.before(word, offset));
      if (word.normalised.empty()) continue;
      take(PlacedWord{word, in_title, first_position + positions + word.position, begins});
      begins = analyzers::Boundary::none;
    }
    positions += analysis.position_count();
    offset += piece.size();
  }
  return positions;
}

/// Calls `take(placed word)` for each word of the article's title, from position 0, and body, right
/// behind.
template <typename Take>
void for_each_word(const corpus::Article& article, const analyzers::Analyzer& analyzer,
                   analyzers::Analysis& analysis, Take take,
                   analyzers::Levels levels = analyzers::Levels::all) {
  const std::uint32_t title_words =
      for_each_word_of(article.title, true, 0, analyzer, analysis, take, levels);
  std::string buffer;
  for_each_word_of(corpus::searched_text(article, buffer), false, title_words, analyzer, analysis,
                   take, levels);
}

/// Calls `take(prefix, text)` for each term that the article is filtered by, its id first.
template <typename Take>
void for_each_filter(const corpus::Article& article, const analyzers::Analyzer& analyzer,
                     Take take) {
  namespace prefix = archive::prefix;
  take(prefix::kId, std::string_view(article.id));
  const auto field = [&](std::string_view term_prefix, const std::string& value) {
    if (!value.empty()) take(term_prefix, archive::field_key(analyzer, value));
  };
  field(prefix::kSource, article.source);
  field(prefix::kCategory, article.category);
  field(prefix::kAuthor, article.author);
  field(prefix::kAgency, article.agency);
}

}  // namespace warraq::indexer
