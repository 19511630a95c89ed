#include "analyzers/date_words.h"

#include <algorithm>
#include <array>

namespace warraq::analyzers {
namespace {

struct Name {
  std::string_view text;
  int value;
};

// Whether `text` is as tokens are: an alef without hamza, ه for ة, ي for ى, lower case, no space.
constexpr bool is_normalised(std::string_view text) {
  for (const std::string_view letter : {"أ", "إ", "آ", "ة", "ى", " "}) {
    if (text.find(letter) != std::string_view::npos) return false;
  }
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

template <std::size_t N>
constexpr std::array<Name, N> sorted(std::array<Name, N> names) {
  std::sort(names.begin(), names.end(),
            [](const Name& left, const Name& right) { return left.text < right.text; });
  return names;
}

// A name that is not normalised would never be met, and one that is there twice might be met as
// either: both stop the build.
template <std::size_t N>
constexpr bool is_well_made(const std::array<Name, N>& names) {
  for (std::size_t i = 0; i < N; ++i) {
    if (!is_normalised(names[i].text)) return false;
    if (i > 0 && names[i - 1].text == names[i].text) return false;
  }
  return true;
}

template <std::size_t N>
std::optional<int> look_up(const std::array<Name, N>& names, std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto found =
      std::lower_bound(names.begin(), names.end(), text,
                       [](const Name& name, std::string_view value) { return name.text < value; });
  if (found == names.end() || found->text != text) return std::nullopt;
  return found->value;
}

constexpr auto kGregorianMonths = sorted(std::to_array<Name>({
    // Egypt, Sudan, Gulf, Yemen, and the press of all countries
    {"يناير", 1},
    {"فبراير", 2},
    {"مارس", 3},
    {"ابريل", 4},
    {"مايو", 5},
    {"مايس", 5},
    {"يونيو", 6},
    {"يونيه", 6},
    {"يوليو", 7},
    {"يوليه", 7},
    {"اغسطس", 8},
    {"سبتمبر", 9},
    {"اكتوبر", 10},
    {"اوكتوبر", 10},
    {"نوفمبر", 11},
    {"ديسمبر", 12},
    // Syria, Lebanon, Iraq, Jordan, Palestine
    {"كانونالثاني", 1},
    {"كانونثاني", 1},
    {"كانونثان", 1},
    {"شباط", 2},
    {"اذار", 3},
    {"نيسان", 4},
    {"ايار", 5},
    {"حزيران", 6},
    {"تموز", 7},
    {"اب", 8},
    {"ايلول", 9},
    {"تشرينالاول", 10},
    {"تشريناول", 10},
    {"تشرينالثاني", 11},
    {"تشرينثاني", 11},
    {"تشرينثان", 11},
    {"كانونالاول", 12},
    {"كانوناول", 12},
    // Tunisia, Algeria
    {"جانفي", 1},
    {"فيفري", 2},
    {"افريل", 4},
    {"ماي", 5},
    {"جوان", 6},
    {"جويليه", 7},
    {"اوت", 8},
    // Morocco
    {"يوليوز", 7},
    {"غشت", 8},
    {"شتنبر", 9},
    {"نونبر", 11},
    {"دجنبر", 12},
    // Mauritania
    {"اغشت", 8},
    {"شتمبر", 9},
    {"دجمبر", 12},
    // Libya, 1986 to 2011
    {"ايالنار", 1},
    {"النار", 1},
    {"النوار", 2},
    {"الربيع", 3},
    {"الطير", 4},
    {"الماء", 5},
    {"الصيف", 6},
    {"ناصر", 7},
    {"هانيبال", 8},
    {"الفاتح", 9},
    {"التمور", 10},
    {"الحرث", 11},
    {"الكانون", 12},
    // English
    {"january", 1},
    {"february", 2},
    {"march", 3},
    {"april", 4},
    {"may", 5},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"sept", 9},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
    // French, without accents
    {"janvier", 1},
    {"janv", 1},
    {"fevrier", 2},
    {"fevr", 2},
    {"fev", 2},
    {"mars", 3},
    {"avril", 4},
    {"avr", 4},
    {"mai", 5},
    {"juin", 6},
    {"juillet", 7},
    {"juil", 7},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"decembre", 12},
}));
static_assert(is_well_made(kGregorianMonths));

constexpr auto kHijriMonths = sorted(std::to_array<Name>({
    {"محرم", 1},
    {"المحرم", 1},
    {"صفر", 2},
    {"ربيعالاول", 3},
    {"ربيعاول", 3},
    {"ربيعالاخر", 4},
    {"ربيعاخر", 4},
    {"ربيعالثاني", 4},
    {"ربيعثاني", 4},
    {"ربيعثان", 4},
    {"جماديالاولي", 5},
    {"جماديالاول", 5},
    {"جمادياول", 5},
    {"جمادياولي", 5},
    {"جمادالاول", 5},
    {"جمادالاولي", 5},
    {"جماداول", 5},
    {"جماديالاخره", 6},
    {"جماديالاخر", 6},
    {"جماديالاخري", 6},
    {"جمادياخر", 6},
    {"جماديالثاني", 6},
    {"جماديالثانيه", 6},
    {"جماديثاني", 6},
    {"جماديثان", 6},
    {"جمادالاخر", 6},
    {"جمادالاخره", 6},
    {"جمادالثاني", 6},
    {"جمادالثانيه", 6},
    {"جمادثاني", 6},
    {"رجب", 7},
    {"شعبان", 8},
    {"رمضان", 9},
    {"شوال", 10},
    {"ذوالقعده", 11},
    {"ذيالقعده", 11},
    {"ذاالقعده", 11},
    {"ذوالحجه", 12},
    {"ذيالحجه", 12},
    {"ذاالحجه", 12},
    // English, as Gulf agencies write them
    {"muharram", 1},
    {"safar", 2},
    {"rajab", 7},
    {"shaaban", 8},
    {"shaban", 8},
    {"ramadan", 9},
    {"shawwal", 10},
}));
static_assert(is_well_made(kHijriMonths));

constexpr auto kWeekdays = sorted(std::to_array<Name>({
    {"الاحد", 0},    {"الاثنين", 1},  {"الثلاثاء", 2}, {"الاربعاء", 3}, {"الخميس", 4},
    {"الجمعه", 5},   {"السبت", 6},    {"احد", 0},      {"اثنين", 1},    {"ثلاثاء", 2},
    {"اربعاء", 3},   {"خميس", 4},     {"جمعه", 5},     {"سبت", 6},      {"الثلثاء", 2},
    {"الاتنين", 1},  {"sunday", 0},   {"monday", 1},   {"tuesday", 2},  {"wednesday", 3},
    {"thursday", 4}, {"friday", 5},   {"saturday", 6}, {"sun", 0},      {"mon", 1},
    {"tue", 2},      {"tues", 2},     {"wed", 3},      {"thu", 4},      {"thur", 4},
    {"thurs", 4},    {"fri", 5},      {"sat", 6},      {"dimanche", 0}, {"lundi", 1},
    {"mardi", 2},    {"mercredi", 3}, {"jeudi", 4},    {"vendredi", 5}, {"samedi", 6},
    {"dim", 0},      {"lun", 1},      {"mar", 2},      {"mer", 3},      {"jeu", 4},
    {"ven", 5},      {"sam", 6},
}));
static_assert(is_well_made(kWeekdays));

constexpr auto kOrdinals = sorted(std::to_array<Name>({
    {"اول", 1},
    {"الاول", 1},
    {"الفاتح", 1},
    {"غره", 1},
    {"الحادي", 1},
    {"الثاني", 2},
    {"الثالث", 3},
    {"الرابع", 4},
    {"الخامس", 5},
    {"السادس", 6},
    {"السابع", 7},
    {"الثامن", 8},
    {"التاسع", 9},
    {"العاشر", 10},
    {"العشرين", 20},
    {"العشرون", 20},
    {"الثلاثين", 30},
    {"الثلاثون", 30},
}));
static_assert(is_well_made(kOrdinals));

constexpr auto kRaises = sorted(std::to_array<Name>({
    {"عشر", 10},
    {"والعشرين", 20},
    {"والعشرون", 20},
    {"وعشرين", 20},
    {"والثلاثين", 30},
    {"والثلاثون", 30},
    {"وثلاثين", 30},
}));
static_assert(is_well_made(kRaises));

constexpr int kGregorian = static_cast<int>(Calendar::gregorian);
constexpr int kHijri = static_cast<int>(Calendar::hijri);

constexpr auto kCalendars = sorted(std::to_array<Name>({
    {"م", kGregorian},
    {"ميلادي", kGregorian},
    {"ميلاديه", kGregorian},
    {"للميلاد", kGregorian},
    {"ad", kGregorian},
    {"ه", kHijri},
    {"هجري", kHijri},
    {"هجريه", kHijri},
    {"للهجره", kHijri},
    {"ah", kHijri},
}));
static_assert(is_well_made(kCalendars));

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
}

