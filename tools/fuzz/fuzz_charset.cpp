// Any bytes, any label: deciding and decoding end, give valid UTF-8, and agree with themselves
// however a stream is cut. The first bytes of the input choose label, markup and cut. With
// sanitizers: cmake -DWARRAQ_BUILD_FUZZ=ON -DWARRAQ_SANITIZE=address,undefined …
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/utf8.h"

namespace {

using namespace warraq::analyzers;

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

constexpr std::array<std::string_view, 12> kLabels = {
    "",      "utf-8",  "cp1256",  "iso-8859-1", "arabic", "utf-16",
    "cp864", "gb2312", "dos-720", "shift_jis",  "euc-kr", "koi8-r"};

// By decode_utf8(), one character after another.
bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (!character.valid) return false;
    at += character.length;
  }
  return true;
}

std::string in_pieces(std::string_view bytes, std::size_t step, const Charset& charset) {
  StreamDecoder decoder(charset);
  std::string text;
  for (; bytes.size() > step; bytes.remove_prefix(step)) {
    decoder.decode(bytes.substr(0, step), false, text);
  }
  decoder.decode(bytes, true, text);
  return text;
}

void check(std::string_view bytes, std::string_view label, Markup markup, std::size_t step) {
  require(is_valid_utf8(bytes) == (valid_utf8_length(bytes) == bytes.size()),
          "two judgements of UTF-8");
  const DecodedText decoded = decode(bytes, label, markup);
  require(is_valid_utf8(decoded.text), "valid UTF-8");
  const Charset charset = decide_charset(bytes, label, markup);
  require(charset.name == decoded.charset.name, "one decision");
  require(charset.confidence >= 0 && charset.confidence <= 100, "percent");
  const DecodedText as_decided = decode_as(bytes, charset);
  require(is_valid_utf8(as_decided.text), "valid UTF-8");
  require(decoded.doubly_encoded || as_decided.text == decoded.text, "decode() is decode_as()");
  require(in_pieces(bytes, step, charset) == as_decided.text, "a stream cut anywhere");
  require(is_valid_utf8(repair_double_encoding(decoded.text)), "valid UTF-8");
  require(declared_in_markup(bytes).size() <= bytes.size(), "a label out of the markup");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 2), size - 2);
  const std::size_t step = 1 + data[1] % 16;
  const Markup markup = data[1] >= 128 ? Markup::tags : Markup::none;
  check(bytes, kLabels.at(data[0] % kLabels.size()), markup, step);
  return 0;
}
