#include "corpus/article/utf8.h"

#include <simdjson.h>

namespace warraq::corpus {
namespace {

/// What may follow a lead byte: how many bytes, and the narrower range that the first of them has
/// (no overlong forms, no surrogates, nothing past U+10FFFF).
struct Continuation {
  std::size_t count = 0;
  unsigned char first_low = 0x80;
  unsigned char first_high = 0xBF;
};

Continuation continuation_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

Utf8Unit first_utf8_unit(std::string_view text) {
  constexpr unsigned char kAsciiEnd = 0x80;
  const unsigned char lead = byte_at(text, 0);
  if (lead < kAsciiEnd) return {1, true};
  const Continuation follows = continuation_of(lead);
  if (follows.count == 0) return {1, false};
  unsigned char low = follows.first_low;
  unsigned char high = follows.first_high;
  std::size_t length = 1;
  for (; length <= follows.count; ++length) {
    if (length == text.size()) return {length, false};
    const unsigned char next = byte_at(text, length);
    if (next < low || next > high) return {length, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

RepairedText repair_utf8(std::string_view text) {
  RepairedText repaired;
  repaired.text.reserve(text.size());
  while (!text.empty()) {
    const Utf8Unit unit = first_utf8_unit(text);
    repaired.text += unit.valid ? text.substr(0, unit.length) : kReplacementCharacter;
    repaired.replaced += unit.valid ? 0 : 1;
    text.remove_prefix(unit.length);
  }
  return repaired;
}

}  // namespace warraq::corpus
