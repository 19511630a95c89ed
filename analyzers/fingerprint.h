// What tells one analyser from another.
#pragma once

#include <string>

#include "warraq/analyzers/analyzer.h"

namespace warraq::analyzers {

/// 16 hexadecimal digits over `profile` and every field of `tokens`. The algorithm is FNV-1a, 64
/// bits (G. Fowler, L. C. Noll, K.-P. Vo).
[[nodiscard]] std::string fingerprint_of(std::string_view profile, std::span<const Token> tokens);

/// A text that every rule of ANALYSIS.md has something to do with. It holds nothing whose analysis
/// differs between versions of ICU.
[[nodiscard]] std::string_view fingerprint_text();

}  // namespace warraq::analyzers
