#include "corpus/readers/text_check.h"

#include <cstddef>

#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

bool is_unusual_control(char c) {
  constexpr std::string_view kUsual = "\t\n\v\f\r\x1B";
  return static_cast<unsigned char>(c) < 0x20 && kUsual.find(c) == std::string_view::npos;
}

bool is_mostly_text(std::string_view bytes) {
  constexpr std::size_t kTolerated = 10;
  std::size_t characters = 0;
  std::size_t faults = 0;
  while (!bytes.empty()) {
    const analyzers::DecodedCharacter unit = analyzers::decode_utf8(bytes, 0);
    ++characters;
    if (!unit.valid || is_unusual_control(bytes.front())) ++faults;
    bytes.remove_prefix(unit.length);
  }
  return faults * kTolerated <= characters;
}

}  // namespace

std::string reason_not_text(std::string_view bytes) {
  if (is_mostly_text(bytes)) return {};
  return "does not look like text in UTF-8; if it is text, convert it first (iconv -t UTF-8)";
}

}  // namespace warraq::corpus
