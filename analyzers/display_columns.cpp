#include "warraq/analyzers/display_columns.h"

#include <unicode/uchar.h>

#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

std::size_t columns_of(char32_t character) {
  const auto code_point = static_cast<UChar32>(character);
  constexpr std::uint32_t kUnseen = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((U_GET_GC_MASK(code_point) & kUnseen) != 0) return 0;
  const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    columns += columns_of(character.code_point);
    at += character.length;
  }
  return columns;
}

std::string_view beginning_within_columns(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t taken = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    taken += columns_of(character.code_point);
    if (taken > columns) break;
    at += character.length;
  }
  return text.substr(0, at);
}

std::string_view end_within_columns(std::string_view text, std::size_t columns) {
  std::size_t left = display_columns(text);
  std::size_t at = 0;
  while (left > columns) {
    const DecodedCharacter character = decode_utf8(text, at);
    left -= columns_of(character.code_point);
    at += character.length;
  }
  // Marks of what was left out go with it.
  while (at > 0 && at < text.size()) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (columns_of(character.code_point) > 0) break;
    at += character.length;
  }
  return text.substr(at);
}

}  // namespace warraq::analyzers
