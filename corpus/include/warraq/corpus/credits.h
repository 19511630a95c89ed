// Who wrote an article and where, told from the places where that stands. CREDITS.md has the rules
// and how well they do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/article.h"
#include "warraq/corpus/text_range.h"

namespace warraq::corpus {

/// Between the names of several agencies in one field: «رويترز، أ ف ب».
inline constexpr std::string_view kAgencySeparator = "، ";

/// What an article's author field, the beginning of its body and its end say. Empty: nothing.
struct Credits {
  std::vector<std::string> agencies;  ///< as Arabic readers know them, each once, in order met
  std::string author;
  std::string place;
  std::string original_source;  ///< the paper that an article is taken from: «*نقلاً عن "الرأي"»
  TextRange dateline;  ///< at the beginning of the body, with what parts it from the text
  TextRange credit;    ///< at its end: from the first line or clause of credits to the last
};

/// Looks at the author field and at the first and last few hundred bytes of the body, all valid
/// UTF-8, whatever the article's length. A name within a sentence («قالت رويترز إن») is no credit.
/// Thread-safe.
[[nodiscard]] Credits find_credits(const Article& article);

/// Adds what find_credits() finds where the article says nothing of it: `agency` and `author` if
/// they are empty, `place` and `original_source` as extra fields unless there are such. What was
/// given, the author field and the body included, stays as it is.
void apply_credits(Article& article);

/// What a line says that is nothing but a credit: «القاهرة - رويترز», «(أ ف ب)», «كتب: سالم
/// الحداد». Nothing for any other line. The ranges are left empty.
[[nodiscard]] bool read_credit_line(std::string_view line, Credits& credits);

}  // namespace warraq::corpus
