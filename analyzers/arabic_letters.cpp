#include "analyzers/arabic_letters.h"

#include <algorithm>
#include <array>

#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

constexpr char32_t kFirst = 0x0600;
constexpr char32_t kLast = 0x06FF;

/// One letter for each of the Arabic block's code points; itself where nothing is said.
using LetterTable = std::array<char32_t, kLast - kFirst + 1>;

struct Mapping {
  char32_t from;
  char32_t to;
};

template <std::size_t N>
constexpr LetterTable table_of(const std::array<Mapping, N>& mappings) {
  LetterTable table{};
  for (char32_t c = kFirst; c <= kLast; ++c) table[c - kFirst] = c;
  for (const Mapping& mapping : mappings) table[mapping.from - kFirst] = mapping.to;
  return table;
}

constexpr auto kExact = table_of(std::array<Mapping, 16>{{
    {0x06A9, 0x0643},  // ک keheh → ك
    {0x06AA, 0x0643},  // ڪ swash kaf → ك
    {0x06BA, 0x0646},  // ں noon ghunna → ن
    {0x06BE, 0x0647},  // ھ heh doachashmee → ه
    {0x06C0, 0x0647},  // ۀ heh with yeh above → ه, as its decomposition U+06D5 U+0654
    {0x06C1, 0x0647},  // ہ heh goal → ه
    {0x06C2, 0x0647},  // ۂ heh goal with hamza above → ه
    {0x06C3, 0x0629},  // ۃ teh marbuta goal → ة
    {0x06CC, 0x064A},  // ی Farsi yeh → ي
    {0x06CD, 0x064A},  // ۍ yeh with tail → ي
    {0x06CE, 0x064A},  // ێ yeh with small v → ي
    {0x06D0, 0x064A},  // ې e → ي
    {0x06D2, 0x064A},  // ے yeh barree → ي
    {0x06D3, 0x0626},  // ۓ yeh barree with hamza above → ئ, as its decomposition U+06D2 U+0654
    {0x06D5, 0x0647},  // ە ae → ه
    {0x06FF, 0x0647},  // ۿ heh with inverted v → ه
}});

constexpr auto kNormalised = table_of(std::array<Mapping, 12>{{
    {0x0622, 0x0627},  // آ → ا
    {0x0623, 0x0627},  // أ → ا
    {0x0625, 0x0627},  // إ → ا
    {0x0671, 0x0627},  // ٱ → ا
    {0x0672, 0x0627},  // ٲ → ا
    {0x0673, 0x0627},  // ٳ → ا
    {0x0675, 0x0627},  // ٵ → ا
    {0x0649, 0x064A},  // ى → ي
    {0x0629, 0x0647},  // ة → ه
    {0x067E, 0x0628},  // پ → ب
    {0x06A4, 0x0641},  // ڤ → ف
    {0x0686, 0x062C},  // چ → ج
}});

constexpr char32_t look_up(const LetterTable& table, char32_t letter) {
  return letter >= kFirst && letter <= kLast ? table[letter - kFirst] : letter;
}

}  // namespace

char32_t exact_letter(char32_t letter) { return look_up(kExact, letter); }

char32_t normalised_letter(char32_t exact_letter) { return look_up(kNormalised, exact_letter); }

char32_t composed_letter(char32_t exact_letter, char32_t mark) {
  constexpr char32_t kAlef = 0x0627;
  constexpr char32_t kWaw = 0x0648;
  constexpr char32_t kAlefMaksura = 0x0649;
  constexpr char32_t kYeh = 0x064A;
  switch (mark) {
    case 0x0653:  // maddah above
      return exact_letter == kAlef ? 0x0622 : exact_letter;
    case 0x0654:  // hamza above
      if (exact_letter == kAlef) return 0x0623;
      if (exact_letter == kWaw) return 0x0624;
      if (exact_letter == kYeh || exact_letter == kAlefMaksura) return 0x0626;
      return exact_letter;
    case 0x0655:  // hamza below
      return exact_letter == kAlef ? 0x0625 : exact_letter;
    default:
      return exact_letter;
  }
}

void fold_arabic(std::string_view exact, char* out) {
  std::size_t at = 0;
  while (at < exact.size()) {
    const std::size_t length = utf8_length(exact[at]);
    if (length == 2) {
      const auto lead = static_cast<char32_t>(static_cast<unsigned char>(exact[at]));
      const auto trail = static_cast<char32_t>(static_cast<unsigned char>(exact[at + 1]));
      out = encode_utf8(normalised_letter(((lead & 0x1F) << 6) | (trail & 0x3F)), out);
    } else {
      out = std::copy_n(exact.data() + at, length, out);
    }
    at += length;
  }
}

}  // namespace warraq::analyzers
