// The characters that almost all news is written in, in one small table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace warraq::analyzers {

/// ASCII, the Arabic block, and the separators among U+0080-00BF and U+2000-203F (no-break space,
/// guillemets, dashes, curly quotes). The table is made from the rules that the reference
/// tokeniser follows; a character that needs more than the table can say is `foreign`.
class PlainCharacters {
 public:
  enum class Class : std::uint8_t {
    foreign,  ///< not in the table, not UTF-8, or in need of the reference tokeniser
    end,      ///< the end of the text
    space,    ///< an ASCII space: text may be cut here
    separator,
    number_separator,  ///< a separator that may also stand between two digits
    arabic_letter,
    latin_letter,
    digit,
    mark,  ///< an Arabic mark that only disappears
    tatweel,
  };

  struct alignas(8) Character {
    Class type = Class::foreign;
    std::uint8_t length = 0;      ///< bytes in the text
    bool folds = false;           ///< the normalised letter is another one
    std::array<char, 2> exact{};  ///< the exact level: two bytes for Arabic letters, one for others
  };

  PlainCharacters();

  /// The character of `text` at `at`, which may be its end.
  [[nodiscard]] const Character& at(std::string_view text, std::size_t at) const {
    const std::size_t left = text.size() - at;
    if (left >= 2) {
      const unsigned pair = byte_of(text[at]) | byte_of(text[at + 1]) << 8;
      if ((pair & kPairMask) == kArabicPair) {
        return table_[kArabic + ((pair & 3) << 6 | (pair >> 8 & 0x3F))];
      }
    }
    if (left == 0) return table_[kEnd];
    return other(text, at);
  }

 private:
  // Lead bytes in UTF-8: D8-DB for U+0600-06FF, C2 for U+0080-00BF, E2 80 for U+2000-203F.
  static constexpr unsigned kArabicPair = 0x80D8;  // the lead low, its continuation high
  static constexpr unsigned kPairMask = 0xC0FC;
  static constexpr unsigned kLatin1Lead = 0xC2;
  static constexpr unsigned kPunctuationLead = 0xE2;

  // Where each block of characters begins in the table.
  static constexpr std::size_t kArabic = 0x80;
  static constexpr std::size_t kLatin1 = kArabic + 0x100;
  static constexpr std::size_t kPunctuation = kLatin1 + 0x40;
  static constexpr std::size_t kForeign = kPunctuation + 0x40;
  static constexpr std::size_t kEnd = kForeign + 1;

  static constexpr unsigned byte_of(char c) { return static_cast<unsigned char>(c); }
  static constexpr bool is_continuation(char c) { return (byte_of(c) & 0xC0) == 0x80; }

  [[nodiscard]] const Character& other(std::string_view text, std::size_t at) const {
    const unsigned lead = byte_of(text[at]);
    if (lead < 0x80) return table_[lead];
    const std::size_t left = text.size() - at;
    if (lead == kLatin1Lead && left >= 2 && is_continuation(text[at + 1])) {
      return table_[kLatin1 + (byte_of(text[at + 1]) & 0x3F)];
    }
    if (lead == kPunctuationLead && left >= 3 && byte_of(text[at + 1]) == 0x80 &&
        is_continuation(text[at + 2])) {
      return table_[kPunctuation + (byte_of(text[at + 2]) & 0x3F)];
    }
    return table_[kForeign];
  }

  std::array<Character, kEnd + 1> table_{};
};

}  // namespace warraq::analyzers
