#include "analyzers/charset_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "analyzers/byte_table.h"
#include "analyzers/charset_labels.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

constexpr std::size_t kBytes = 256;
constexpr unsigned kFirstBeyondAscii = 0x80;

struct Frequency {
  char32_t character;
  double per_100000;  // of the characters beyond ASCII
};

// Letters as counted in Arabic news; marks and punctuation, whose use is a matter of house style,
// and Persian's letters, rounded up to what others use.
constexpr std::array kArabic{
    Frequency{U'ا', 15037}, Frequency{U'ل', 11389}, Frequency{U'ي', 7419},
    Frequency{U'م', 6302},  Frequency{U'و', 5196},  Frequency{U'ن', 4977},
    Frequency{U'ت', 4640},  Frequency{U'ر', 4615},  Frequency{U'ة', 3824},
    Frequency{U'ب', 3767},  Frequency{U'ع', 3036},  Frequency{U'د', 3009},
    Frequency{U'س', 2653},  Frequency{U'ف', 2494},  Frequency{U'ق', 2245},
    Frequency{U'ه', 2160},  Frequency{U'ح', 1907},  Frequency{U'أ', 1747},
    Frequency{U'ج', 1566},  Frequency{U'ك', 1528},  Frequency{U'ص', 1024},
    Frequency{U'ط', 1009},  Frequency{U'ش', 939},   Frequency{U'إ', 848},
    Frequency{U'ى', 827},   Frequency{U'خ', 764},   Frequency{U'ض', 707},
    Frequency{U'،', 667},   Frequency{U'ز', 664},   Frequency{U'ذ', 514},
    Frequency{U'ث', 491},   Frequency{U'ئ', 431},   Frequency{U'غ', 382},
    Frequency{U'ء', 347},   Frequency{U'ظ', 199},   Frequency{U'ؤ', 125},
    Frequency{U'آ', 100},   Frequency{U'ـ', 50},    Frequency{U'\u0651', 200},
    Frequency{U'ً', 150},    Frequency{U'َ', 60},     Frequency{U'ُ', 50},
    Frequency{U'ِ', 50},     Frequency{U'ْ', 30},     Frequency{U'ٍ', 20},
    Frequency{U'ٌ', 20},     Frequency{U'؟', 80},    Frequency{U'؛', 30},
    Frequency{U'«', 300},   Frequency{U'»', 300},   Frequency{U'“', 150},
    Frequency{U'”', 150},   Frequency{U'–', 150},   Frequency{U'…', 100},
    Frequency{U'‘', 40},    Frequency{U'’', 40},    Frequency{U'\u00A0', 200},
    Frequency{U'٠', 60},    Frequency{U'١', 60},    Frequency{U'٢', 60},
    Frequency{U'٣', 60},    Frequency{U'٤', 60},    Frequency{U'٥', 60},
    Frequency{U'٦', 60},    Frequency{U'٧', 60},    Frequency{U'٨', 60},
    Frequency{U'٩', 60},    Frequency{U'ک', 100},   Frequency{U'گ', 100},
    Frequency{U'پ', 60},    Frequency{U'چ', 60},    Frequency{U'ژ', 20},
};

// French above all, which the archives of the Maghreb have beside Arabic, and its neighbours.
constexpr std::array kLatin{
    Frequency{U'é', 25000}, Frequency{U'’', 15000}, Frequency{U'à', 9000},
    Frequency{U'è', 6000},  Frequency{U'ç', 2500},  Frequency{U'ê', 3000},
    Frequency{U'â', 1000},  Frequency{U'î', 1200},  Frequency{U'ô', 1500},
    Frequency{U'û', 1000},  Frequency{U'ù', 700},   Frequency{U'ï', 300},
    Frequency{U'ë', 300},   Frequency{U'œ', 500},   Frequency{U'É', 1500},
    Frequency{U'À', 800},   Frequency{U'«', 3000},  Frequency{U'»', 3000},
    Frequency{U'“', 2500},  Frequency{U'”', 2500},  Frequency{U'\u00A0', 6000},
    Frequency{U'–', 2000},  Frequency{U'—', 500},   Frequency{U'…', 500},
    Frequency{U'‘', 500},   Frequency{U'ü', 3000},  Frequency{U'ö', 2000},
    Frequency{U'ä', 3500},  Frequency{U'ß', 800},   Frequency{U'ñ', 1200},
    Frequency{U'ó', 2500},  Frequency{U'á', 2500},  Frequency{U'í', 2500},
    Frequency{U'ú', 800},   Frequency{U'º', 200},   Frequency{U'°', 300},
    Frequency{U'©', 300},   Frequency{U'®', 200},   Frequency{U'€', 300},
    Frequency{U'£', 200},   Frequency{U'•', 300},
};

constexpr double kRareLatinLetter = 30;
constexpr double kRare = 2;
constexpr double kImpossible = 0.01;

// How often such a byte stands beside a letter of ASCII.
constexpr double kArabicBesideLatin = 0.02;
constexpr double kLatinBesideLatin = 0.85;

