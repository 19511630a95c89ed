// The elements and texts of a page, in one array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/tag.h"

namespace warraq::corpus {

/// An element, or a run of characters (Tag::text). What is inside it are the nodes after it, up to
/// `end`.
struct HtmlNode {
  Tag tag = Tag::text;
  std::uint32_t end = 0;     ///< one past the last node inside
  std::uint32_t parent = 0;  ///< of the first node its own number
  std::string_view text;     ///< characters or attributes, as HtmlToken::text
};

/// In the order of the page. The first node stands for the page itself.
using HtmlTree = std::vector<HtmlNode>;

/// Elements deeper than this lie beside each other, in the deepest that there is.
inline constexpr std::size_t kMaxHtmlDepth = 512;

/// Tags and texts that a page may have. A long article with all its furniture has some 10,000.
inline constexpr std::size_t kMaxHtmlNodes = std::size_t{1} << 20;

/// The tree of `html`, UTF-8 that must outlive it, with the end tags that may be left out put in:
/// in the spirit of the WHATWG's standard (13.2.6), without moving anything. Elements that only
/// change how text looks have no node. Nothing where the page has more nodes than are allowed.
/// Takes time linear in the page.
[[nodiscard]] std::optional<HtmlTree> parse_html(std::string_view html);

/// The text in node `at`, without what a page hides (scripts and the like): one line, of little
/// more than kMaxTextBytes at most.
inline constexpr std::size_t kMaxTextBytes = 4096;
[[nodiscard]] std::string text_in(const HtmlTree& tree, std::size_t at);

}  // namespace warraq::corpus
