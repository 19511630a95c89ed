// Numbers of seven bits a byte, the lowest first; the high bit says that more follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warraq::archive {

inline void append_number(std::string& bytes, std::uint32_t number) {
  constexpr unsigned kMoreFollow = 0x80;
  for (; number >= kMoreFollow; number >>= 7U) {
    bytes.push_back(static_cast<char>((number & 0x7FU) | kMoreFollow));
  }
  bytes.push_back(static_cast<char>(number));
}

/// Takes a number of up to 35 bits from the front of `bytes`; nothing where it is cut or longer.
[[nodiscard]] inline std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

}  // namespace warraq::archive
