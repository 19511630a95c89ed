// The parts of an article that may be furniture: its lines, and the sentences at either end.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "warraq/corpus/text_range.h"

namespace warraq::corpus {

struct Unit {
  TextRange range;        ///< white space around it left out
  std::uint64_t key = 0;  ///< line_key(); 0: it cannot be furniture
  bool edge = false;      ///< the first line or among the last three, or a part of one of them
  bool part = false;      ///< of a line
};

struct Units {
  std::vector<Unit> lines;  ///< those with anything but white space, in order
  /// What stands before the first dash of the first line, the dash included: «دبي (CNN) -- ».
  std::optional<Unit> lead;
  /// The last sentences of the last line, from its end backwards: three at the most, never all.
  std::vector<Unit> trail;
};

/// None of a body of more than 100,000 lines: that is a list, and no article.
[[nodiscard]] Units units_of(std::string_view body);

/// A hash of the letters of `line`: marks, tatweel, spaces and punctuation do not count, alef forms
/// are one, Latin letters lower case, and digits those of ASCII. Numbers count: «أغلق عند 18.3
/// جنيه» and «أغلق عند 18.5 جنيه» are news. Lines without letters or digits meet by their first
/// sign («-----», «---»). 0 for a line that is but digits, which may say anything.
[[nodiscard]] std::uint64_t line_key(std::string_view line);

}  // namespace warraq::corpus
