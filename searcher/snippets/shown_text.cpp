#include "searcher/snippets/shown_text.h"

#include <cstddef>
#include <utility>

#include "warraq/analyzers/direction.h"

namespace warraq::searcher {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

}  // namespace

void ShownText::append(std::string_view piece) {
  const std::string shown = analyzers::displayable(piece);
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const bool no_break_space = shown.compare(at, kNoBreakSpace.size(), kNoBreakSpace) == 0;
    if (no_break_space) at += kNoBreakSpace.size() - 1;
    if (no_break_space || shown[at] == ' ') {
      append_space();
    } else {
      text_ += shown[at];
    }
  }
}

std::string ShownText::take() {
  while (!text_.empty() && text_.back() == ' ') text_.pop_back();
  return std::move(text_);
}

void ShownText::append_space() {
  if (!text_.empty() && text_.back() != ' ') text_ += ' ';
}

std::string shown_text(std::string_view text) {
  ShownText clean;
  clean.append(text);
  return clean.take();
}

}  // namespace warraq::searcher
