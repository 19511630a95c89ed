// Reading the values of options and parameters, with messages that name them and what they take.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::cli {

/// What a numeric option takes.
struct NumberRange {
  std::string_view option;  ///< as messages name it: an option with its dashes
  std::string_view unit;    ///< "megabytes", "threads"
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};

/// The number written in `text`, in digits of any of 123, ١٢٣ and ۱۲۳. Throws Error(usage) for
/// anything else and outside the range.
[[nodiscard]] std::uint64_t read_number(const NumberRange& range, const std::string& text);

/// Throws Error(usage): `option` does not take `value`, but `choices`.
[[noreturn]] void refuse_value(std::string_view option, const std::string& value,
                               std::string_view choices);

}  // namespace warraq::cli
