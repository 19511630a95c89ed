#include "corpus/markup/lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/article/text.h"
#include "corpus/markup/text_stream.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\n\v\f";

// Of HTML, NITF, TEI and SGML.
constexpr std::array<std::string_view, 45> kBlocks{
    "ab",      "address",    "article", "aside", "block", "blockquote", "br",     "cell",
    "center",  "dd",         "div",     "dl",    "dt",    "figcaption", "figure", "fn",
    "h1",      "h2",         "h3",      "h4",    "h5",    "h6",         "head",   "hl1",
    "hl2",     "hr",         "item",    "l",     "lb",    "lg",         "li",     "list",
    "media",   "nitf-table", "ol",      "p",     "para",  "pre",        "row",    "sp",
    "section", "table",      "td",      "tr",    "ul"};

/// Left out of HTML.
constexpr std::array<std::string_view, 7> kUnread{"script", "style",    "noscript", "template",
                                                  "svg",    "textarea", "select"};

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  constexpr std::size_t kLongest = 12;
  if (name.size() > kLongest) return false;
  const std::string lower = lower_ascii(name);
  return std::find(names.begin(), names.end(), lower) != names.end();
}

bool is_block(std::string_view name) { return is_among(kBlocks, name); }

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // no continuation byte
  }));
}

/// Calls `take` with each line of `text`.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    take(text.substr(0, end));
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

bool begins_paragraph(std::string_view line) {
  return line.starts_with("  ") || line.starts_with('\t');
}

// A typewriter's lines are of one length, about 60 to 80 characters, but for the last of a
// paragraph; verses are shorter, and paragraphs that are a line each longer.
bool is_typewritten(std::string_view text) {
  constexpr std::size_t kLongestLine = 100;
  constexpr std::size_t kUsualLine = 50;
  std::size_t continued = 0;
  std::size_t characters = 0;
  std::size_t last = 0;
  bool too_long = false;
  for_each_line(text, [&](std::string_view line) {
    const bool goes_on = last > 0 && !trimmed(line).empty() && !begins_paragraph(line);
    if (goes_on) {
      ++continued;
      characters += last;
    }
    last = count_characters(trimmed(line));
    too_long = too_long || last > kLongestLine;
  });
  return !too_long && continued > 0 && characters >= continued * kUsualLine;
}

std::string joined_paragraphs(std::string_view text) {
  std::string joined;
  bool begins = false;
  for_each_line(text, [&](std::string_view line) {
    const std::string_view content = trimmed(line);
    begins = begins || content.empty() || begins_paragraph(line);
    if (content.empty()) return;
    if (!joined.empty()) joined += begins ? '\n' : ' ';
    joined += content;
    begins = false;
  });
  return joined;
}

/// Gathers the text of an element.
class Lines {
 public:
  /// `blank_lines_end`: beside blocks, a blank line ends a paragraph.
  explicit Lines(bool blank_lines_end = false) : blank_lines_end_(blank_lines_end) {}

  void add(std::string_view text) { line_ += text; }
  void end_line() {
    has_blocks_ = true;
    take_line();
  }
  std::string take() {
    if (has_blocks_) {
      take_line();
      return std::move(lines_);
    }
    const std::string_view text = trimmed(line_);
    return is_typewritten(text) ? joined_paragraphs(line_) : std::string(text);
  }

 private:
  // What stands before the first paragraph is one as well.
  void take_line() {
    constexpr std::string_view kBlankLine = "\n\n";
    std::string_view rest = line_;
    while (!rest.empty()) {
      const std::size_t end = blank_lines_end_ ? rest.find(kBlankLine) : std::string_view::npos;
      add_line(without_line_ends(rest.substr(0, end)));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + kBlankLine.size());
    }
    line_.clear();
  }

  void add_line(std::string_view line) {
    if (line.empty()) return;
    if (!lines_.empty()) lines_ += '\n';
    lines_ += line;
  }

  bool blank_lines_end_;
  std::string lines_;
  std::string line_;
  bool has_blocks_ = false;
};

