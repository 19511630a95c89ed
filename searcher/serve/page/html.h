// HTML that is written piece by piece, in which markup and text cannot be taken for one another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::searcher::serve {

enum class Language : std::uint8_t { arabic, english };

/// A text of the page in both languages.
struct Phrase {
  std::string_view arabic;
  std::string_view english;

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::arabic ? arabic : english;
  }
};

/// Markup that stands in the source: nothing that was computed becomes one.
class Markup {
 public:
  template <std::size_t kSize>
  consteval Markup(const char (&text)[kSize])  // NOLINT: literals are meant to become markup
      : text_(text, kSize - 1) {}
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// Text of an article, a query or a message, for between two tags: escaped, and fit for display as
/// analyzers::displayable() makes it, so that no control of direction leaves its element.
struct Text {
  std::string_view text;
};

/// The same isolated from what stands around it: <bdi>…</bdi>.
struct Isolated {
  std::string_view text;
};

/// An attribute's value, for between quotation marks of either kind. Controls of direction stay.
struct Value {
  std::string_view text;
};

class Html {
 public:
  explicit Html(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }

  Html& operator<<(Markup markup);
  Html& operator<<(Text text);
  Html& operator<<(Isolated text);
  Html& operator<<(Value value);
  Html& operator<<(const Phrase& phrase);
  Html& operator<<(std::uint64_t number);
  Html& operator<<(char) = delete;  // it would be written as a number
  /// Of another page, or made before in this one.
  Html& operator<<(const Html& part);

  [[nodiscard]] const std::string& written() const { return out_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Language language_;
  std::string out_;
};

}  // namespace warraq::searcher::serve
