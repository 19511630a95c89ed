// The controls of a web page as they come out when the page is saved as text.
#pragma once

#include <string_view>

namespace warraq::corpus {

/// Whether `line` is made of nothing but controls: «ت + ت - الحجم الطبيعي», «شارك | اطبع | Email»,
/// «A+ A A-». A sentence with such a word in it («شارك الآلاف في المسيرة») is none, and neither is
/// a line that has only the words that controls share with other titles («الحجم»).
[[nodiscard]] bool is_control_line(std::string_view line);

}  // namespace warraq::corpus
