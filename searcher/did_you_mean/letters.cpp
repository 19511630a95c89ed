#include "searcher/did_you_mean/letters.h"

#include <utility>

namespace warraq::searcher {
namespace {

constexpr char32_t kFirstArabic = U'ء';
constexpr char32_t kLastArabic = U'ي';
constexpr std::size_t kArabicLetters = kLastArabic - kFirstArabic + 1;
constexpr std::u32string_view kOtherArabic = U"ٱپچڤگ";
constexpr std::size_t kLatinLetters = 26;
static_assert(kArabicLetters + kOtherArabic.size() + kLatinLetters <= kLetterCount);

constexpr char32_t family_head(char32_t character) {
  switch (character) {
    case U'ء':
    case U'آ':
    case U'أ':
    case U'إ':
    case U'ٱ':
      return U'ا';
    case U'ؤ':
      return U'و';
    case U'ئ':
    case U'ى':
      return U'ي';
    case U'ة':
      return U'ه';
    case U'پ':
      return U'ب';
    case U'چ':
      return U'ج';
    case U'ڤ':
      return U'ف';
    case U'گ':
      return U'ك';
    default:
      return character;
  }
}

constexpr std::u32string_view kFamilies = U"ابتثجحخدذرزسشصضطظعغفقكلمنهويabcdefghijklmnopqrstuvwxyz";

constexpr std::uint64_t family_bit(char32_t character) {
  const std::size_t family = kFamilies.find(family_head(character));
  // Letters of other languages between ours, and tatweel, which no word has, are one family.
  return std::uint64_t{1} << (family == std::u32string_view::npos ? kFamilies.size() : family);
}
static_assert(kFamilies.size() < 64);

constexpr Letter kNoLetter = 0xFF;

constexpr Letter number_of(char32_t character) {
  if (character >= kFirstArabic && character <= kLastArabic) {
    return static_cast<Letter>(character - kFirstArabic);
  }
  if (character >= U'a' && character <= U'z') {
    return static_cast<Letter>(kArabicLetters + kOtherArabic.size() + (character - U'a'));
  }
  const std::size_t other = kOtherArabic.find(character);
  if (other == std::u32string_view::npos) return kNoLetter;
  return static_cast<Letter>(kArabicLetters + other);
}

struct Known {
  Letter letter = kNoLetter;
  std::uint64_t family = 0;
};

constexpr Known known_of(char32_t character) {
  const Letter letter = number_of(character);
  return letter == kNoLetter ? Known{} : Known{letter, family_bit(character)};
}

// All letters are ASCII, or in the Arabic block, two bytes each.
template <char32_t first>
constexpr std::array<Known, 256> known_from() {
  std::array<Known, 256> result = {};
  for (char32_t i = 0; i < result.size(); ++i) result[i] = known_of(first + i);
  return result;
}
constexpr std::array<Known, 256> kAscii = known_from<0>();
constexpr char32_t kArabicBlock = 0x600;
constexpr std::array<Known, 256> kArabic = known_from<kArabicBlock>();

// The letter that begins at `at`, which it moves past it.
Known next_letter(std::string_view word, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(word[at++]);
  if (lead < 0x80) return kAscii[lead];
  constexpr unsigned char kFirstLead = 0xC0 | (kArabicBlock >> 6);
  constexpr unsigned char kLeads = 4;
  const auto block = static_cast<unsigned char>(lead - kFirstLead);
  if (block >= kLeads || at == word.size()) return {};
  const auto trail = static_cast<unsigned char>(word[at++]);
  if ((trail & 0xC0U) != 0x80U) return {};
  return kArabic[block * 64U + (trail & 0x3FU)];
}

}  // namespace

std::optional<Letter> letter_of(char32_t character) {
  const Letter letter = number_of(character);
  if (letter == kNoLetter) return std::nullopt;
  return letter;
}

std::optional<Letters> Letters::read(std::string_view word) {
  std::optional<Letters> result(std::in_place);
  for (std::size_t at = 0; at < word.size();) {
    const Known next = next_letter(word, at);
    if (next.letter == kNoLetter || result->size_ == kMaxLetters) return std::nullopt;
    result->letters_[result->size_++] = next.letter;
    result->families_ |= next.family;
  }
  if (result->size_ == 0) return std::nullopt;
  return result;
}

}  // namespace warraq::searcher
