// The words that join parts of a query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace warraq::searcher {

struct Connective {
  enum class Kind { all, any, none, near };
  Kind kind = Kind::all;
  std::uint32_t near_words = 0;  ///< of NEAR: how far apart
  /// An Arabic word, which joins only what cannot be its neighbours in a text: brackets,
  /// quotations and fields.
  bool arabic = false;
};

/// No connective is longer, in bytes.
inline constexpr std::size_t kMaxConnectiveBytes = 64;

/// AND, OR, NOT, NEAR, NEAR/5, &&, ||, و, أو, ليس, …; Latin ones in capitals alone.
[[nodiscard]] std::optional<Connective> connective_named(std::string_view word);

/// The number that `digits`, all of any script's, stand for, at most kMostNear; nothing for any
/// other text.
[[nodiscard]] std::optional<std::uint32_t> near_number(std::string_view digits);
inline constexpr std::uint32_t kMostNear = 1'000'000;

/// What a NEAR without a number stands for.
inline constexpr std::uint32_t kUsuallyNear = 10;

}  // namespace warraq::searcher