using Words = std::string_view;
constexpr auto kJoinsMonth = std::to_array<Words>({"من", "شهر", "لشهر", "of", "de"});
constexpr auto kJoinsYear =
    std::to_array<Words>({"من", "عام", "العام", "لعام", "للعام", "سنه", "السنه", "لسنه", "of"});
constexpr auto kHonours = std::to_array<Words>(
    {"المبارك", "الحرام", "الخير", "المظفر", "المكرم", "المعظم", "الكريم", "الفرد"});
constexpr auto kDaySuffixes = std::to_array<Words>({"st", "nd", "rd", "th", "er"});
constexpr auto kBeforeOrdinal = std::to_array<Words>(
    {"في",   "وفي", "يوم",  "اليوم", "منذ",  "حتي",  "من",  "الي", "قبل", "بعد", "بتاريخ",
     "ليله", "ليل", "صباح", "فجر",   "مساء", "عشيه", "غدا", "امس", "هو",  "كان"});
constexpr auto kBeforeWeekday = std::to_array<Words>({"يوم", "اليوم"});
constexpr auto kEquals =
    std::to_array<Words>({"الموافق", "الموافقه", "موافق", "الموافقل", "المصادف", "ل"});
constexpr auto kBeforeTime =
    std::to_array<Words>({"الساعه", "ساعه", "علي", "في", "عند", "at", "a"});
