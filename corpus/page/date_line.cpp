#include "corpus/page/date_line.h"

#include <algorithm>
#include <array>

#include "corpus/article/name_key.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/date.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kLongestLine = 160;

/// What stands beside the date of a page: what publishing is called, the number of the issue, and
/// the time of day.
constexpr std::array<std::string_view, 33> kBesideDates{
    "م",      "ه",   "ص",     "ظ",       "صباحا",  "مساء",    "الساعه", "بتوقيت", "غرينتش",
    "جرينتش", "gmt", "am",    "pm",      "utc",    "تاريخ",   "النشر",  "نشر",    "في",
    "تم",     "اخر", "تحديث", "التحديث", "بتاريخ", "الموافق", "يوم",    "نشره",   "نشرت",
    "العدد",  "عدد", "رقم",   "السنه",   "هجريه",  "ميلاديه"};

bool is_beside_dates(std::string_view word) {
  const std::string key = name_key(word);
  const bool is_number =
      std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number ||
         std::find(kBesideDates.begin(), kBesideDates.end(), key) != kBesideDates.end();
}

bool is_nothing_else(std::string_view text) {
  constexpr std::string_view kSeparators = " \t:|/-,.()";
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(kSeparators), text.size());
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(kSeparators), text.size());
    if (!is_beside_dates(text.substr(0, end))) return false;
    text.remove_prefix(end);
  }
  return true;
}

}  // namespace

std::optional<std::string_view> date_of_line(std::string_view line) {
  line = without_blanks_around(line);
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  const analyzers::DateReading reading = analyzers::read_date(line);
  if (reading.date && !reading.labelled) return line;
  const std::optional<analyzers::FoundDate> found = analyzers::find_date(line);
  if (!found || !is_nothing_else(line.substr(0, found->begin)) ||
      !is_nothing_else(line.substr(found->end))) {
    return std::nullopt;
  }
  return line.substr(found->begin, found->end - found->begin);
}

}  // namespace warraq::corpus
