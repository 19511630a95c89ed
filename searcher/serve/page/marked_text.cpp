#include "searcher/serve/page/marked_text.h"

#include <algorithm>

#include "searcher/serve/page/arabic_message.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

// Letters that are read from the right: Hebrew to Arabic Extended-A, and their presentation forms.
bool is_from_right(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

bool is_from_left(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= 0xC0 && c <= 0x058F);
}

bool reads_from_right(std::string_view text) {
  constexpr std::size_t kLookedAt = 4'000;  // bytes: the beginning tells
  long more = 0;
  for (std::size_t at = 0; at < std::min(text.size(), kLookedAt);) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    if (is_from_right(character.code_point)) ++more;
    if (is_from_left(character.code_point)) --more;
    at += character.length;
  }
  return more >= 0;
}

// What a message isolates is isolated by elements.
void write_english(Html& html, std::string_view text) {
  while (true) {
    const std::size_t begin = text.find(kFirstStrongIsolate);
    const std::size_t end = begin == std::string_view::npos
                                ? begin
                                : text.find(kPopIsolate, begin + kFirstStrongIsolate.size());
    if (end == std::string_view::npos) {
      html << Text{text};
      return;
    }
    const std::size_t inside = begin + kFirstStrongIsolate.size();
    html << Text{text.substr(0, begin)} << Quoted{text.substr(inside, end - inside)};
    text.remove_prefix(end + kPopIsolate.size());
  }
}

}  // namespace

Html& operator<<(Html& html, Direction direction) {
  if (reads_from_right(direction.text)) return html << " dir='rtl' lang='ar'";
  return html << " dir='ltr' lang=''";
}

Html& operator<<(Html& html, DirectionAlone direction) {
  return reads_from_right(direction.text) ? html << " dir='rtl'" : html << " dir='ltr'";
}

Html& operator<<(Html& html, const Marked& marked) {
  const std::size_t end = marked.offset + marked.text.size();
  std::size_t done = marked.offset;
  const auto piece = [&](std::size_t from, std::size_t to) {
    return Text{marked.text.substr(from - marked.offset, to - from)};
  };
  auto range = std::partition_point(marked.ranges.begin(), marked.ranges.end(),
                                    [&](const ByteRange& each) { return each.second <= done; });
  for (; range != marked.ranges.end() && range->first < end; ++range) {
    const std::size_t from = std::max<std::size_t>(range->first, done);
    const std::size_t to = std::min<std::size_t>(range->second, end);
    html << piece(done, from) << "<mark>" << piece(from, to) << "</mark>";
    done = to;
  }
  return html << piece(done, end);
}

Html& operator<<(Html& html, Quoted quoted) {
  constexpr std::string_view kOpening = "⟦";
  constexpr std::string_view kClosing = "⟧";
  const std::string_view text = quoted.text;
  const std::size_t begin = text.find(kOpening);
  const std::size_t end = begin == std::string_view::npos ? begin : text.find(kClosing, begin);
  if (end == std::string_view::npos) return html << Isolated{text};
  const std::size_t inside = begin + kOpening.size();
  return html << "<bdi>" << Text{text.substr(0, inside)}
              << Isolated{text.substr(inside, end - inside)} << Text{text.substr(end)} << "</bdi>";
}

Html& operator<<(Html& html, Said said) {
  if (html.language() == Language::arabic) {
    Html arabic(Language::arabic);
    if (write_in_arabic(arabic, said.message)) return html << "<span>" << arabic << "</span>";
  }
  html << "<span lang='en' dir='ltr'>";
  write_english(html, said.message);
  return html << "</span>";
}

}  // namespace warraq::searcher::serve
