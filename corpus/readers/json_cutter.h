// Cuts values out of a stream of JSON, one at a time, without holding more of it than one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/input/buffered_input.h"

namespace warraq::corpus {

struct JsonCut {
  std::string_view text;   ///< empty where it is too long
  std::uint64_t line = 0;  ///< on which it begins, from 1
  std::uint64_t size = 0;  ///< in bytes, as far as it was looked at
  bool too_long = false;   ///< longer than the limit
  bool whole = false;      ///< false where the input ends first
};

/// Knows strings, escapes and nesting, and no more: whether a value is valid is its parser's
/// question. Where one is broken (a closing bracket is missing, a quote, or a line ends inside a
/// string) it ends, if not by itself, where a bracket closes what is around it, or before a line
/// that begins as its own did, with the same white space and a brace, and cannot be part of it. A
/// byte order mark at the beginning is passed over. Not thread-safe.
class JsonCutter {
 public:
  explicit JsonCutter(BufferedInput& input);

  /// The next character that is not white space, from where the functions below go on; nothing at
  /// the end.
  [[nodiscard]] std::optional<char> peek();

  /// Moves past that character.
  void take();

  /// The value that begins there, passed over where it is longer than `limit`. Valid until the next
  /// call. What is neither a string nor in brackets goes to the next white space, opening bracket
  /// or quote, and where it is inside of something, comma or closing bracket.
  [[nodiscard]] JsonCut cut(std::size_t limit, bool inside);

  /// As cut(), but stops where a value turns out longer than `limit`, and gives its beginning.
  [[nodiscard]] JsonCut cut_beginning(std::size_t limit);

  /// Makes what was cut last come again.
  void give_back(const JsonCut& cut);

 private:
  class Scan;

  [[nodiscard]] std::string_view block();
  void advance(std::size_t count);
  void settle();
  void note_white_space(char c);
  void go_back(std::string_view text);
  void resume(const std::string& beginning, JsonCut& cut);
  [[nodiscard]] Scan begin_scan(char first);
  [[nodiscard]] JsonCut cut_word(std::size_t limit, bool inside);
  [[nodiscard]] JsonCut cut_value(Scan& scan, std::size_t limit, bool stop);

  BufferedInput& input_;
  std::uint64_t line_ = 1;
  std::size_t given_ = 0;  ///< bytes of the next block that the last cut's text lies in
  std::string held_;       ///< a value that spans blocks
  std::string again_;      ///< what was given back
  std::size_t again_at_ = 0;
  std::string indent_;    ///< the white space between the last line end and the next character
  bool indented_ = true;  ///< whether there is nothing else between them
  bool begun_ = false;
};

}  // namespace warraq::corpus
