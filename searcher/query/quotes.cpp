#include "searcher/query/quotes.h"

#include <array>

namespace warraq::searcher {
namespace {

using Family = QuotationMark::Family;

struct Mark {
  std::string_view bytes;
  Family family;
};

constexpr std::array<Mark, 13> kMarks = {{
    {"\"", Family::straight_or_curly},
    {"“", Family::straight_or_curly},
    {"”", Family::straight_or_curly},
    {"„", Family::straight_or_curly},
    {"‟", Family::straight_or_curly},
    {"〝", Family::straight_or_curly},
    {"〞", Family::straight_or_curly},
    {"〟", Family::straight_or_curly},
    {"＂", Family::straight_or_curly},
    {"«", Family::left_guillemet},
    {"»", Family::right_guillemet},
    {"‹", Family::left_single_guillemet},
    {"›", Family::right_single_guillemet},
}};

constexpr std::string_view kFirstBytes = "\"\xC2\xE2\xE3\xEF";

Family closing_family(Family opened) {
  switch (opened) {
    case Family::left_guillemet:
      return Family::right_guillemet;
    case Family::right_guillemet:
      return Family::left_guillemet;
    case Family::left_single_guillemet:
      return Family::right_single_guillemet;
    case Family::right_single_guillemet:
      return Family::left_single_guillemet;
    case Family::straight_or_curly:
      break;
  }
  return Family::straight_or_curly;
}

}  // namespace

QuotationMark quotation_mark_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  // Most of a text is letters, whose first bytes begin no mark.
  if (rest.empty() || kFirstBytes.find(rest.front()) == std::string_view::npos) return {};
  for (const Mark& mark : kMarks) {
    if (rest.starts_with(mark.bytes)) return {mark.bytes.size(), mark.family};
  }
  return {};
}

std::size_t find_closing_mark(std::string_view text, std::size_t offset, Family opened) {
  const Family closing = closing_family(opened);
  for (; offset < text.size(); ++offset) {
    const QuotationMark mark = quotation_mark_at(text, offset);
    if (mark.bytes != 0 && mark.family == closing) return offset;
  }
  return std::string_view::npos;
}

std::optional<QuotationMarks> marks_around(std::string_view text) {
  constexpr std::array<QuotationMarks, 5> kPairs = {
      {{"\"", "\""}, {"«", "»"}, {"‹", "›"}, {"»", "«"}, {"›", "‹"}}};
  for (const QuotationMarks& pair : kPairs) {
    const Family family = quotation_mark_at(pair.opening, 0).family;
    if (find_closing_mark(text, 0, family) == std::string_view::npos) return pair;
  }
  return std::nullopt;
}

}  // namespace warraq::searcher
