#include "analyzers/byte_table.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>

#include "analyzers/charset_labels.h"
#include "analyzers/presentation_forms.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

namespace warraq::analyzers {
namespace {

constexpr unsigned char kFirstBeyondAscii = 0x80;

// IBM864 has the tail of a letter such as س apart; ICU makes it U+200B (and iconv nothing).
constexpr char32_t kTail = 0x200B;

std::u32string character_in_icu(UConverter* converter, unsigned char byte) {
  const char encoded = static_cast<char>(byte);
  const char* source = &encoded;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_resetToUnicode(converter);
  const UChar32 character = ucnv_getNextUChar(converter, &source, source + 1, &status);
  if (U_FAILURE(status)) return {kReplacementCharacter};
  return {static_cast<char32_t>(character)};
}

// The text is to be the one that a reader would type.
std::u32string as_typed(char32_t character) {
  if (character == kTail) return {};
  if (!is_presentation_form(character)) return {character};
  return decompose_presentation_form(character).characters;
}

}  // namespace

const ByteTable& ByteTable::of(std::string_view name) {
  static const ByteTable windows_1256(kWindows1256.data());
  static const ByteTable windows_1252(kWindows1252.data());
  static const ByteTable iso_8859_6(kIso8859Arabic.data());
  static const ByteTable ibm_864(kIbm864.data());
  static const ByteTable dos_720(kDos720.data());
  if (name == kWindows1256) return windows_1256;
  if (name == kWindows1252) return windows_1252;
  if (name == kIso8859Arabic) return iso_8859_6;
  if (name == kIbm864) return ibm_864;
  if (name == kDos720) return dos_720;
  throw Error(ErrorCode::internal, "no table of the character set " + std::string(name));
}

ByteTable::ByteTable(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU has no character set ") + name);
  }
  for (unsigned byte = 0; byte < kBytes; ++byte) {
    const auto encoded = static_cast<unsigned char>(byte);
    // ICU has IBM's own ideas of three controls (1A, 1C, 7F).
    const bool control = byte < ' ' || byte == 0x7F;
    std::u32string found = control ? std::u32string{static_cast<char32_t>(byte)}
                                   : character_in_icu(converter.getAlias(), encoded);
    add(encoded, as_typed(found.front()));
  }
}

void ByteTable::add(unsigned char byte, std::u32string characters) {
  Utf8& utf8 = utf8_.at(byte);
  std::string encoded;
  for (const char32_t character : characters) append_utf8(character, encoded);
  utf8.length = static_cast<std::uint8_t>(std::min(encoded.size(), kLongest));
  std::copy_n(encoded.begin(), utf8.length, utf8.bytes.begin());
  utf8.replaced = characters == std::u32string{kReplacementCharacter};
  const bool single = byte >= kFirstBeyondAscii && characters.size() == 1;
  if (single && characters.front() < kInverseSize) inverse_.at(characters.front()) = byte;
  characters_.at(byte) = std::move(characters);
}

std::size_t ByteTable::decode(std::string_view bytes, std::string& out) const {
  std::size_t replaced = 0;
  const std::size_t before = out.size();
  out.resize(before + bytes.size() * kLongest);
  char* end = out.data() + before;
  for (const char byte : bytes) {
    const Utf8& utf8 = utf8_[static_cast<unsigned char>(byte)];
    std::memcpy(end, utf8.bytes.data(), kLongest);
    end += utf8.length;
    replaced += utf8.replaced ? 1 : 0;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return replaced;
}

}  // namespace warraq::analyzers
