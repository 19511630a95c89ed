// What a line of a page says by its words and marks, in Arabic and in the languages that Arabic
// sites share their furniture with.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// Whether the line has a sentence's punctuation: an end, or a comma in it.
[[nodiscard]] bool is_sentence(std::string_view line);

/// «اقرأ أيضا», «مواضيع ذات صلة», «تابعونا على»: it leads to something else.
[[nodiscard]] bool leads_to_others(std::string_view line);

/// «لا تعبر عن رأي الموقع», «جميع الحقوق محفوظة».
[[nodiscard]] bool is_disclaimer(std::string_view line);

/// A decimal digit, ASCII, Arabic-Indic or Persian.
[[nodiscard]] bool has_digit(std::string_view text);

/// Whether both are the same letters and digits; neither may be empty of them.
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

/// Where `text` begins to speak of a change («آخر تحديث», "updated"): its size where it does not.
[[nodiscard]] std::size_t begin_of_change(std::string_view text);

/// A name without what stands before one: «بقلم:», «كتب», "By".
[[nodiscard]] std::string_view without_by(std::string_view byline);

}  // namespace warraq::corpus
