#include "corpus/readers/text_check.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

/// How files begin that people keep beside their texts.
struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array<Signature, 8> kSignatures{{
    {0, "\xFF\xFE"sv, "text in UTF-16"},
    {0, "\xFE\xFF"sv, "text in UTF-16"},
    {0, "%PDF-"sv, "a PDF document"},
    {0, "PK\x03\x04"sv, "a ZIP archive or an office document"},
    {0, "\xD0\xCF\x11\xE0"sv, "an old office document"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {0, "Rar!\x1A"sv, "a RAR archive"},
    {257, "ustar"sv, "a tar archive"},
}};

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
  const auto* known =
      std::find_if(kSignatures.begin(), kSignatures.end(), [&](const Signature& signature) {
        return bytes.size() > signature.offset &&
               bytes.substr(signature.offset).starts_with(signature.bytes);
      });
  if (known != kSignatures.end()) {
    return "looks like " + std::string(known->name) + "; plain text must be UTF-8";
  }
  if (is_mostly_text(bytes)) return {};
  return "does not look like text in UTF-8; if it is text, convert it first (iconv -t UTF-8)";
}

}  // namespace warraq::corpus
