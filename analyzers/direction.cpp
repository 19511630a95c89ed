#include "warraq/analyzers/direction.h"

#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

constexpr char32_t kFirstStrongIsolate = 0x2068;
constexpr char32_t kPopDirectionalIsolate = 0x2069;

// The bidirectional controls of UAX #9 and the deprecated format characters beside them.
bool is_direction_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x206F);
}

// C0, DEL, C1 (a terminal may obey ESC and CSI in either form) and the separators of lines.
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string displayable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool in_controls = false;  // a run of them is one space: CR LF and indentation take no more
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    at += character.length;
    if (is_direction_control(character.code_point)) continue;
    const bool control = is_control(character.code_point);
    if (!control) {
      append_utf8(character.code_point, result);
    } else if (!in_controls) {
      result.push_back(' ');
    }
    in_controls = control;
  }
  return result;
}

std::string isolate(std::string_view text) {
  std::string result;
  append_utf8(kFirstStrongIsolate, result);
  result += displayable(text);
  append_utf8(kPopDirectionalIsolate, result);
  return result;
}

}  // namespace warraq::analyzers
