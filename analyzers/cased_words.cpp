#include "analyzers/cased_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "warraq/error.h"

namespace warraq::analyzers {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU: ") + u_errorName(status));
  }
}

icu::UnicodeString from_utf32(std::u32string_view text) {
  icu::UnicodeString result;
  for (const char32_t c : text) result.append(static_cast<UChar32>(c));
  return result;
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = icu::Normalizer2::getNFCInstance(status)->normalize(text, status);
  check(status);
  return result;
}

icu::UnicodeString compatibly_decomposed(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = icu::Normalizer2::getNFKDInstance(status)->normalize(text, status);
  check(status);
  return result;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

// Scripts whose readers leave marks out when they search. In others (Devanagari, Thai) marks are
// vowels, and words differ by them.
bool drops_marks(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  check(status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_HEBREW;
}

bool is_letter(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0; }

// Decomposition may give more than letters (ŀ is l and a middle dot): what would separate words
// must not stand in one.
icu::UnicodeString without_accents(const icu::UnicodeString& exact) {
  const icu::UnicodeString parts = compatibly_decomposed(exact);
  icu::UnicodeString letters;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    if (is_letter(parts.char32At(i))) letters.append(parts.char32At(i));
  }
  return composed(letters.foldCase());
}

}  // namespace

FoldedWord fold_cased_word(std::u32string_view word) {
  const icu::UnicodeString exact = composed(from_utf32(word).foldCase());
  FoldedWord result;
  result.exact = to_utf8(exact);
  if (std::any_of(word.begin(), word.end(), drops_marks)) {
    result.normalised = to_utf8(without_accents(exact));
  }
  if (result.normalised.empty()) result.normalised = result.exact;
  return result;
}

}  // namespace warraq::analyzers
