// Numbers, counts and dates as people read them. Digits are 0 to 9 in both languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "searcher/serve/page/html.h"
#include "warraq/analyzers/date.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher::serve {

/// What is counted, in the forms that Arabic numbers ask for (CLDR's plural rules): "مقالة واحدة",
/// "مقالتان", "3 مقالات", "11 مقالة", "100 مقالة".
struct Noun {
  std::string_view none;   ///< "لا مقالات"
  std::string_view one;    ///< "مقالة واحدة", with its number
  std::string_view two;    ///< "مقالتان", likewise
  std::string_view few;    ///< of 3 to 10, and of what ends in them: 103
  std::string_view many;   ///< of 11 to 99, likewise
  std::string_view other;  ///< of 100, 101, 102, 200 …
  std::string_view english;
};

inline constexpr Noun kArticle{"لا مقالات", "مقالة واحدة", "مقالتان", "مقالات",
                               "مقالة",     "مقالة",       "article"};
/// Behind "من", which asks for the genitive.
inline constexpr Noun kOfArticles{"لا مقالات", "مقالة واحدة", "مقالتين", "مقالات",
                                  "مقالة",     "مقالة",       "article"};
inline constexpr Noun kSourceNoun{"لا مصادر", "مصدر واحد", "مصدران", "مصادر",
                                  "مصدرًا",    "مصدر",      "source"};
inline constexpr Noun kResultNoun{"لا نتائج", "نتيجة واحدة", "نتيجتان", "نتائج",
                                  "نتيجة",    "نتيجة",       "result"};

[[nodiscard]] std::string counted(std::uint64_t number, const Noun& noun, Language language);

/// "من 1 إلى 10", "1–10": in Arabic words, for a dash between numbers is read from either side.
[[nodiscard]] std::string range(std::uint64_t first, std::uint64_t last, Language language);

/// "15 مارس 2018", "15 March 2018".
[[nodiscard]] std::string spelt(const analyzers::Date& day, Language language);
/// "مارس 2018"
[[nodiscard]] std::string spelt_month(const analyzers::Date& day, Language language);
/// The time that begins with `first`, as long as `interval`.
[[nodiscard]] std::string spelt(const analyzers::Date& first, Interval interval, Language language);

/// The last day of the interval that begins with `first`.
[[nodiscard]] analyzers::Date last_day(const analyzers::Date& first, Interval interval);

}  // namespace warraq::searcher::serve
