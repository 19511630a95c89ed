#include "warraq/analyzers/charset.h"

#include <unicode/localpointer.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzers/charset_labels.h"
#include "analyzers/charset_markup.h"
#include "analyzers/charset_model.h"
#include "analyzers/double_encoding.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

using namespace std::string_view_literals;

constexpr int kSure = 100;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF"sv;

int percent(double share) { return static_cast<int>(share * kSure); }

// ---- UTF-8 ----

struct Utf8Count {
  std::size_t beyond_ascii = 0;  // characters
  std::size_t usual = 0;         // of them, more than two bytes, or such as a text with Arabic has
  std::size_t faults = 0;        // maximal subparts
};

bool is_usual(char32_t c) { return (c >= 0xA0 && c <= 0xFF) || (c >= 0x600 && c <= 0x6FF); }

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedCharacter character = decode_utf8(bytes, at);
    if (!character.valid) {
      if (!is_cut_character(bytes.substr(at))) ++count.faults;
    } else if (character.length > 1) {
      ++count.beyond_ascii;
      if (character.length > 2 || is_usual(character.code_point)) ++count.usual;
    }
    at += character.length;
  }
  return count;
}

// Two letters of windows-1256 may be one of UTF-8 (ة» is ɻ), but they are no Arabic one, nor many.
bool is_utf8_whatever_declared(const Utf8Count& count) {
  constexpr std::size_t kMany = 4;
  return count.usual > 0 || count.beyond_ascii >= kMany;
}

// What is quickly seen not to pass is_utf8_with_faults(): a character takes a continuation byte at
// least, and a lead without one is a fault.
bool has_too_few_continuations(std::string_view bytes) {
  std::size_t leads = 0;
  std::size_t continuations = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    leads += byte >= 0xC0 ? 1 : 0;
    continuations += byte >= 0x80 && byte < 0xC0 ? 1 : 0;
  }
  return 3 * continuations < 2 * leads;
}

// Text of another set has a fault for nearly every letter.
bool is_utf8_with_faults(const Utf8Count& count) {
  return count.beyond_ascii > 0 && count.beyond_ascii >= 2 * count.faults;
}

// ---- UTF-16 ----

// What news is written in. U+2020-2025 are two characters of ASCII in a text of 8 bits.
bool is_plausible_unit(unsigned unit) {
  if (unit < 0x100) return (unit >= ' ' && unit != 0x7F) || (unit >= '\t' && unit <= '\r');
  return (unit >= 0x600 && unit <= 0x6FF) || (unit >= 0x200C && unit <= 0x201F) || unit == 0x2026 ||
         unit == 0xFEFF || (unit >= 0xFE70 && unit <= 0xFEFC);
}

// Half of the bytes of UTF-16 are 00 or 06: nothing else that is text has many such.
bool may_be_utf16(std::string_view bytes) {
  constexpr std::size_t kFirst = 512;
  constexpr std::size_t kShare = 4;
  const std::string_view first = bytes.substr(0, kFirst);
  const auto low = std::count_if(first.begin(), first.end(),
                                 [](char c) { return static_cast<unsigned char>(c) <= 0x06; });
  return first.size() > 2 && static_cast<std::size_t>(low) * kShare >= first.size();
}

std::optional<Charset> utf16_without_mark(std::string_view bytes) {
  constexpr std::size_t kEnough = 8192;
  constexpr double kLeast = 0.8;
  const std::size_t units = std::min(bytes.size(), kEnough) / 2;
  std::size_t little = 0;
  std::size_t big = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    if (is_plausible_unit(second * 0x100U + first)) ++little;
    if (is_plausible_unit(first * 0x100U + second)) ++big;
  }
  const double share = static_cast<double>(std::max(little, big)) / static_cast<double>(units);
  if (little == big || share < kLeast) return std::nullopt;
  return Charset{std::string(little > big ? kUtf16LE : kUtf16BE), CharsetBasis::detected,
                 percent(share)};
}

// ---- one byte a character, and what only ICU knows ----

constexpr int kMostConfident = 99;

// Whether decoding makes fewer faults than one in fifty bytes.
bool decodes_as(std::string_view bytes, const std::string& name) {
  constexpr std::size_t kEnough = 65536;
  constexpr std::size_t kTolerated = 50;
  const std::string_view beginning = bytes.substr(0, kEnough);
  return decode_as(beginning, Charset{name}).replaced * kTolerated <= beginning.size();
}

// ICU's detector, whose models are of three letters in a row.
std::optional<Charset> detected_by_icu(std::string_view text) {
  constexpr std::size_t kEnough = 16384;
  constexpr int32_t kLeast = 30;
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
  const std::string_view beginning = text.substr(0, kEnough);
  ucsdet_setText(detector.getAlias(), beginning.data(), static_cast<int32_t>(beginning.size()),
                 &status);
  const UCharsetMatch* match = ucsdet_detect(detector.getAlias(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const int32_t confidence = ucsdet_getConfidence(match, &status);
  const std::string name = charset_of_label(ucsdet_getName(match, &status));
  if (U_FAILURE(status) || confidence < kLeast || name.empty() || name == kUtf8 ||
      name == kUtf16LE || name == kUtf16BE) {
    return std::nullopt;
  }
  return Charset{name, CharsetBasis::detected, std::min<int>(confidence, kMostConfident)};
}

bool is_compared(std::string_view name) {
  return name == kWindows1256 || name == kIso8859Arabic || name == kIbm864 || name == kDos720 ||
         name == kWindows1252;
}

bool is_unicode(std::string_view name) {
  return name == kUtf8 || name == kUtf16LE || name == kUtf16BE;
}

bool has_beyond_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c & '\x80') != 0; });
}

