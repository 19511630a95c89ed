// What the fields of an article are usually called in tables and dumps, in Arabic and English.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace warraq::corpus {

/// A name that is usual for a field.
struct UsualName {
  std::string_view field;  ///< the article's: title, body, …
  std::size_t rank = 0;    ///< of two names of one field the lower one counts
};

/// The field that `name`, a column's or a member's, usually means. Case, white space, underscores,
/// hyphens, vowel marks, the article ال and spellings that the analyser folds make no difference.
/// Thread-safe.
[[nodiscard]] std::optional<UsualName> usual_name(std::string_view name);

}  // namespace warraq::corpus
