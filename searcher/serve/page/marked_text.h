// Text of articles, with what was found in it, and messages about them.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/serve/page/html.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

/// Attributes of an element that holds text of an article: dir and lang. By most of its letters,
/// and not by the first as dir='auto' has it: reports begin with "(CNN)".
struct Direction {
  std::string_view text;
};
Html& operator<<(Html& html, Direction direction);

/// The same of what stands beside such text, in the page's language: dir.
struct DirectionAlone {
  std::string_view text;
};
Html& operator<<(Html& html, DirectionAlone direction);

/// Text with <mark> around `ranges`, which are in order and apart; `offset` is where `text` begins
/// in what they are of.
struct Marked {
  std::string_view text;
  const std::vector<ByteRange>& ranges;
  std::size_t offset = 0;
};
Html& operator<<(Html& html, const Marked& marked);

/// A message of the library, in English: what it isolates is isolated by elements.
struct Message {
  std::string_view text;
};
Html& operator<<(Html& html, Message message);

}  // namespace warraq::searcher::serve
