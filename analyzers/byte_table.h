// Character sets of one byte a character, as tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::analyzers {

/// What the bytes of a set are: at most two characters each (IBM864 has ligatures), mostly one.
class ByteTable {
 public:
  /// The table of `name`, one of the sets of charset_labels.h with one byte a character.
  static const ByteTable& of(std::string_view name);

  explicit ByteTable(const char* name);

  /// The characters of `byte`: none for the tails of letters that are drawn apart, U+FFFD where the
  /// byte is no character.
  [[nodiscard]] const std::u32string& characters(unsigned char byte) const {
    return characters_[byte];
  }

  /// Appends `bytes` in UTF-8 and returns how many of them are no character.
  std::size_t decode(std::string_view bytes, std::string& out) const;

  /// The byte, 80 to FF, of a character beyond ASCII; 0 where there is none.
  [[nodiscard]] unsigned char byte_of(char32_t character) const {
    return character < kInverseSize ? inverse_[character] : 0;
  }

 private:
  static constexpr std::size_t kBytes = 256;
  static constexpr std::size_t kLongest = 6;  // bytes of UTF-8
  static constexpr char32_t kInverseSize = 0x2600;

  struct Utf8 {
    std::array<char, kLongest> bytes{};
    std::uint8_t length = 0;
    bool replaced = false;
  };

  void add(unsigned char byte, std::u32string characters);

  std::array<std::u32string, kBytes> characters_;
  std::array<Utf8, kBytes> utf8_{};
  std::array<unsigned char, kInverseSize> inverse_{};
};

}  // namespace warraq::analyzers
