#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\v\f";

bool is_between(char c, unsigned char first, unsigned char last) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= first && byte <= last;
}

/// The bytes of the no-break space or the character without width that `text` begins with: U+00A0,
/// U+200B..U+200F, U+202A..U+202F, U+2060, U+2066..U+2069, U+FEFF; 0 for anything else.
std::size_t invisible_length(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.size() < 3) return 0;
  if (text.starts_with("\xEF\xBB\xBF")) return 3;
  const bool general = text.starts_with("\xE2\x80") &&
                       (is_between(text[2], 0x8B, 0x8F) || is_between(text[2], 0xAA, 0xAF));
  const bool joiner = text.starts_with("\xE2\x81") &&
                      (is_between(text[2], 0xA0, 0xA0) || is_between(text[2], 0xA6, 0xA9));
  return general || joiner ? 3 : 0;
}

std::size_t invisible_length_at_end(std::string_view text) {
  if (text.ends_with("\xC2\xA0")) return 2;
  return text.size() < 3 ? 0 : invisible_length(text.substr(text.size() - 3)) / 3 * 3;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

std::string_view without_blanks_around(std::string_view text) {
  for (std::size_t before = text.size() + 1; text.size() != before;) {
    before = text.size();
    text = trimmed(text);
    text.remove_prefix(invisible_length(text));
    text.remove_suffix(invisible_length_at_end(text));
  }
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = lower_ascii(c);
  return lower;
}

bool is_blank(std::string_view text) { return without_blanks_around(text).empty(); }

void append_hexadecimal(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 0xFU];
}

}  // namespace warraq::corpus
