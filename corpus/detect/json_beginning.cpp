#include "corpus/detect/json_beginning.h"

#include <algorithm>
#include <string>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// How a line of JSON ends.
struct LineEnd {
  std::string open;        ///< the brackets that are open, outermost first
  char last = '\0';        ///< the last character but for white space
  bool in_string = false;  ///< which JSON does not allow at a line's end
};

LineEnd end_of(std::string_view line) {
  LineEnd end;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (kWhiteSpace.find(c) != std::string_view::npos) continue;
    end.last = c;
    if (end.in_string) {
      if (c == '\\') ++at;
      if (c == '"') end.in_string = false;
    } else if (c == '"') {
      end.in_string = true;
    } else if (c == '{' || c == '[') {
      end.open += c;
    } else if ((c == '}' || c == ']') && !end.open.empty()) {
      end.open.pop_back();
    }
  }
  return end;
}

bool begins_value(char c) {
  return std::string_view("{[\"-0123456789tfn").find(c) != std::string_view::npos;
}

/// Whether `next` may follow a line that ends so.
bool goes_on(const LineEnd& end, char next) {
  switch (end.last) {
    case '{':
      return next == '"' || next == '}';
    case '[':
      return begins_value(next) || next == ']';
    case ',':
      return end.open.back() == '{' ? next == '"' : begins_value(next);
    case ':':
      return begins_value(next);
    default:
      return next == ',' || next == ':' || next == '}' || next == ']';
  }
}

/// `text` begins with a whole object on a line, and another follows, or nothing: in an array or an
/// object over many lines, a comma or a bracket would.
bool begins_with_whole_lines(std::string_view text) {
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  const LineEnd end = end_of(text.substr(0, line_end));
  if (!end.open.empty() || end.in_string || end.last != '}') return false;
  const std::size_t next = text.find_first_not_of(kWhiteSpace, line_end);
  return next == std::string_view::npos || text[next] == '{';
}

std::string_view without_white_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  return text;
}

/// Takes a string, at whose quote `text` begins, off it; returns it without its quotes.
std::string_view take_string(std::string_view& text) {
  std::size_t end = 1;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2U : 1U;
  end = std::min(end, text.size());
  const std::string_view string = text.substr(1, end - 1);
  text.remove_prefix(std::min(end + 1, text.size()));
  return string;
}

/// `text` begins with a brace and what JSON allows after it, as far as can be seen: an end, or the
/// name of a member.
bool begins_object(std::string_view text) {
  if (!text.starts_with('{')) return false;
  text = without_white_space(text.substr(1));
  if (!text.starts_with('"')) return text.empty() || text.front() == '}';
  (void)take_string(text);
  text = without_white_space(text);
  return text.empty() || text.front() == ':';
}

/// Whether the object on this line has a title or a body, not counting those of objects inside it.
bool gives_article(std::string_view line) {
  int depth = 0;
  while (!line.empty()) {
    const char c = line.front();
    if (c == '"') {
      const std::string_view string = take_string(line);
      const bool is_name = depth == 1 && without_white_space(line).starts_with(':');
      if (is_name && (string == "title" || string == "body")) return true;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    line.remove_prefix(1);
  }
  return false;
}

/// One object on a line that is to be looked into for its articles, as answers of servers are; or,
/// where the name says a document, one that is all there is.
bool begins_document(std::string_view text, bool named_as_document) {
  if (!begins_object(text)) return false;
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  const bool is_alone = !without_white_space(text.substr(line_end)).starts_with('{');
  if (is_alone && named_as_document) return true;
  return (is_alone || named_as_document) && !gives_article(text.substr(0, line_end));
}

/// Whether the second and third line begin objects: one bad line does not make a text of them.
bool goes_on_with_objects(std::string_view text) {
  for (int line = 2; line <= 3; ++line) {
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos) return false;
    text.remove_prefix(line_end + 1);
    if (!text.starts_with("{\"")) return false;
  }
  return true;
}

}  // namespace

bool begins_json_array(std::string_view text) {
  if (!text.starts_with('[')) return false;
  text.remove_prefix(1);
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return false;
  return text[first] == '{' || (text[first] == ']' && is_blank(text.substr(first + 1)));
}

bool begins_object_over_lines(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t line_end = text.find('\n');
  const std::size_t next = text.find_first_not_of(kWhiteSpace, line_end);
  if (line_end == std::string_view::npos || next == std::string_view::npos) return false;
  const LineEnd end = end_of(text.substr(0, line_end));
  if (end.open.empty() || end.in_string || !goes_on(end, text[next])) return false;
  return text[next] != '{' || !begins_with_whole_lines(text.substr(next));
}

std::optional<InputFormat> detect_json(std::string_view text, std::string_view extension) {
  if (begins_json_array(text) || begins_object_over_lines(text)) return InputFormat::json;
  const bool named_as_text = extension == "txt" || extension == "text";
  if (!text.starts_with('{') || (named_as_text && !begins_object(text))) {
    return goes_on_with_objects(text) ? std::optional(InputFormat::jsonl) : std::nullopt;
  }
  return begins_document(text, extension == "json") ? InputFormat::json : InputFormat::jsonl;
}

}  // namespace warraq::corpus
