#include "corpus/article/text.h"

#include <algorithm>
#include <array>

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\v\f";

/// U+00A0, U+200B..U+200F, U+202A..U+202F, U+2060, U+2066..U+2069, U+FEFF.
constexpr std::array<std::string_view, 18> kInvisible{
    "\xC2\xA0",     "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x80\x8E", "\xE2\x80\x8F",
    "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x80\xAF",
    "\xE2\x81\xA0", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF"};

/// A quick look at the bytes at either edge, so that most texts need no more.
bool may_be_invisible(std::string_view text) {
  if (text.empty()) return false;
  const char first = text.front();
  const auto last = static_cast<unsigned char>(text.back());
  return first == '\xC2' || first == '\xE2' || first == '\xEF' || (last >= 0x8B && last <= 0xBF);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

std::string_view without_blanks_around(std::string_view text) {
  text = trimmed(text);
  while (may_be_invisible(text)) {
    const std::size_t before = text.size();
    for (const std::string_view one : kInvisible) {
      if (text.starts_with(one)) text.remove_prefix(one.size());
      if (text.ends_with(one)) text.remove_suffix(one.size());
    }
    text = trimmed(text);
    if (text.size() == before) break;
  }
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_blank(std::string_view text) { return without_blanks_around(text).empty(); }

void append_hexadecimal(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 0xFU];
}

}  // namespace warraq::corpus
