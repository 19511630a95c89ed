#include "corpus/article/utf8.h"

#include <simdjson.h>

#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

RepairedText repair_utf8(std::string_view text) {
  RepairedText repaired;
  repaired.text.reserve(text.size());
  while (!text.empty()) {
    const analyzers::DecodedCharacter first = analyzers::decode_utf8(text, 0);
    repaired.text += first.valid ? text.substr(0, first.length) : kReplacementCharacter;
    repaired.replaced += first.valid ? 0 : 1;
    text.remove_prefix(first.length);
  }
  return repaired;
}

}  // namespace warraq::corpus
