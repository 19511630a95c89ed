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

using NumberWordings = std::vector<std::vector<std::string>>;

/// 1,000 of ألف, آلاف and ألفا at the normalised level, 1,000,000 of مليون; 0 of any other word.
[[nodiscard]] std::uint64_t scale_of(std::string_view word);

/// How `number` is written with digits: all of it, and with its thousands or millions, where it is
/// whole ones, in a word (20000, 20 الف, 20 الفا).
[[nodiscard]] NumberWordings digit_wordings(std::uint64_t number);

/// How `number`, 3 to 99, is written as what stands behind a definite noun of either gender:
/// الحادي والعشرون, in every case, at the normalised level. Empty for any other number.
[[nodiscard]] NumberWordings ordinal_wordings(std::uint64_t number, bool feminine);

/// The ordinal of those that `words`, at the normalised level, begin with.
[[nodiscard]] std::optional<WordedNumber> read_ordinal(std::span<const std::string_view> words);

/// How `number`, 1 to kMaxWordedNumber, is written in words, in the normalised level, the most
/// usual wording first: masculine and feminine, nominative and oblique, مئه and مائه; each once.
/// Empty for any other number.
[[nodiscard]] NumberWordings number_wordings(std::uint64_t number);

}  // namespace warraq::analyzers
