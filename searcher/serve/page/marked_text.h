// Text of articles, with what was found in it, and messages about them.
#pragma once

#include <array>
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

// U+2068 and U+2069 as bytes: in a literal they would turn the direction of the line around them.
inline constexpr std::array kFirstStrongIsolateBytes = {'\xE2', '\x81', '\xA8'};
inline constexpr std::array kPopIsolateBytes = {'\xE2', '\x81', '\xA9'};
/// What stands before and behind a part of a message that is isolated.
inline constexpr std::string_view kFirstStrongIsolate{kFirstStrongIsolateBytes.data(),
                                                      kFirstStrongIsolateBytes.size()};
inline constexpr std::string_view kPopIsolate{kPopIsolateBytes.data(), kPopIsolateBytes.size()};

/// What a message isolates, without its isolates: an element isolates it. Of a query it may be a
/// part with a piece between ⟦ and ⟧, which is isolated from the rest, for ranges of numbers are
/// read from the left only by themselves.
struct Quoted {
  std::string_view text;
};
Html& operator<<(Html& html, Quoted quoted);

/// A message of the library in the language of the page, as far as it is known in Arabic, and else
/// in English: an element of its own, with its language and direction where these are not the
/// page's.
struct Said {
  std::string_view message;
};
Html& operator<<(Html& html, Said said);

}  // namespace warraq::searcher::serve
