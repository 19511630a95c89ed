// Words as the letters that their spelling is compared by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace warraq::searcher {

/// A letter's number: below kLetterCount.
using Letter = std::uint8_t;
inline constexpr std::size_t kLetterCount = 80;

/// Longer words are not compared: nobody mistypes one of them for another.
inline constexpr std::size_t kMaxLetters = 24;

/// The letter that `character` is: one of the Arabic letters of the exact level, Persian ones that
/// news has among them (پ چ ڤ گ), or a Latin letter a to z. Nothing for any other character.
[[nodiscard]] std::optional<Letter> letter_of(char32_t character);

/// A word's letters, at most kMaxLetters.
class Letters {
 public:
  /// Nothing where `word` has none, too many, or any other character.
  [[nodiscard]] static std::optional<Letters> read(std::string_view word);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Letter operator[](std::size_t i) const { return letters_[i]; }
  /// A bit for each family of letters that the word has. Letters that writers mix up freely (أ and
  /// ا, ى and ي, ة and ه) are of one family.
  [[nodiscard]] std::uint64_t families() const { return families_; }

 private:
  std::array<Letter, kMaxLetters> letters_ = {};
  std::size_t size_ = 0;
  std::uint64_t families_ = 0;
};

}  // namespace warraq::searcher
