#include "corpus/path_text.h"

#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

void append_percent(std::string& out, std::string_view bytes) {
  for (const char c : bytes) {
    out += '%';
    append_hexadecimal(out, static_cast<unsigned char>(c));
  }
}

}  // namespace

std::string path_text(std::string_view path) {
  std::string text;
  while (!path.empty()) {
    const analyzers::DecodedCharacter unit = analyzers::decode_utf8(path, 0);
    const std::string_view bytes = path.substr(0, unit.length);
    if (unit.valid) {
      text += bytes;
    } else {
      append_percent(text, bytes);
    }
    path.remove_prefix(unit.length);
  }
  return text;
}

}  // namespace warraq::corpus
