#include "warraq/analyzers/pieces.h"

namespace warraq::analyzers {
namespace {

constexpr std::string_view kLineBreaks = "\n\v\f\r";
constexpr std::string_view kAsciiSpaces = " \t\n\v\f\r";

}  // namespace

std::string_view leading_piece(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  const std::string_view within = text.substr(0, limit);
  for (const std::string_view ends : {kLineBreaks, kAsciiSpaces}) {
    const std::size_t last = within.find_last_of(ends);
    if (last != std::string_view::npos) return text.substr(0, last + 1);
  }
  const std::size_t next = text.find_first_of(kAsciiSpaces, limit);
  return next == std::string_view::npos ? text : text.substr(0, next + 1);
}

}  // namespace warraq::analyzers
