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

std::optional<InputFormat> detect_json(std::string_view text) {
  if (begins_json_array(text) || begins_object_over_lines(text)) return InputFormat::json;
  const bool is_lines = text.starts_with('{') || goes_on_with_objects(text);
  return is_lines ? std::optional(InputFormat::jsonl) : std::nullopt;
}

}  // namespace warraq::corpus