// Of text that is neither UTF-8 nor UTF-16.
Charset decide_by_letters(std::string_view text, const std::string& declared) {
  const LetterGuess guess = guess_by_letters(text, declared);
  const int confidence = std::clamp(percent(guess.probability), 1, kMostConfident);

  constexpr double kContradicted = 16;
  if (!declared.empty() && !is_unicode(declared) && !is_compared(declared) &&
      guess.arabic_bits < kContradicted && decodes_as(text, declared)) {
    return {declared, CharsetBasis::declared, kSure / 2};
  }
  if (!guess.name.empty()) {
    const bool as_declared = guess.name == declared;
    return {std::string(guess.name), as_declared ? CharsetBasis::declared : CharsetBasis::detected,
            confidence};
  }
  if (is_compared(declared)) return {declared, CharsetBasis::declared, 1};
  std::optional<Charset> other = detected_by_icu(text);
  if (other) return *std::move(other);
  return {std::string(kWindows1256), CharsetBasis::assumed, 1};
}

// ---- all of them ----

struct Decision {
  Charset charset;
  bool valid_utf8 = false;  // every byte after a mark is known to be
};

Decision utf8(CharsetBasis basis, bool valid, int confidence = kSure) {
  return {{std::string(kUtf8), basis, confidence}, valid};
}

// Of bytes that are valid UTF-8, where something else is declared.
Decision decide_valid(std::string_view bytes, const std::string& declared) {
  const Utf8Count count = count_utf8(bytes);
  const bool plain = count.beyond_ascii == 0;
  if (is_unicode(declared) || declared.empty() || is_utf8_whatever_declared(count)) {
    return utf8(CharsetBasis::utf8, true);
  }
  // ASCII is the same in every set that is let through by charset_of_label() but IBM864.
  return {{declared, CharsetBasis::declared, plain ? kSure : kMostConfident}, false};
}

Decision decide(std::string_view bytes, std::string_view label, Markup markup) {
  if (bytes.starts_with("\xFF\xFE"sv)) {
    return {{std::string(kUtf16LE), CharsetBasis::byte_order_mark, kSure}};
  }
  if (bytes.starts_with("\xFE\xFF"sv)) {
    return {{std::string(kUtf16BE), CharsetBasis::byte_order_mark, kSure}};
  }
  const bool marked = bytes.starts_with(kUtf8Mark);
  if (marked) bytes.remove_prefix(kUtf8Mark.size());

  if (!marked && may_be_utf16(bytes)) {
    std::optional<Charset> found = utf16_without_mark(bytes);
    if (found) {
      if (charset_of_label(label) == found->name) found->basis = CharsetBasis::declared;
      return {*std::move(found)};
    }
  }
  const std::size_t valid = valid_utf8_length(bytes);
  const std::string declared = label == kUtf8 ? std::string(label) : charset_of_label(label);
  const CharsetBasis basis_of_utf8 = marked              ? CharsetBasis::byte_order_mark
                                     : declared == kUtf8 ? CharsetBasis::declared
                                                         : CharsetBasis::utf8;
  if (valid == bytes.size()) {
    if (marked || declared.empty() || declared == kUtf8) return utf8(basis_of_utf8, true);
    return decide_valid(bytes, declared);
  }
  std::string stripped;
  std::string_view text = bytes;
  if (markup == Markup::tags) {
    stripped = without_tags(bytes);
    if (has_beyond_ascii(stripped)) text = stripped;
  }
  const Utf8Count count = has_too_few_continuations(text) ? Utf8Count{} : count_utf8(text);
  if (is_utf8_with_faults(count)) {
    const bool strict = count.faults == 0;  // but for a character cut at the end
    const double all = static_cast<double>(count.beyond_ascii + count.faults);
    const CharsetBasis basis =
        basis_of_utf8 == CharsetBasis::utf8 && !strict ? CharsetBasis::detected : basis_of_utf8;
    return utf8(basis, false, percent(static_cast<double>(count.beyond_ascii) / all));
  }
  return {decide_by_letters(text, declared)};
}

}  // namespace

std::string_view name_of(CharsetBasis basis) {
  switch (basis) {
    case CharsetBasis::byte_order_mark:
      return "byte order mark";
    case CharsetBasis::declared:
      return "declared";
    case CharsetBasis::utf8:
      return "valid UTF-8";
    case CharsetBasis::detected:
      return "detected";
    case CharsetBasis::assumed:
      break;
  }
  return "assumed";
}

Charset decide_charset(std::string_view bytes, std::string_view declared, Markup markup) {
  return decide(bytes, declared, markup).charset;
}

DecodedText decode(std::string_view bytes, std::string_view declared, Markup markup) {
  Decision decision = decide(bytes, declared, markup);
  DecodedText decoded;
  if (decision.valid_utf8) {
    if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
    decoded.charset = std::move(decision.charset);
    decoded.doubly_encoded = repair_into(bytes, decoded.text);
    if (!decoded.doubly_encoded) decoded.text = bytes;
    return decoded;
  }
  decoded = decode_as(bytes, decision.charset);
  std::string repaired;
  if (is_unicode(decoded.charset.name) && repair_into(decoded.text, repaired)) {
    decoded.text = std::move(repaired);
    decoded.doubly_encoded = true;
  }
  return decoded;
}

}  // namespace warraq::analyzers
