// Which lines of a page are the article's text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/html/lines.h"
#include "corpus/html/tree.h"
#include "corpus/page/caption.h"

namespace warraq::corpus {

/// A text that seems to say when or by whom.
struct NearText {
  std::string text;
  std::size_t distance = 0;  ///< in lines, from the body
  bool modified = false;     ///< a date that is said to be one of a change
};

/// What the lines of a page are.
struct PageText {
  std::string body;             ///< a line each
  CaptionFields captions;       ///< of pictures
  std::vector<NearText> dates;  ///< what is named as a date, and short lines that look like one
  std::vector<NearText> bylines;
  std::size_t characters = 0;  ///< of the body, outside links
  std::size_t paragraphs = 0;  ///< of the body
  std::size_t headlines = 0;   ///< links as long as a headline, where the body was found
};

/// The body is the element whose lines weigh most: a line of running text weighs its characters,
/// links and stray words weigh against it, and so what an element adds around the text makes it
/// lighter (the idea of maximum subsequence segmentation, Pasternack and Roth, WWW 2009, with
/// elements for sequences). Furniture, told by its names, weighs nothing and is left out. `title`
/// is the headline, which is no line of the body. Takes time linear in the page.
[[nodiscard]] PageText find_page_text(const HtmlTree& tree, const PageLines& page,
                                      std::string_view title);

}  // namespace warraq::corpus
