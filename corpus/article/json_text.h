// Work on JSON text itself, where a parser's values would lose what has to be kept or mended.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::corpus {

/// Appends `text`, which must be valid UTF-8, as a JSON string.
void append_json_string(std::string& json, std::string_view text);

/// Mends the escapes in `json` that stand for no character of a text, without moving anything: NUL
/// becomes a space, and a surrogate without its other half becomes U+FFFD. Returns how many
/// surrogates were replaced. `json` need not be valid.
std::size_t mend_escapes(std::string& json);

/// Overwrites every well-formed number outside strings with a 0 and spaces, so that a parser that
/// holds numbers in 64 bits can check the rest of a text with larger ones in it.
void blank_numbers(std::string& json);

/// The values of an object's members as they are written, in order. `object` must be the text of a
/// valid JSON object, with nothing but white space around it.
[[nodiscard]] std::vector<std::string_view> member_values(std::string_view object);

/// The same of an array's elements.
[[nodiscard]] std::vector<std::string_view> element_values(std::string_view array);

/// One past the string whose opening quote is at `at`; the end of `json` where it is not closed.
[[nodiscard]] std::size_t string_end(std::string_view json, std::size_t at);

/// `json`, which must be valid, without the white space between its tokens.
[[nodiscard]] std::string without_white_space(std::string_view json);

}  // namespace warraq::corpus
