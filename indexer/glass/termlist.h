// What the termlist table says of a document, as tags: made by any thread, written later.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace warraq::glass {

struct TermFrequency {
  std::string_view term;
  std::uint32_t wdf = 0;  ///< within-document frequency
};

/// The longest term that Xapian takes from a user; NUL bytes lower it (key.h).
inline constexpr std::size_t kMaxTermBytes = 245;

/// Appends the tag of a document with `terms`: in byte order, each once, of 1 to kMaxTermBytes
/// bytes; returns the document's length, the sum of wdf. Nothing is appended where there are no
/// terms. Throws std::logic_error where the terms are not so, or the length exceeds 32 bits.
std::uint32_t append_termlist(std::string& out, std::span<const TermFrequency> terms);

/// Appends the tag that names the value slots that a document uses: `slots`, ascending, each once.
void append_used_slots(std::string& out, std::span<const std::uint32_t> slots);

}  // namespace warraq::glass
