// Numbers of seven bits a byte, the lowest first; the high bit says that more follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warraq::archive {

inline void append_number(std::string& bytes, std::uint64_t number) {
  constexpr unsigned kMoreFollow = 0x80;
  for (; number >= kMoreFollow; number >>= 7U) {
    bytes.push_back(static_cast<char>((number & 0x7FU) | kMoreFollow));
  }
  bytes.push_back(static_cast<char>(number));
}

/// Takes a number of up to `kBits` from the front of `bytes`; nothing where it is cut or longer.
template <unsigned kBits>
[[nodiscard]] inline std::optional<std::uint64_t> take_number_of(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < kBits && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

[[nodiscard]] inline std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  return take_number_of<35>(bytes);
}
[[nodiscard]] inline std::optional<std::uint64_t> take_long_number(std::string_view& bytes) {
  return take_number_of<63>(bytes);
}

}  // namespace warraq::archive
