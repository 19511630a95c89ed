// The umm al-qura calendar, as Saudi Arabia counts the months of the Hijri year.
#pragma once

#include <optional>

#include "warraq/analyzers/date.h"

namespace warraq::analyzers {

inline constexpr int kFirstHijriYear = 1300;
inline constexpr int kLastHijriYear = 1500;
inline constexpr int kMonths = 12;

/// The Gregorian date of a day of the Hijri calendar, by ICU's tables; nothing where the day does
/// not exist or its year is outside 1300..1500. Thread-safe.
[[nodiscard]] std::optional<Date> gregorian_of_hijri(int year, int month, int day);

}  // namespace warraq::analyzers
