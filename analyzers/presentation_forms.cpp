#include "analyzers/presentation_forms.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <string_view>

#include "analyzers/characters.h"
#include "warraq/error.h"

namespace warraq::analyzers {
namespace {

constexpr char32_t kRialSign = 0xFDFC;
constexpr char32_t kBasmala = 0xFDFD;  // has no decomposition in Unicode
constexpr std::u32string_view kBasmalaWords = U"بسم الله الرحمن الرحيم";

std::u32string nfkc(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU has no NFKC data");
  const icu::UnicodeString source(static_cast<UChar32>(code_point));
  const icu::UnicodeString result = normalizer->normalize(source, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU could not normalise a character");
  std::u32string characters;
  for (int32_t i = 0; i < result.length(); i = result.moveIndex32(i, 1)) {
    characters.push_back(static_cast<char32_t>(result.char32At(i)));
  }
  return characters;
}

// The isolated forms of marks (ﹰ) decompose to a space and the mark; the space is only a carrier.
bool is_mark_on_space(const std::u32string& characters) {
  return characters.size() > 1 && characters[0] == U' ' &&
         classify(characters[1]) == CharacterClass::mark;
}

}  // namespace

PresentationForm decompose_presentation_form(char32_t code_point) {
  if (code_point == kBasmala) return {std::u32string(kBasmalaWords), true};
  std::u32string characters = nfkc(code_point);
  if (is_mark_on_space(characters)) characters.erase(0, 1);
  const bool several_words = characters.find(U' ') != std::u32string::npos;
  return {std::move(characters), several_words || code_point == kRialSign};
}

}  // namespace warraq::analyzers
