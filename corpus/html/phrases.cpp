#include "corpus/html/phrases.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

/// Phrases are written as fold() leaves them.
constexpr std::array<std::string_view, 38> kLeading{
    "اقرا ايضا",     "اقرا المزيد",   "اقرؤوا ايضا",    "اقرا كذلك",      "اقرا في",
    "اقرا عن",       "شاهد ايضا",     "شاهد المزيد",    "شاهدوا ايضا",    "طالع ايضا",
    "طالعوا ايضا",   "انظر ايضا",     "تابع ايضا",      "تابعوا ايضا",    "تابعونا",
    "تابعنا",        "تابعوا",        "مواضيع ذات صله", "مواضيع متعلقه",  "موضوعات متعلقه",
    "موضوعات ذات",   "اخبار ذات صله", "اخبار متعلقه",   "مقالات ذات صله", "مواد ذات صله",
    "روابط ذات صله", "قد يهمك",       "قد يعجبك",       "ربما يعجبك",     "الاكثر قراءه",
    "لمزيد من",      "للمزيد",        "المزيد",         "شارك",           "الكلمات الدلاليه",
    "كلمات دلاليه",  "read also",     "read more"};

/// As they are written: a line is searched for each.
constexpr std::array<std::string_view, 9> kDisclaimers{
    "عبر عن رأي",   "عبر عن راي",     "عبر بالضرورة عن", "عن رأي الموقع",  "الحقوق محفوظة",
    "النشر محفوظة", "ights reserved", "ights Reserved",  "droits réservés"};

constexpr std::array<std::string_view, 9> kChanges{"آخر تحديث",  "اخر تحديث",     "أخر تحديث",
                                                   "تم التحديث", "تاريخ التحديث", "Last updated",
                                                   "Updated",    "Last modified", "updated"};

constexpr std::array<std::string_view, 12> kBy{"بقلم",  "كتبت",   "كتب",    "إعداد",
                                               "اعداد", "تحرير",  "By ",    "by ",
                                               "Par ",  "الكاتب", "المحرر", "مراسلنا"};

constexpr std::size_t kLongestLead = 160;  ///< bytes of a line that are compared

/// The line in lower case, without vowel marks and tatweel, and with hamza on alef, ة and ى folded;
/// what stands before its first letter is left out.
std::string fold(std::string_view line) {
  std::string folded;
  for (std::size_t at = 0; at < line.size();) {
    const analyzers::DecodedCharacter unit = analyzers::decode_utf8(line, at);
    at += unit.length;
    char32_t letter = unit.code_point;
    if ((letter >= 0x64B && letter <= 0x65F) || letter == 0x640 || letter == 0x670) continue;
    if (letter == 0x622 || letter == 0x623 || letter == 0x625) letter = 0x627;
    if (letter == 0x649) letter = 0x64A;
    if (letter == 0x629) letter = 0x647;
    if (letter >= 'A' && letter <= 'Z') letter = letter - 'A' + 'a';
    const bool word = (letter >= 'a' && letter <= 'z') || (letter >= 0x620 && letter < 0x66A);
    if (folded.empty() && !word) continue;
    analyzers::append_utf8(letter, folded);
  }
  return folded;
}

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c < 0x600) || (c >= 0x620 && c < 0x66A) || (c >= 0x66E && c < 0x2000);
}

/// Whether the character at `at` is a decimal digit; moves past it.
bool digit_at(std::string_view text, std::size_t& at) {
  const analyzers::DecodedCharacter unit = analyzers::decode_utf8(text, at);
  at += unit.length;
  const char32_t c = unit.code_point;
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}

/// The next letter or digit of `text` from `at` on, which moves past it; 0 at the end.
char32_t next_letter(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const analyzers::DecodedCharacter unit = analyzers::decode_utf8(text, at);
    at += unit.length;
    if (is_letter_or_digit(unit.code_point)) return unit.code_point;
  }
  return 0;
}

}  // namespace

bool is_sentence(std::string_view line) {
  constexpr std::array<std::string_view, 10> kEnds{".", "!", "؟",  "?", "…",
                                                   ":", "»", "\"", "”", "۔"};
  return line.find("،") != std::string_view::npos || line.find(", ") != std::string_view::npos ||
         std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return line.ends_with(end); });
}

bool leads_to_others(std::string_view line) {
  const std::string folded = fold(analyzers::beginning_within(line, kLongestLead));
  return std::any_of(kLeading.begin(), kLeading.end(),
                     [&](std::string_view lead) { return folded.starts_with(lead); });
}

bool is_disclaimer(std::string_view line) {
  constexpr std::size_t kLongest = 300;
  if (line.size() > kLongest) return false;
  return std::any_of(kDisclaimers.begin(), kDisclaimers.end(), [&](std::string_view phrase) {
    // std::string_view::find() stops at every letter of the alphabet's half.
    return memmem(line.data(), line.size(), phrase.data(), phrase.size()) != nullptr;
  });
}

bool has_digit(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (digit_at(text, at)) return true;
  }
  return false;
}

bool same_words(std::string_view a, std::string_view b) {
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  bool any = false;
  while (true) {
    const char32_t letter = next_letter(a, at_a);
    if (letter != next_letter(b, at_b)) return false;
    if (letter == 0) return any;
    any = true;
  }
}

std::size_t begin_of_change(std::string_view text) {
  std::size_t begin = text.size();
  for (const std::string_view change : kChanges) begin = std::min(begin, text.find(change));
  return begin;
}

std::string_view without_by(std::string_view byline) {
  constexpr std::string_view kAround = " :-|/\t";
  constexpr std::string_view kDash = "–";
  std::string_view name = trimmed(byline);
  for (const std::string_view by : kBy) {
    if (!name.starts_with(by)) continue;
    const std::string_view rest = name.substr(by.size());
    if (rest.empty()) return {};
    if (by.ends_with(' ') || kAround.find(rest.front()) != std::string_view::npos) {
      name = rest;
      break;
    }
  }
  name.remove_prefix(std::min(name.find_first_not_of(kAround), name.size()));
  if (name.starts_with(kDash)) name.remove_prefix(kDash.size());
  return trimmed(name);
}

}  // namespace warraq::corpus
