// Which terms an article's words and fields give: the rule that every way of building shares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/schema.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/pieces.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// A term that one word gives.
struct WordTerm {
  std::string_view prefix;  ///< of archive::prefix
  std::string_view text;
  std::uint8_t wdf = 0;  ///< what one occurrence counts
  bool has_positions = false;
};

/// Calls `take` with each term of `word`. What it gives depends on its exact form, on whether it is
/// a stop word, and on whether it stands in the title.
///
/// Every word counts three in the length that ranking uses (the sum of wdf), whichever levels it
/// has: normalised, exact and stem one each; for a stop word its own term two and exact one. A word
/// of the title counts two more, for its title terms; a stop word keeps its place among them, so
/// that phrases of the title are found.
template <typename Take>
void for_each_term(const analyzers::Token& word, bool in_title, Take take) {
  namespace prefix = archive::prefix;
  take(WordTerm{prefix::kExact, word.exact, 1, false});
  if (word.stop) {
    take(WordTerm{prefix::kStopWord, word.normalised, 2, true});
    if (in_title) take(WordTerm{prefix::kTitleNormalised, word.normalised, 2, true});
    return;
  }
  take(WordTerm{prefix::kNormalised, word.normalised, 1, true});
  take(WordTerm{prefix::kStem, word.stem, 1, false});
  if (!in_title) return;
  take(WordTerm{prefix::kTitleNormalised, word.normalised, 1, true});
  take(WordTerm{prefix::kTitleStem, word.stem, 1, false});
}

/// Calls `take(word, position)` for each word of `text`, whose first has `first_position`; returns
/// how many positions the text took. The tokens of a text take many times its bytes: a long one is
/// analysed piece by piece.
template <typename Take>
std::uint32_t for_each_word_of(std::string_view text, std::uint32_t first_position,
                               const analyzers::Analyzer& analyzer, analyzers::Analysis& analysis,
                               Take take) {
  constexpr std::size_t kMaxPieceBytes = std::size_t{1} << 20;
  std::uint32_t positions = 0;
  while (!text.empty()) {
    const std::string_view piece = analyzers::leading_piece(text, kMaxPieceBytes);
    analyzer.analyze(piece, analysis);
    for (const analyzers::Token& word : analysis.tokens()) {
      if (!word.normalised.empty()) take(word, first_position + positions + word.position);
    }
    positions += analysis.position_count();
    text.remove_prefix(piece.size());
  }
  return positions;
}

/// Calls `take(word, in_title, position)` for each word of the article's title and body.
template <typename Take>
void for_each_word(const corpus::Article& article, const analyzers::Analyzer& analyzer,
                   analyzers::Analysis& analysis, Take take) {
  const std::uint32_t title_words = for_each_word_of(
      article.title, archive::kFirstPosition, analyzer, analysis,
      [&](const analyzers::Token& word, std::uint32_t position) { take(word, true, position); });
  const std::uint32_t body =
      archive::kFirstPosition + (title_words == 0 ? 0 : title_words + archive::kTitleGap);
  for_each_word_of(
      article.body, body, analyzer, analysis,
      [&](const analyzers::Token& word, std::uint32_t position) { take(word, false, position); });
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
