#include "corpus/html/text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

/// What the bytes 0x80 to 0x9F are in windows-1252; 0 where they are nothing.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr std::size_t kLongestName = 8;  // thetasym

struct Reference {
  char32_t character = 0;
  std::size_t length = 0;  ///< with its &; 0 where it is none
};

char32_t as_scalar(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) number = kWindows1252[number - 0x80];
  const bool scalar = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return scalar ? number : analyzers::kReplacementCharacter;
}

Reference read_number(std::string_view text) {
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* const begin = text.data() + (hexadecimal ? 3 : 2);
  const char* const end = text.data() + text.size();
  std::uint32_t number = 0;
  const auto [last, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
  if (last == begin) return {};
  const bool closed = last != end && *last == ';';
  return {error == std::errc() ? as_scalar(number) : analyzers::kReplacementCharacter,
          static_cast<std::size_t>(last - text.data()) + (closed ? 1 : 0)};
}

Reference read_name(std::string_view text) {
  std::array<char, kLongestName + 1> name{};
  std::size_t length = 0;
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  while (length < kLongestName && length + 1 < text.size() && is_part(text[length + 1])) {
    name[length] = text[length + 1];
    ++length;
  }
  const bool closed = length + 1 < text.size() && text[length + 1] == ';';
  if (length < 2 || !closed) return {};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2's characters are unsigned
  const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.data()));
  return entity == nullptr ? Reference{} : Reference{entity->value, length + 2};
}

/// The reference that `text` begins with, at an &.
Reference read_reference(std::string_view text) {
  return text.size() > 2 && text[1] == '#' ? read_number(text) : read_name(text);
}

void append_space(std::string& out) {
  if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
}

constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (std::size_t c = 0; c <= 0x20; ++c) special[c] = true;
  special['&'] = special[0x7F] = true;
  special[0xC2] = true;  // U+0080 to U+00BF: controls, the no-break space, the soft hyphen
  special[0xEF] = true;  // U+FEFF among others
  return special;
}

/// What cannot be copied as it is.
constexpr std::array<bool, 256> kSpecial = make_special();

void append_character(std::string& out, char32_t character) {
  constexpr char32_t kNoBreakSpace = 0xA0;
  constexpr char32_t kSoftHyphen = 0xAD;
  constexpr char32_t kByteOrderMark = 0xFEFF;
  if (character == ' ' || (character >= '\t' && character <= '\r') || character == 0 ||
      character == kNoBreakSpace) {
    append_space(out);
  } else if (character >= 0x20 && (character < 0x7F || character >= 0xA0) &&
             character != kSoftHyphen && character != kByteOrderMark) {
    analyzers::append_utf8(character, out);
  }
}

}  // namespace

void append_html_text(std::string& out, std::string_view html) {
  while (!html.empty()) {
    const auto special = std::find_if(
        html.begin(), html.end(), [](char c) { return kSpecial[static_cast<unsigned char>(c)]; });
    const auto plain = static_cast<std::size_t>(special - html.begin());
    out.append(html.substr(0, plain));
    html.remove_prefix(plain);
    if (html.empty()) return;
    if (html.front() == '&') {
      const Reference reference = read_reference(html);
      append_character(out, reference.length == 0 ? U'&' : reference.character);
      html.remove_prefix(std::max<std::size_t>(reference.length, 1));
    } else {
      const analyzers::DecodedCharacter character = analyzers::decode_utf8(html, 0);
      append_character(out, character.code_point);
      html.remove_prefix(character.length);
    }
  }
}

std::string html_text(std::string_view html) {
  std::string text;
  append_html_text(text, html);
  return std::string(trimmed(text));
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // no continuation byte
  }));
}

}  // namespace warraq::corpus
