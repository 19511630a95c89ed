#include "searcher/serve/page/wording.h"

#include <array>
#include <chrono>

#include "searcher/serve/page/phrases.h"
#include "warraq/counted.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::array<Phrase, 12> kMonths = {{{"يناير", "January"},
                                             {"فبراير", "February"},
                                             {"مارس", "March"},
                                             {"أبريل", "April"},
                                             {"مايو", "May"},
                                             {"يونيو", "June"},
                                             {"يوليو", "July"},
                                             {"أغسطس", "August"},
                                             {"سبتمبر", "September"},
                                             {"أكتوبر", "October"},
                                             {"نوفمبر", "November"},
                                             {"ديسمبر", "December"}}};

std::string_view form_of(std::uint64_t number, const Noun& noun) {
  const std::uint64_t rest = number % 100;
  if (rest >= 3 && rest <= 10) return noun.few;
  return rest >= 11 ? noun.many : noun.other;
}

analyzers::Date days_after(const analyzers::Date& first, int days) {
  namespace chrono = std::chrono;
  const chrono::year_month_day given{chrono::year(first.year),
                                     chrono::month(static_cast<unsigned>(first.month)),
                                     chrono::day(static_cast<unsigned>(first.day))};
  const chrono::year_month_day later = chrono::sys_days(given) + chrono::days(days);
  return {static_cast<int>(later.year()), static_cast<int>(static_cast<unsigned>(later.month())),
          static_cast<int>(static_cast<unsigned>(later.day()))};
}

}  // namespace

std::string counted(std::uint64_t number, const Noun& noun, Language language) {
  if (language == Language::english) return warraq::counted(number, noun.english);
  if (number == 0) return std::string(noun.none);
  if (number == 1) return std::string(noun.one);
  if (number == 2) return std::string(noun.two);
  return with_separators(number) + ' ' + std::string(form_of(number, noun));
}

std::string range(std::uint64_t first, std::uint64_t last, Language language) {
  const std::string from = std::to_string(first);
  const std::string to = std::to_string(last);
  if (first == last) return from;
  return language == Language::arabic ? "من " + from + " إلى " + to : from + "–" + to;
}

std::string spelt_month(const analyzers::Date& day, Language language) {
  const std::string_view name = kMonths.at(static_cast<std::size_t>(day.month - 1)).in(language);
  return std::string(name) + ' ' + std::to_string(day.year);
}

std::string spelt(const analyzers::Date& day, Language language) {
  return std::to_string(day.day) + ' ' + spelt_month(day, language);
}

std::string spelt(const analyzers::Date& first, Interval interval, Language language) {
  switch (interval) {
    case Interval::year:
      return std::to_string(first.year);
    case Interval::month:
      return spelt_month(first, language);
    case Interval::week:
      return std::string(phrase::kWeekOf.in(language)) + ' ' + spelt(first, language);
    case Interval::automatic:
    case Interval::day:
      break;
  }
  return spelt(first, language);
}

analyzers::Date last_day(const analyzers::Date& first, Interval interval) {
  switch (interval) {
    case Interval::year:
      return {first.year, 12, 31};
    case Interval::month: {
      const bool december = first.month == 12;
      return days_after({first.year + (december ? 1 : 0), december ? 1 : first.month + 1, 1}, -1);
    }
    case Interval::week:
      return days_after(first, 6);
    case Interval::automatic:
    case Interval::day:
      break;
  }
  return first;
}

}  // namespace warraq::searcher::serve
