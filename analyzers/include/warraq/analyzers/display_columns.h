// How wide text is on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace warraq::analyzers {

/// The columns that `text` takes where every character has a cell of its own: none for marks and
/// what is not seen, two for the wide characters of East Asian scripts (UAX #11), one for all
/// others. A terminal that joins لا into one letter takes one less for it.
[[nodiscard]] std::size_t display_columns(std::string_view text);

/// The longest beginning of `text` that takes `columns` or less, its last character with its marks.
[[nodiscard]] std::string_view beginning_within_columns(std::string_view text, std::size_t columns);
/// The same of its end.
[[nodiscard]] std::string_view end_within_columns(std::string_view text, std::size_t columns);

}  // namespace warraq::analyzers
