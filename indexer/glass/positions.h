// The positions of one term in one document as bits: interpolative coding (Moffat and Stuiver, also
// in "Managing Gigabytes"), as glass has it. Source: Xapian 1.4 (GLASS.md).
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace warraq::glass {

/// Appends the tag of the position table for `positions`: at least one, ascending, each once. May
/// be called by many threads at a time. Throws std::logic_error where they are not so.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace warraq::glass