constexpr auto kHalvesOfDay =
    std::to_array<Words>({"ص", "م", "صباحا", "مساء", "مساءا", "ظهرا", "فجرا", "ليلا", "am", "pm"});
constexpr auto kBeforeZone = std::to_array<Words>({"بتوقيت", "توقيت", "بالتوقيت"});
constexpr auto kZones = std::to_array<Words>(
    {"z",   "utc", "gmt",  "ut",  "est", "edt",  "cst", "cdt",  "mst", "mdt", "pst",    "pdt",
     "wet", "bst", "west", "cet", "eet", "cest", "msk", "eest", "ast", "gst", "غرينتش", "جرينتش"});

}  // namespace

std::optional<MonthName> month_named(std::string_view name) {
  if (const auto month = look_up(kGregorianMonths, name)) {
    return MonthName{Calendar::gregorian, *month};
  }
  if (const auto month = look_up(kHijriMonths, name)) return MonthName{Calendar::hijri, *month};
  return std::nullopt;
}

std::optional<int> weekday_named(std::string_view name) { return look_up(kWeekdays, name); }

std::optional<int> ordinal_named(std::string_view word) { return look_up(kOrdinals, word); }

std::optional<int> raise_named(std::string_view word) { return look_up(kRaises, word); }

std::optional<Calendar> calendar_named(std::string_view word) {
  const std::optional<int> calendar = look_up(kCalendars, word);
  if (!calendar) return std::nullopt;
  return static_cast<Calendar>(*calendar);
}

bool is_date_word(std::string_view word, DateWord purpose) {
  switch (purpose) {
    case DateWord::joins_month:
      return contains(kJoinsMonth, word);
    case DateWord::joins_year:
      return contains(kJoinsYear, word);
    case DateWord::honours:
      return contains(kHonours, word);
    case DateWord::day_suffix:
      return contains(kDaySuffixes, word);
    case DateWord::before_ordinal:
      return contains(kBeforeOrdinal, word);
    case DateWord::before_weekday:
      return contains(kBeforeWeekday, word);
    case DateWord::equals:
      return contains(kEquals, word);
    case DateWord::before_time:
      return contains(kBeforeTime, word);
    case DateWord::half_of_day:
      return contains(kHalvesOfDay, word);
    case DateWord::before_zone:
      return contains(kBeforeZone, word);
    case DateWord::zone:
      return contains(kZones, word);
  }
  return false;
}

}  // namespace warraq::analyzers
