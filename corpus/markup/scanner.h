// SGML, XML and HTML as tags and text, however broken: what cannot be a tag is text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// What may be a tag.
enum class MarkupDialect {
  sgml,  ///< names in ASCII; an instruction ends at its first '>'
  xml,   ///< names in any letters
};

/// Views are valid until the next call of MarkupScanner::next().
struct MarkupToken {
  enum class Kind { text, start, end, finished };
  Kind kind = Kind::finished;
  std::string_view name;     ///< of a tag, as it is written
  std::string_view text;     ///< of text; between a start tag's name and its end: attributes
  bool is_empty = false;     ///< a start tag that ends in "/>"
  bool is_literal = false;   ///< text of a CDATA section: '&' means itself
  std::uint64_t line = 0;    ///< on which it begins, from 1
  std::uint64_t offset = 0;  ///< at which it begins, in bytes from the stream's first
};

/// Scans a stream of text, in UTF-8 or any character set that has ASCII in it. A '<' begins a tag
/// where a name follows and a '>' comes before the next '<' and within 64 KiB; else it is text.
/// Comments, instructions and document type declarations are passed over. CR LF and CR are read as
/// LF, NUL as a space. Takes linear time;
/// holds the token, a block of the stream and what is kept. Not thread-safe.
class MarkupScanner {
 public:
  /// Appends the next block of the stream; false at its end.
  using Refill = std::function<bool(std::string&)>;

  MarkupScanner(MarkupDialect dialect, Refill refill);

  [[nodiscard]] MarkupToken next();

  /// From the beginning of the last token on, the stream's bytes are held for kept(), until they
  /// are more than `most`.
  void keep_from_token(std::size_t most) {
    kept_ = token_;
    most_kept_ = most;
  }
  /// What was kept, up to the stream's `offset`; empty where it was too much. Valid until the next
  /// call of next().
  [[nodiscard]] std::string_view kept(std::uint64_t offset) const;
  void stop_keeping() { kept_ = kNothing; }

  /// Where the next token begins.
  [[nodiscard]] std::uint64_t offset() const { return dropped_ + at_; }
  /// The internal subsets of the document type declarations so far, 64 KiB at most.
  [[nodiscard]] const std::string& declarations() const { return declarations_; }

 private:
  static constexpr std::size_t kNothing = static_cast<std::size_t>(-1);

  bool more();
  void mend_block(std::size_t begin);
  bool has(std::size_t bytes);
  bool follows(std::string_view text);
  std::size_t find_within(char wanted, std::size_t from, std::size_t limit);
  std::size_t end_of_tag(std::size_t limit);
  std::size_t find_end(std::string_view end, std::size_t skipped, std::size_t limit,
                       std::uint64_t& searched);
  void drop_scanned();
  bool skip_markup();
  bool skip_comment();
  bool skip_instruction();
  bool skip_declaration();
  void skip_internal_subset();
  void skip_to(std::string_view end);
  bool is_name_start(std::size_t at);
  bool scan_tag(MarkupToken& token);
  void scan_text(MarkupToken& token);
  void scan_literal(MarkupToken& token);
  void move_to(std::size_t at);

  MarkupDialect dialect_;
  Refill refill_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t token_ = 0;        ///< where the last token begins
  std::size_t kept_ = kNothing;  ///< where in the buffer the part begins that is kept
  std::uint64_t dropped_ = 0;    ///< bytes of the stream before the buffer
  std::uint64_t line_ = 1;       ///< at at_
  std::size_t most_kept_ = 0;
  std::uint64_t searched_for_comment_end_ = 0;  ///< see find_end()
  std::uint64_t searched_for_instruction_end_ = 0;
  std::uint64_t searched_for_declaration_end_ = 0;
  bool in_literal_ = false;
  bool ended_ = false;
  bool after_return_ = false;  ///< the last block ended in CR
  std::string declarations_;
};

}  // namespace warraq::corpus
