#include "corpus/readers/text_check.h"

#include <cstddef>
#include <string_view>

#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

bool is_unusual_control(char32_t c) {
  constexpr std::u32string_view kUsual = U"\t\n\v\f\r\x1B\x85";
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return is_control && kUsual.find(c) == std::u32string_view::npos;
}

bool is_mostly_text(std::string_view text, TextKind kind) {
  constexpr std::size_t kTolerated = 10;
  std::size_t characters = 0;
  std::size_t faults = 0;
  while (!text.empty()) {
    const analyzers::DecodedCharacter unit = analyzers::decode_utf8(text, 0);
    const bool is_fault =
        unit.code_point == analyzers::kReplacementCharacter || is_unusual_control(unit.code_point);
    text.remove_prefix(unit.length);
    if (kind == TextKind::markup && unit.code_point == 0) continue;
    ++characters;
    if (is_fault) ++faults;
  }
  return faults * kTolerated <= characters;
}

}  // namespace

std::string reason_not_text(const DecodedRecord& decoded, TextKind kind) {
  if (is_mostly_text(decoded.text, kind)) return {};
  return "does not look like text; if it is, convert it to UTF-8 first (iconv -t UTF-8)";
}

}  // namespace warraq::corpus
