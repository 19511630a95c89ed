#include "corpus/article/json_text.h"

#include <algorithm>
#include <optional>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";
constexpr std::size_t kEscapeLength = 6;  // \uXXXX
constexpr unsigned kHighSurrogates = 0xD800;
constexpr unsigned kLowSurrogates = 0xDC00;
constexpr unsigned kSurrogatesEnd = 0xE000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<unsigned> hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

/// The UTF-16 code unit of the escape \uXXXX at `at`, if there is one.
std::optional<unsigned> unicode_escape(std::string_view json, std::size_t at) {
  const std::string_view escape = json.substr(std::min(at, json.size()), kEscapeLength);
  if (escape.size() < kEscapeLength || escape[0] != '\\' || escape[1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : escape.substr(2)) {
    const std::optional<unsigned> digit = hex_value(c);
    if (!digit) return std::nullopt;
    unit = unit * 16 + *digit;
  }
  return unit;
}

bool is_low_surrogate(std::optional<unsigned> unit) {
  return unit && *unit >= kLowSurrogates && *unit < kSurrogatesEnd;
}

bool is_high_surrogate(unsigned unit) { return unit >= kHighSurrogates && unit < kLowSurrogates; }

std::size_t skip_white_space(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(kWhiteSpace, at), json.size());
}

/// One past the value that begins at `at`, in valid JSON.
std::size_t value_end(std::string_view json, std::size_t at) {
  std::size_t depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = string_end(json, at);
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') {
      if (depth == 0) return at;  // the end of what holds a number or a word
      if (--depth == 0) return at + 1;
    }
    if (depth == 0 && (c == ',' || kWhiteSpace.find(c) != std::string_view::npos)) return at;
    ++at;
  }
  return at;
}

std::size_t skip_digits(std::string_view json, std::size_t at) {
  while (at < json.size() && is_digit(json[at])) ++at;
  return at;
}

/// The length of the number that `text` begins with, by JSON's grammar; 0 where there is none.
std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = skip_digits(text, at);
  if (whole == at || (text[at] == '0' && whole > at + 1)) return 0;
  at = whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = skip_digits(text, at + 1);
    if (fraction == at + 1) return 0;
    at = fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    at = skip_digits(text, exponent);
    if (at == exponent) return 0;
  }
  return at;
}

bool may_belong_to_number(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

constexpr unsigned char kFirstPrintable = 0x20;

bool needs_escape(char c) {
  return (static_cast<unsigned char>(c) < kFirstPrintable) | (c == '"') | (c == '\\');
}

// Where the first character at or after `at` is that needs one. Looks at a block at a time, with
// no branch in it, for which compilers have one instruction on many bytes.
std::size_t find_escaped(std::string_view text, std::size_t at) {
  constexpr std::size_t kBlock = 32;
  for (; at + kBlock <= text.size(); at += kBlock) {
    bool any = false;
    for (std::size_t i = 0; i < kBlock; ++i) any |= needs_escape(text[at + i]);
    if (any) break;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"':
    case '\\':
      out += '\\';
      out += c;
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      append_hexadecimal(out, static_cast<unsigned char>(c));
  }
}

}  // namespace

// Jumps from quote to quote, so that a long body costs next to nothing.
std::size_t string_end(std::string_view json, std::size_t at) {
  const std::size_t begin = at + 1;
  for (std::size_t quote = json.find('"', begin); quote != std::string_view::npos;
       quote = json.find('"', quote + 1)) {
    std::size_t backslashes = 0;
    while (quote - backslashes > begin && json[quote - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return quote + 1;
  }
  return json.size();
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t at = find_escaped(text, 0); at < text.size(); at = find_escaped(text, at + 1)) {
    out += text.substr(copied, at - copied);
    append_escape(out, text[at]);
    copied = at + 1;
  }
  out += text.substr(copied);
  out += '"';
}

std::size_t mend_escapes(std::string& json) {
  std::size_t replaced = 0;
  std::size_t at = json.find("\\u");
  if (at == std::string::npos) return replaced;
  // From the first backslash on, because \\u0000 is an escaped backslash and four digits.
  at = json.find('\\');
  while (at != std::string::npos && at + 1 < json.size()) {
    const std::optional<unsigned> unit = unicode_escape(json, at);
    std::size_t length = unit ? kEscapeLength : 2;
    if (unit == 0U) {
      json.replace(at + 2, 4, "0020");
    } else if (unit && is_high_surrogate(*unit) &&
               is_low_surrogate(unicode_escape(json, at + kEscapeLength))) {
      length = 2 * kEscapeLength;
    } else if (unit && *unit >= kHighSurrogates && *unit < kSurrogatesEnd) {
      json.replace(at + 2, 4, "fffd");
      ++replaced;
    }
    at = json.find('\\', at + length);
  }
  return replaced;
}

void blank_numbers(std::string& json) {
  std::size_t at = 0;
  while (at < json.size()) {
    if (json[at] == '"') {
      at = string_end(json, at);
    } else if (is_digit(json[at]) || json[at] == '-') {
      std::size_t end = at;
      while (end < json.size() && may_belong_to_number(json[end])) ++end;
      if (number_length(std::string_view(json).substr(at, end - at)) == end - at) {
        json.replace(at, end - at, end - at, ' ');
        json[at] = '0';
      }
      at = end;
    } else {
      ++at;
    }
  }
}

std::vector<std::string_view> member_values(std::string_view object) {
  std::vector<std::string_view> values;
  std::size_t at = object.find('{') + 1;
  while (true) {
    at = skip_white_space(object, at);
    if (at >= object.size() || object[at] != '"') return values;  // the closing brace
    at = skip_white_space(object, string_end(object, at)) + 1;    // past the colon
    at = skip_white_space(object, at);
    const std::size_t end = value_end(object, at);
    values.push_back(object.substr(at, end - at));
    at = skip_white_space(object, end);
    if (at < object.size() && object[at] == ',') ++at;
  }
}

std::vector<std::string_view> element_values(std::string_view array) {
  std::vector<std::string_view> values;
  std::size_t at = array.find('[') + 1;
  while (true) {
    at = skip_white_space(array, at);
    if (at >= array.size() || array[at] == ']') return values;
    const std::size_t end = value_end(array, at);
    values.push_back(array.substr(at, end - at));
    at = skip_white_space(array, end);
    if (at < array.size() && array[at] == ',') ++at;
  }
}

std::string without_white_space(std::string_view json) {
  std::string compact;
  compact.reserve(json.size());
  std::size_t at = 0;
  while (at < json.size()) {
    std::size_t end = json[at] == '"' ? string_end(json, at) : at + 1;
    if (kWhiteSpace.find(json[at]) == std::string_view::npos) {
      compact += json.substr(at, end - at);
    }
    at = end;
  }
  return compact;
}

}  // namespace warraq::corpus
