// Characters of HTML as a reader of the page sees them.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// Appends `html`, which is UTF-8 with character references and no tags, to `out`: references
/// become characters (named ones of HTML 4, numbers with the WHATWG's reading of 128 to 159 as
/// windows-1252), white space becomes one space, none at the beginning of a line, and characters
/// that control nothing in a text go. What is no reference stays as it is.
void append_html_text(std::string& out, std::string_view html);

/// The same as a value: one line without white space around it.
[[nodiscard]] std::string html_text(std::string_view html);

/// How many characters `text` (UTF-8) has.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace warraq::corpus
