// A line, or a field, that is a credit and nothing else.
#pragma once

#include <string_view>

#include "warraq/corpus/credits.h"

namespace warraq::corpus {

/// How much of a credit is taken on trust.
enum class CreditPlace {
  author_field,  ///< «القاهرة - هالة منصور» names a person
  body,          ///< «القاهرة - هالة منصور» may be two teams
  closing,  ///< «الإذاعة - رويترز»: what stands before the agency may be no place either
};

/// Adds what `line` says to `credits`; false, and nothing added, where it says anything else.
bool add_credit_line(std::string_view line, CreditPlace where, Credits& credits);

/// Whether `text` is nothing but names of agencies and outlets («فرانس24/ أ ف ب»), the agencies of
/// which are added to `credits`.
bool add_creditors(std::string_view text, Credits& credits);

/// Whether `text` may be a place by its shape: few words, none that a sentence is made of.
[[nodiscard]] bool looks_like_place(std::string_view text);

/// «غزة، 12 مارس» without the date.
[[nodiscard]] std::string_view without_date(std::string_view place);

/// «من هالة منصور» as «هالة منصور»; empty if it is no person by its shape.
[[nodiscard]] std::string_view correspondent(std::string_view text);

/// A dash, or several, or a slash that parts one part of a dateline from the next.
struct Separator {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;  ///< past the white space after it too
  [[nodiscard]] bool found() const { return begin != std::string_view::npos; }
};

/// The first in `text` at or after `from`: dashes that have white space at one side at least or
/// come in pairs, or a slash.
[[nodiscard]] Separator find_separator(std::string_view text, std::size_t from);

/// The dashes, slashes, colons or dots that `text` begins with, white space around them included;
/// an empty one where there are none.
[[nodiscard]] Separator leading_separator(std::string_view text);

}  // namespace warraq::corpus
