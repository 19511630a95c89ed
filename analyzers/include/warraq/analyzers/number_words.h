// Numbers in Arabic words, read and written: خمسة وعشرون is 25.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::analyzers {

/// A number that words begin with.
struct WordedNumber {
  std::uint64_t value = 0;
  std::size_t words = 0;  ///< how many of them it takes
  bool operator==(const WordedNumber&) const = default;
};

/// Greater numbers are neither read nor written.
inline constexpr std::uint64_t kMaxWordedNumber = 999'999'999;

/// The longest number that `words`, at the normalised level, begin with, in any gender and case,
/// with مئة or مائة, written together (ثلاثمئة) or not. Nothing where they begin with none.
[[nodiscard]] std::optional<WordedNumber> read_number_words(
    std::span<const std::string_view> words);

/// How `number`, 1 to kMaxWordedNumber, is written in words, in the normalised level, the most
/// usual wording first: masculine and feminine, nominative and oblique, مئه and مائه; each once.
/// Empty for any other number.
[[nodiscard]] std::vector<std::vector<std::string>> number_wordings(std::uint64_t number);

}  // namespace warraq::analyzers