// Per byte, of a text in none of these sets. If every byte were as probable as another it would be
// 8; Russian and others, of which some bytes are frequent Arabic letters by chance, come out at 6.7
// to 7.5, Arabic in the right set at 4.4 to 5.2.
constexpr double kBitsOfNone = 6.5;

struct Candidate {
  std::string_view name;
  bool arabic;
  double prior_bits;     // how much rarer in archives than windows-1256
  double declared_bits;  // what a declaration adds
};

constexpr std::array kCandidates{
    Candidate{kWindows1256, true, 0, 16},   Candidate{kIso8859Arabic, true, -3, 16},
    Candidate{kIbm864, true, -6, 16},       Candidate{kDos720, true, -8, 16},
    Candidate{kWindows1252, false, -1, 10},
};
constexpr double kPriorOfNone = -6;

bool is_control(char32_t character) { return character >= 0x80 && character < 0xA0; }

bool is_latin_letter(char32_t character) { return character >= 0xC0 && character <= 0xFF; }

template <typename Frequencies>
double listed(const Frequencies& frequencies, char32_t character) {
  const auto* found =
      std::find_if(frequencies.begin(), frequencies.end(),
                   [&](const Frequency& each) { return each.character == character; });
  return found == frequencies.end() ? 0 : found->per_100000;
}

double arabic_frequency(const std::u32string& characters) {
  if (characters.empty()) return kRare;
  // Ligatures are of ل and a kind of ا; a sixth of the ل come in them.
  const double ligature = characters.size() > 1 ? 1.0 / 6 : 1;
  return listed(kArabic, characters.back()) * ligature;
}

double frequency(const Candidate& candidate, const std::u32string& characters) {
  const char32_t first = characters.empty() ? U' ' : characters.front();
  if (first == kReplacementCharacter || is_control(first)) return kImpossible;
  if (candidate.arabic) return std::max(arabic_frequency(characters), kRare);
  const double least = is_latin_letter(first) ? kRareLatinLetter : kRare;
  return std::max(listed(kLatin, first), least);
}

using Bits = std::array<double, kBytes>;

// log2 of the probability of each byte. A letter that has several shapes shares its own among them.
Bits bits_of(const Candidate& candidate) {
  const ByteTable& table = ByteTable::of(candidate.name);
  Bits bits{};
  for (unsigned byte = kFirstBeyondAscii; byte < kBytes; ++byte) {
    const std::u32string& characters = table.characters(static_cast<unsigned char>(byte));
    int shapes = 0;
    for (unsigned other = kFirstBeyondAscii; other < kBytes; ++other) {
      if (table.characters(static_cast<unsigned char>(other)) == characters) ++shapes;
    }
    const double share = frequency(candidate, characters) / 100000;
    const bool letter = share > kImpossible / 100000;
    bits.at(byte) = std::log2(letter ? share / shapes : share);
  }
  return bits;
}

const std::array<Bits, kCandidates.size()>& models() {
  static const auto all = [] {
    std::array<Bits, kCandidates.size()> made{};
    std::transform(kCandidates.begin(), kCandidates.end(), made.begin(), bits_of);
    return made;
  }();
  return all;
}

struct Counts {
  std::array<std::uint32_t, kBytes> bytes{};
  double total = 0;
  double beside_latin = 0;
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Counts count(std::string_view text) {
  Counts counts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < kFirstBeyondAscii) continue;
    ++counts.bytes[byte];
    ++counts.total;
    const bool beside = (i > 0 && is_ascii_letter(text[i - 1])) ||
                        (i + 1 < text.size() && is_ascii_letter(text[i + 1]));
    if (beside) ++counts.beside_latin;
  }
  return counts;
}

double bits_of_text(const Counts& counts, std::size_t candidate) {
  const Bits& model = models().at(candidate);
  double bits = 0;
  for (unsigned byte = kFirstBeyondAscii; byte < kBytes; ++byte) {
    bits += counts.bytes.at(byte) * model.at(byte);
  }
  const double beside = kCandidates.at(candidate).arabic ? kArabicBesideLatin : kLatinBesideLatin;
  bits += counts.beside_latin * std::log2(beside);
  return bits + (counts.total - counts.beside_latin) * std::log2(1 - beside);
}

}  // namespace

LetterGuess guess_by_letters(std::string_view text, std::string_view declared) {
  const Counts counts = count(text);
  const double none = kPriorOfNone - kBitsOfNone * counts.total;
  double latin = none;
  double arabic = -HUGE_VAL;
  LetterGuess guess;
  double best = none;
  std::vector<double> all{none};
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    const Candidate& candidate = kCandidates.at(i);
    const double evidence = bits_of_text(counts, i);
    const double bits = evidence + candidate.prior_bits +
                        (candidate.name == declared ? candidate.declared_bits : 0);
    double& of_kind = candidate.arabic ? arabic : latin;
    of_kind = std::max(of_kind, evidence);
    all.push_back(bits);
    if (bits <= best) continue;
    best = bits;
    guess.name = candidate.name;
  }
  double sum = 0;
  for (const double bits : all) sum += std::exp2(bits - best);
  guess.probability = 1 / sum;
  guess.arabic_bits = arabic - latin;
  return guess;
}

}  // namespace warraq::analyzers
