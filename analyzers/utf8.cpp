#include "warraq/analyzers/utf8.h"

#include <array>
#include <bit>
#include <cstring>

namespace warraq::analyzers {
namespace {

// What may follow a lead byte: Table 3-7 of the Unicode Standard. Only the second byte has a range
// that depends on the lead; it is what rules out overlong forms, surrogates and values over 10FFFF.
struct Lead {
  std::uint32_t length;
  unsigned char second_min;
  unsigned char second_max;
  unsigned char payload_mask;
};

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t word_at(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + offset, kWord);
  return word;
}

constexpr bool is_ascii(std::uint64_t word) { return (word & 0x8080808080808080U) == 0; }

// Four characters of two bytes, as most of an Arabic text is: 110xxxxx 10xxxxxx, the first byte
// lowest. C0 and C1, which lead nothing, have the four upper bits of their payload clear.
constexpr bool is_four_pairs(std::uint64_t word) {
  constexpr std::uint64_t kTopOfEach = 0x1E001E001E001EU;
  constexpr std::uint64_t kCarry = 0x20002000200020U;
  if (std::endian::native != std::endian::little) return false;
  if ((word & 0xC0E0C0E0C0E0C0E0U) != 0x80C080C080C080C0U) return false;
  return (((word & kTopOfEach) + kTopOfEach) & kCarry) == kCarry;
}

constexpr Lead kNoLead{0, 0, 0, 0};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF, 0x1F};
  if (byte == 0xE0) return {3, 0xA0, 0xBF, 0x0F};
  if (byte == 0xED) return {3, 0x80, 0x9F, 0x0F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF, 0x0F};
  if (byte == 0xF0) return {4, 0x90, 0xBF, 0x07};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF, 0x07};
  if (byte == 0xF4) return {4, 0x80, 0x8F, 0x07};
  return kNoLead;
}

}  // namespace

DecodedCharacter decode_multibyte_utf8(std::string_view text, std::size_t offset) {
  const auto byte_at = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char first = byte_at(offset);
  const Lead lead = lead_of(first);
  char32_t code_point = first & lead.payload_mask;
  for (std::uint32_t i = 1; i < lead.length; ++i) {
    if (offset + i >= text.size()) return {kReplacementCharacter, i, false};
    const unsigned char byte = byte_at(offset + i);
    const unsigned char min = i == 1 ? lead.second_min : 0x80;
    const unsigned char max = i == 1 ? lead.second_max : 0xBF;
    if (byte < min || byte > max) return {kReplacementCharacter, i, false};
    code_point = (code_point << 6) | (byte & 0x3F);
  }
  if (lead.length == 0) return {kReplacementCharacter, 1, false};
  return {code_point, lead.length, true};
}

bool is_cut_character(std::string_view text) {
  const DecodedCharacter character = decode_utf8(text, 0);
  return !character.valid && character.length == text.size() &&
         character.length < lead_of(static_cast<unsigned char>(text.front())).length;
}

std::size_t valid_utf8_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + kWord <= text.size()) {
      const std::uint64_t word = word_at(text, at);
      if (is_ascii(word) || is_four_pairs(word)) {
        at += kWord;
        continue;
      }
    }
    const DecodedCharacter character = decode_utf8(text, at);
    if (!character.valid) return at;
    at += character.length;
  }
  return at;
}

char* encode_utf8(char32_t code_point, char* out) {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
  const auto continuation = [](char32_t bits) { return 0x80 | (bits & 0x3F); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(continuation(code_point));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(continuation(code_point >> 6));
    put(continuation(code_point));
  } else {
    put(0xF0 | (code_point >> 18));
    put(continuation(code_point >> 12));
    put(continuation(code_point >> 6));
    put(continuation(code_point));
  }
  return out;
}

void append_utf8(char32_t code_point, std::string& out) {
  std::array<char, kMaxUtf8Length> buffer{};
  const char* const begin = buffer.data();
  const char* const end = encode_utf8(code_point, buffer.data());
  out.append(begin, end);
}

}  // namespace warraq::analyzers
