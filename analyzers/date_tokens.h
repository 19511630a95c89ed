// What dates are made of: numbers, words and signs, and nothing of what stands between and in them
// unseen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warraq::analyzers {

/// One piece of a text. Marks, bidi controls and other invisible characters, and tatweel in a word,
/// are not there; digits of any script are digits.
struct DateToken {
  enum class Kind : std::uint8_t { end, number, word, sign };

  std::size_t begin;    ///< first byte in the text
  std::size_t end;      ///< one past the last byte
  std::uint32_t value;  ///< of a number with up to 9 digits
  std::uint8_t digits;  ///< how many a number has; 255 stands for more
  Kind kind;
  bool glued;           ///< nothing visible, nor a space, stands between the token before and this
  char sign;            ///< / - . , : ( ) and other ASCII; 0 for a sign of no meaning here
  std::uint8_t length;  ///< of the word's letters; 0 for a word too long to mean anything here
  std::array<char, 31> letters;

  [[nodiscard]] bool is_end() const { return kind == Kind::end; }
  [[nodiscard]] bool is_number() const { return kind == Kind::number; }
  [[nodiscard]] bool is_word() const { return kind == Kind::word; }
  [[nodiscard]] bool is_sign(char expected) const { return kind == Kind::sign && sign == expected; }
  /// A word in its normalised form (أوت is اوت, Août is aout); empty for anything else.
  [[nodiscard]] std::string_view word() const {
    return is_word() ? std::string_view(letters.data(), length) : std::string_view();
  }
};

/// The tokens of a text from a place that moves on, read as they are asked for: a window of fixed
/// size, whatever the text's.
class DateTokens {
 public:
  /// How far from the front at() sees; longer than any date. What is further away is a sign
  /// of no meaning.
  static constexpr std::size_t kWindow = 64;

  explicit DateTokens(std::string_view text) : text_(text) {}

  /// The token that is `distance` after the front one.
  [[nodiscard]] const DateToken& at(std::size_t distance);

  /// Leaves `count` tokens behind, all of which have been looked at.
  void drop_front(std::size_t count) { front_ += count; }

 private:
  void read(DateToken& token);
  void read_number(DateToken& token);
  void read_word(DateToken& token);

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t front_ = 0;  ///< how many tokens lie before the front one
  std::size_t read_ = 0;   ///< how many have been read; token n is in place n % kWindow
  std::array<DateToken, kWindow> window_;  // NOLINT: filled as it is read
};

}  // namespace warraq::analyzers