bool is_html_element(std::string_view name) {
  constexpr std::array<std::string_view, 11> kInline{"a",  "b",      "i",    "u",    "em", "strong",
                                                     "tt", "strike", "span", "font", "img"};
  return is_block(name) || is_among(kInline, name) || is_among(kUnread, name);
}

/// Whether what stands between '<' and '>' is a tag: an end, a block's beginning, or one with
/// attributes. «<b>» alone, and «a <b and c> d», may be text.
bool is_surely_html(std::string_view tag) {
  const bool is_end = tag.starts_with('/');
  if (is_end) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  if (!is_html_element(name)) return false;
  tag.remove_prefix(name.size());
  if (tag.find('=') != std::string_view::npos) return true;
  const bool is_bare = tag.find_first_not_of(" \t\r\n/") == std::string_view::npos;
  return is_bare && (is_end || is_block(name));
}

}  // namespace

std::string without_line_ends(std::string_view text) {
  text = trimmed(text);
  std::string folded;
  folded.reserve(text.size());
  while (true) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return folded += text;
    const std::string_view before = text.substr(0, end);
    folded += before.substr(0, before.find_last_not_of(kWhiteSpace) + 1);
    folded += ' ';
    text.remove_prefix(text.find_first_not_of(kWhiteSpace, end));
  }
}

std::string line_of(const Element& element) {
  std::string text;
  if (!element) return text;
  const std::vector<MarkupNode>& nodes = element.tree().nodes();
  for (std::uint32_t at = element.index() + 1; at < element.node().end; ++at) {
    if (nodes[at].is_text) {
      text += nodes[at].text;
    } else if (is_block(nodes[at].name)) {
      text += '\n';
    }
  }
  return without_line_ends(text);
}

std::string lines_of(const Element& element, const LeaveOut& leave_out) {
  if (!element) return {};
  Lines lines;
  const std::vector<MarkupNode>& nodes = element.tree().nodes();
  std::vector<std::uint32_t> block_ends;  // where blocks end that are open
  for (std::uint32_t at = element.index() + 1; at < element.node().end;) {
    while (!block_ends.empty() && block_ends.back() <= at) {
      block_ends.pop_back();
      lines.end_line();
    }
    const MarkupNode& node = nodes[at];
    if (node.is_text) {
      lines.add(node.text);
    } else if (leave_out && leave_out(Element(element.tree(), at))) {
      at = node.end;
      continue;
    } else if (is_block(node.name)) {
      lines.end_line();
      block_ends.push_back(node.end);
    }
    ++at;
  }
  return lines.take();
}

bool holds_html(std::string_view text) {
  std::size_t at = text.find('<');
  while (at != std::string_view::npos) {
    const std::size_t end = text.find_first_of("<>", at + 1);
    if (end == std::string_view::npos) return false;
    if (text[end] == '>' && is_surely_html(text.substr(at + 1, end - at - 1))) return true;
    at = text.find('<', end);
  }
  return false;
}

// Where no paragraph is marked, as in WordPress's database, a blank line is what ends one.
std::string lines_of_html(std::string_view html) {
  const bool has_paragraphs =
      html.find("</p>") != std::string_view::npos || html.find("</P>") != std::string_view::npos ||
      html.find("<p>") != std::string_view::npos || html.find("<P>") != std::string_view::npos;
  MarkupScanner scanner(MarkupDialect::sgml, text_alone(html));
  Lines lines(!has_paragraphs);
  std::string unread;  // the element whose text is passed over
  std::string text;
  while (true) {
    const MarkupToken token = scanner.next();
    if (token.kind == MarkupToken::Kind::finished) break;
    if (token.kind == MarkupToken::Kind::text) {
      text.clear();
      append_resolved(text, token.text, nullptr, html.size());
      if (unread.empty()) lines.add(text);
      continue;
    }
    const bool ends = token.kind == MarkupToken::Kind::end;
    if (is_block(token.name)) lines.end_line();
    if (ends && lower_ascii(token.name) == unread) unread.clear();
    if (!ends && unread.empty() && !token.is_empty && is_among(kUnread, token.name)) {
      unread = lower_ascii(token.name);
    }
  }
  return lines.take();
}

}  // namespace warraq::corpus
