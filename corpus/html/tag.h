// The elements of HTML that matter for reading a page, and what is known of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warraq::corpus {

/// `text` is no element but characters; `other` is any element that is not listed.
enum class Tag : std::uint8_t {
  // clang-format off
  text, other, a, address, article, aside, blockquote, body, br, button, caption, center, dd, details,
  div, dl, dt, embed, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, head, header, hr, html,
  iframe, img, input, label, li, link, main, menu, meta, nav, noembed, noframes, noscript, object, ol,
  option, p, pre, script, section, select, span, style, summary, svg, table, tbody, td, template_,
  textarea, tfoot, th, thead, time, title, tr, ul, video, xmp,
  ignored,  ///< such as <b> and <font>: they change how a text looks, and nothing else
  // clang-format on
};

inline constexpr std::size_t kTags = static_cast<std::size_t>(Tag::ignored) + 1;

/// The element called `name`, in whatever case.
[[nodiscard]] Tag tag_named(std::string_view name);

/// What an element does to what stands around it.
struct TagKind {
  bool block = false;        ///< begins and ends a line
  bool is_void = false;      ///< has no content and no end tag
  bool raw_text = false;     ///< its content is characters up to its end tag
  bool hidden = false;       ///< what is in it is not read on the page
  bool closes_p = false;     ///< a paragraph that is open ends before it
  bool heading = false;      ///< h1 to h6
  bool closes_over = false;  ///< end tags of other elements do not reach past it (table cells)
};

[[nodiscard]] const TagKind& kind_of(Tag tag);

}  // namespace warraq::corpus
