#include "warraq/analyzers/utf8.h"

#include <array>

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

// Validation as an automaton without branches, which words of unforeseeable length would
// mispredict: a state is the number of a bit, and each byte has, at the bit of every state, the
// next state. (https://gist.github.com/pervognsen/218ea17743e1442e59bb60d29b1aa725)
constexpr unsigned kStateBits = 6;
enum State : unsigned {
  kInvalid,
  kBetween = kStateBits,      // between characters
  kOneMore = 2 * kStateBits,  // one continuation byte to come, two, three
  kTwoMore = 3 * kStateBits,
  kThreeMore = 4 * kStateBits,
  kAfterE0 = 5 * kStateBits,  // the leads that not every second byte may follow
  kAfterED = 6 * kStateBits,
  kAfterF0 = 7 * kStateBits,
  kAfterF4 = 8 * kStateBits,
};

constexpr State state_after(unsigned char lead) {
  if (lead < 0x80) return kBetween;
  switch (lead) {
    case 0xE0:
      return kAfterE0;
    case 0xED:
      return kAfterED;
    case 0xF0:
      return kAfterF0;
    case 0xF4:
      return kAfterF4;
    default:
      break;
  }
  constexpr std::array<State, kMaxUtf8Length + 1> kAfter = {kInvalid, kInvalid, kOneMore, kTwoMore,
                                                            kThreeMore};
  return kAfter.at(lead_of(lead).length);
}

constexpr std::array<std::uint64_t, 256> make_steps() {
  std::array<std::uint64_t, 256> steps{};
  const auto add = [&steps](unsigned byte, State from, State to) {
    steps.at(byte) |= std::uint64_t{to} << from;
  };
  for (unsigned byte = 0; byte < steps.size(); ++byte) {
    add(byte, kBetween, state_after(static_cast<unsigned char>(byte)));
    if (byte < 0x80 || byte > 0xBF) continue;
    add(byte, kOneMore, kBetween);
    add(byte, kTwoMore, kOneMore);
    add(byte, kThreeMore, kTwoMore);
    if (byte >= 0xA0) add(byte, kAfterE0, kOneMore);
    if (byte <= 0x9F) add(byte, kAfterED, kOneMore);
    if (byte >= 0x90) add(byte, kAfterF0, kTwoMore);
    if (byte <= 0x8F) add(byte, kAfterF4, kTwoMore);
  }
  return steps;
}

constexpr std::array<std::uint64_t, 256> kSteps = make_steps();
constexpr std::uint64_t kStateMask = 63;

std::uint64_t state_past(std::uint64_t state, std::string_view block) {
  for (const char byte : block) {
    state = kSteps[static_cast<unsigned char>(byte)] >> (state & kStateMask);
  }
  return state & kStateMask;
}

bool is_ascii(std::string_view block) {
  char any = 0;
  for (const char byte : block) any = static_cast<char>(any | byte);
  return (any & '\x80') == 0;
}

// Where the last character begins that begins before `at`.
std::size_t last_lead(std::string_view text, std::size_t at) {
  for (std::size_t back = 1; back < kMaxUtf8Length && back <= at; ++back) {
    if ((static_cast<unsigned char>(text[at - back]) & 0xC0U) != 0x80U) return at - back;
  }
  return at;
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
  constexpr std::size_t kBlock = 64;
  std::uint64_t state = kBetween;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view block = text.substr(at, kBlock);
    if (state != kBetween || !is_ascii(block)) state = state_past(state, block);
    if (state == kInvalid) break;
    at += block.size();
  }
  if (state == kBetween) return text.size();
  // Somewhere after `at`, or in the character that was begun before it.
  at = last_lead(text, at);
  while (at < text.size()) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (!character.valid) break;
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
