#include "corpus/article/text.h"

#include <algorithm>
#include <array>

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\v\f";

/// U+00A0, U+200B..U+200F, U+202F, U+2060, U+FEFF.
constexpr std::array<std::string_view, 9> kInvisible{
    "\xC2\xA0",     "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x80\x8E",
    "\xE2\x80\x8F", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xEF\xBB\xBF"};

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

bool is_blank(std::string_view text) {
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const auto* invisible =
        std::find_if(kInvisible.begin(), kInvisible.end(),
                     [&](std::string_view character) { return text.starts_with(character); });
    if (invisible == kInvisible.end()) return false;
    text.remove_prefix(invisible->size());
  }
  return true;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

void append_hexadecimal(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 0xFU];
}

}  // namespace warraq::corpus
