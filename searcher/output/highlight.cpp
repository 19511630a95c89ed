#include "searcher/output/highlight.h"

#include <array>
#include <cstddef>

#include "warraq/analyzers/direction.h"

namespace warraq::searcher::output {
namespace {

// U+2068 and U+2069 as bytes: in a literal they would turn the direction of the line around them.
constexpr std::array kFirstStrongIsolate = {'\xE2', '\x81', '\xA8'};
constexpr std::array kPopIsolate = {'\xE2', '\x81', '\xA9'};

// Isolated as a whole and not word by word, so that the marks take the direction of the text.
std::string marked(std::string_view text, const std::vector<ByteRange>& ranges,
                   HighlightMarks marks) {
  std::string result;
  std::size_t done = 0;
  for (const auto& [begin, end] : ranges) {
    result += analyzers::displayable(text.substr(done, begin - done));
    result += marks.before;
    result += analyzers::displayable(text.substr(begin, end - begin));
    result += marks.after;
    done = end;
  }
  return result + analyzers::displayable(text.substr(done));
}

std::string isolated(std::string_view before, const std::string& text, std::string_view after) {
  std::string result(kFirstStrongIsolate.begin(), kFirstStrongIsolate.end());
  result.append(before).append(text).append(after);
  return result.append(kPopIsolate.begin(), kPopIsolate.end());
}

}  // namespace

HighlightMarks highlight_marks(bool colour) {
  return colour ? HighlightMarks{"\x1b[1;31m", "\x1b[0m"} : HighlightMarks{"**", "**"};
}

std::string highlighted(std::string_view text, const std::vector<ByteRange>& ranges,
                        HighlightMarks marks) {
  return isolated("", marked(text, ranges, marks), "");
}

std::string highlighted(const Snippet& snippet, HighlightMarks marks) {
  return isolated(snippet.cut_before ? "… " : "", marked(snippet.text, snippet.highlights, marks),
                  snippet.cut_after ? " …" : "");
}

std::string cut_for_people(std::string_view text) {
  constexpr std::size_t kMaxBytes = 600;  // two to an Arabic letter
  if (text.size() <= kMaxBytes) return std::string(text);
  std::size_t end = kMaxBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace warraq::searcher::output
