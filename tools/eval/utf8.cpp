#include "eval/utf8.h"

#include <cstddef>

namespace warraq::eval {
namespace {

/// A lead byte's continuation bytes, and the range that the first of them must lie in.
struct Sequence {
  std::size_t continuations;
  unsigned char low;
  unsigned char high;
};

constexpr Sequence kNone{0, 0x80, 0xBF};

Sequence sequence(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  return kNone;
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// The length of the sequence that begins at `at`; 0 where it is malformed.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  if (byte_at(bytes, at) < 0x80) return 1;
  Sequence expected = sequence(byte_at(bytes, at));
  if (expected.continuations == 0 || at + expected.continuations >= bytes.size()) return 0;
  for (std::size_t i = 1; i <= expected.continuations; ++i) {
    const unsigned char byte = byte_at(bytes, at + i);
    if (byte < expected.low || byte > expected.high) return 0;
    expected.low = kNone.low;
    expected.high = kNone.high;
  }
  return expected.continuations + 1;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace warraq::eval
