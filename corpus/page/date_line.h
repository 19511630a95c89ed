// The line of a saved page that says when it was published.
#pragma once

#include <optional>
#include <string_view>

namespace warraq::corpus {

/// The date in `line` as it is written, if the line is nothing but a date: weekday, day, month and
/// year in words or numbers, Gregorian or Hijri, with or without a time or what publishing is
/// called («نُشر في: الجمعة 9 آذار/مارس 2018 | آخر تحديث 14:20», of which that day is the date) or a
/// paper's number («العدد 16018 - الأربعاء 2 مايو 2012»).
[[nodiscard]] std::optional<std::string_view> date_of_line(std::string_view line);

}  // namespace warraq::corpus
