// Text in other character sets, by the C library: an encoder that is none of ours.
#pragma once

#include <iconv.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace warraq::analyzers::test {

/// Encodes into one character set, and knows what it has.
class Encoder {
 public:
  /// `name` as iconv(3) knows it. Letters are shaped before they become IBM864, whose bytes are
  /// shapes.
  explicit Encoder(std::string name);
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  /// `text`, valid UTF-8, without the characters that the set does not have.
  [[nodiscard]] std::string encode(std::string_view text);

  /// What of `text` the set has.
  [[nodiscard]] std::string kept(std::string_view text);

 private:
  [[nodiscard]] const std::string& bytes_of(char32_t character);
  [[nodiscard]] const std::string& shaped(std::u32string_view text, std::size_t at);

  std::string name_;
  iconv_t converter_;
  std::unordered_map<char32_t, std::string> known_;  // empty: the set does not have it
};

/// UTF-8 whose bytes were taken for `name` (windows-1252, ISO-8859-1, windows-1256) and encoded
/// again. A byte that the set leaves open is the control character of that number, as browsers have
/// it.
[[nodiscard]] std::string doubly_encoded(std::string_view text, const std::string& name);

}  // namespace warraq::analyzers::test
