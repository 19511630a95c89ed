#include "tests/analyzers/encoded.h"

#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers::test {
namespace {

iconv_t opened(const std::string& to, const std::string& from) {
  iconv_t converter = iconv_open(to.c_str(), from.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what iconv.h says it returns
  if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error("no iconv for " + to);
  return converter;
}

// All of `bytes`, or nothing.
std::string converted(iconv_t converter, std::string bytes) {
  std::array<char, 16> out{};
  char* from = bytes.data();
  char* to = out.data();
  std::size_t from_left = bytes.size();
  std::size_t to_left = out.size();
  iconv(converter, nullptr, nullptr, nullptr, nullptr);
  const std::size_t irreversible = iconv(converter, &from, &from_left, &to, &to_left);
  if (irreversible != 0 || from_left != 0) return {};
  return {out.data(), out.size() - to_left};
}

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter next = decode_utf8(text, at);
    characters.push_back(next.code_point);
    at += next.length;
  }
  return characters;
}

// The shapes of U+0621-064A in Unicode's order: alone, at the end, at the beginning, in the middle.
// 0 where a letter has no shapes.
constexpr std::array<char16_t, 42> kFirstShapes = {
    0xFE80, 0xFE81, 0xFE83, 0xFE85, 0xFE87, 0xFE89, 0xFE8D, 0xFE8F, 0xFE93, 0xFE95, 0xFE99,
    0xFE9D, 0xFEA1, 0xFEA5, 0xFEA9, 0xFEAB, 0xFEAD, 0xFEAF, 0xFEB1, 0xFEB5, 0xFEB9, 0xFEBD,
    0xFEC1, 0xFEC5, 0xFEC9, 0xFECD, 0,      0,      0,      0,      0,      0,      0xFED1,
    0xFED5, 0xFED9, 0xFEDD, 0xFEE1, 0xFEE5, 0xFEE9, 0xFEED, 0xFEEF, 0xFEF1};

char32_t first_shape(char32_t letter) {
  return letter >= 0x0621 && letter <= 0x064A ? kFirstShapes.at(letter - 0x0621) : 0;
}

// Whether a letter is joined to the one after it.
bool joins_next(char32_t letter) {
  constexpr std::u32string_view kNever = U"ءآأؤإاةدذرزوى";
  return letter == U'ـ' ||
         (first_shape(letter) != 0 && kNever.find(letter) == std::u32string_view::npos);
}

bool joins_previous(char32_t letter) {
  return letter == U'ـ' || (first_shape(letter) != 0 && letter != U'ء');
}

}  // namespace

Encoder::Encoder(std::string name) : name_(std::move(name)), converter_(opened(name_, "UTF-8")) {}

Encoder::~Encoder() { iconv_close(converter_); }

const std::string& Encoder::bytes_of(char32_t character) {
  const auto [entry, is_new] = known_.try_emplace(character);
  if (is_new) {
    std::string utf8;
    append_utf8(character, utf8);
    entry->second = converted(converter_, std::move(utf8));
  }
  return entry->second;
}

// IBM864 has no more than two shapes of most letters: the nearest one serves.
const std::string& Encoder::shaped(std::u32string_view text, std::size_t at) {
  const char32_t first = name_ == "IBM864" ? first_shape(text[at]) : 0;
  if (first == 0) return bytes_of(text[at]);
  const bool before = at > 0 && joins_next(text[at - 1]);
  const bool after = at + 1 < text.size() && joins_next(text[at]) && joins_previous(text[at + 1]);
  static const std::array<std::vector<char32_t>, 4> kNearest = {
      {{0, 1, 2}, {1, 0, 2}, {2, 3, 0}, {3, 2, 0}}};
  const std::size_t wanted = (after ? 2U : 0U) + (before ? 1U : 0U);
  for (const char32_t shape : kNearest.at(wanted)) {
    const std::string& bytes = bytes_of(first + shape);
    if (!bytes.empty()) return bytes;
  }
  return bytes_of(text[at]);
}

std::string Encoder::encode(std::string_view text) {
  const std::u32string characters = characters_of(text);
  std::string bytes;
  for (std::size_t i = 0; i < characters.size(); ++i) bytes += shaped(characters, i);
  return bytes;
}

std::string Encoder::kept(std::string_view text) {
  const std::u32string characters = characters_of(text);
  std::string kept;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (!shaped(characters, i).empty()) append_utf8(characters[i], kept);
  }
  return kept;
}

std::string doubly_encoded(std::string_view text, const std::string& name) {
  iconv_t converter = opened("UTF-8", name);
  std::string encoded;
  for (const char byte : text) {
    const std::string again = converted(converter, std::string(1, byte));
    encoded += again;
    if (again.empty()) append_utf8(static_cast<unsigned char>(byte), encoded);
  }
  iconv_close(converter);
  return encoded;
}

}  // namespace warraq::analyzers::test
