// One spelling for the ways of writing a number.
#pragma once

#include <cstddef>
#include <string_view>

namespace warraq::analyzers {

/// Writes the normalised form of `exact`, ASCII digits with single . or , between groups, to `out`,
/// which has room for as many bytes, and returns its length: thousands separators are removed
/// (1,500.75 → 1500.75), any other comma is a decimal point (106,78 → 106.78).
std::size_t normalise_number(std::string_view exact, char* out);

}  // namespace warraq::analyzers
