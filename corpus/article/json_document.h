// One JSON object, parsed, with the text it was parsed from.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// Keeps its buffers, a few megabytes at most, from one text to the next. Not to be shared by
/// threads.
class JsonDocument {
 public:
  /// Why `json` is not the text of an object; empty where it is one. Escapes that stand for no
  /// character are mended, invalid UTF-8 is replaced, and numbers of any size pass.
  [[nodiscard]] std::string read(std::string_view json);

  /// What read() found; holds until the next read() or trim().
  [[nodiscard]] simdjson::dom::object object() const { return object_; }
  /// The text of object(), numbers as they were written.
  [[nodiscard]] std::string_view text() const { return as_written_.empty() ? text_ : as_written_; }
  /// Invalid sequences, and halves of surrogate pairs, replaced by U+FFFD.
  [[nodiscard]] std::size_t replaced() const { return replaced_; }

  /// Gives back buffers that one long text has made large.
  void trim();

 private:
  [[nodiscard]] simdjson::error_code parse(simdjson::dom::element& root);

  simdjson::dom::parser parser_;
  simdjson::dom::object object_;
  std::string text_;        ///< mended where it must be
  std::string as_written_;  ///< where numbers had to be blanked in text_
  std::size_t replaced_ = 0;
};

/// What a value is, for messages: "an array", "text", "a number", …
[[nodiscard]] std::string_view kind_of(const simdjson::dom::element& value);

}  // namespace warraq::corpus
