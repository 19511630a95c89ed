// A page as lines of text, each with what can be said of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/hints.h"
#include "corpus/html/tree.h"

namespace warraq::corpus {

/// A paragraph, a list's item, a heading, what stands between two <br>: whatever begins a line.
struct HtmlLine {
  std::uint32_t node = 0;   ///< its first text's
  std::uint32_t block = 0;  ///< the innermost block element around that
  std::uint32_t begin = 0;  ///< in PageLines::text
  std::uint32_t end = 0;
  std::uint32_t characters = 0;
  std::uint32_t linked = 0;  ///< of these in links
  Tag tag = Tag::div;        ///< p, li, a heading, blockquote, td or any other block
  bool policy_link = false;  ///< it links to terms of use and the like
};

/// An element with hints, and where it is.
struct HintedNode {
  std::uint32_t node = 0;
  Hints hints;
};

struct PageLines {
  std::string text;  ///< the lines' text without anything between
  std::vector<HtmlLine> lines;
  std::vector<HintedNode> hinted;
  [[nodiscard]] std::string_view text_of(const HtmlLine& line) const {
    return std::string_view(text).substr(line.begin, line.end - line.begin);
  }
};

/// Everything that can be read on the page, in its order.
[[nodiscard]] PageLines lines_of(const HtmlTree& tree);

}  // namespace warraq::corpus
