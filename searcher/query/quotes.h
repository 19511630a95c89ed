// Quotation marks of queries: which open, and what closes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace warraq::searcher {

/// A quotation mark found in a text; where there is none, `bytes` is 0.
struct QuotationMark {
  /// Straight and curly marks close each other: word processors turn one of a pair into ”, and
  /// Arabic keyboards give “ and ” in either order. A guillemet closes the opposite one, so that
  /// »نص« typed in the wrong direction is a quotation too.
  enum class Family {
    straight_or_curly,
    left_guillemet,
    right_guillemet,
    left_single_guillemet,
    right_single_guillemet
  };
  std::size_t bytes = 0;
  Family family = Family::straight_or_curly;
};

/// The quotation mark that stands at `offset` in `text`.
[[nodiscard]] QuotationMark quotation_mark_at(std::string_view text, std::size_t offset);

/// Where the mark that closes `opened` begins in `text`, from `offset` on; npos where none does.
[[nodiscard]] std::size_t find_closing_mark(std::string_view text, std::size_t offset,
                                            QuotationMark::Family opened);

/// Marks that make `text` a quotation: none that it holds closes it.
struct QuotationMarks {
  std::string_view opening;
  std::string_view closing;
};
/// Nothing for a text that holds closing marks of every kind.
[[nodiscard]] std::optional<QuotationMarks> marks_around(std::string_view text);

}  // namespace warraq::searcher
