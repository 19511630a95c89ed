// Where letters lie on a keyboard: the Arabic one of PCs ("Arabic 101", XKB's `ara`) over a QWERTY.
#pragma once

#include <string>
#include <string_view>

namespace warraq::searcher {

/// Whether the keys of two characters, of one layout, touch each other.
[[nodiscard]] bool are_neighbouring_keys(char32_t a, char32_t b);

/// What would have been written had the keyboard been in Arabic: «الصراع» for hgwvhx. Whatever is
/// on no Arabic key stays, quotation marks and line breaks among it.
[[nodiscard]] std::string typed_in_arabic(std::string_view latin);

/// The other way round: google for لخخلمث. لا is on one key (b) and on two (gh): `one_key` says
/// which is taken.
[[nodiscard]] std::string typed_in_latin(std::string_view arabic, bool one_key);

}  // namespace warraq::searcher
