// A place in the text of a query, and what stands there.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "searcher/query/quotes.h"

namespace warraq::searcher {

/// Moves through valid UTF-8 from left to right. Reading a whole text takes time linear in it.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  void move_to(std::size_t offset) { at_ = offset; }
  /// What follows is not read any more.
  void cut_here() { text_ = text_.substr(0, at_); }

  [[nodiscard]] bool at_space() const;
  [[nodiscard]] bool at_opening_bracket() const;
  [[nodiscard]] bool at_closing_bracket() const;
  [[nodiscard]] bool at_quotation_mark() const;

  /// Whether there was one.
  bool skip_spaces();
  void skip_character();
  /// Passes over the first of `marks` that stands here.
  bool take(std::initializer_list<std::string_view> marks);

  /// What stands here up to a space, a bracket or a quotation mark, looked for in as many bytes.
  [[nodiscard]] std::string_view run(std::size_t most = std::string_view::npos) const;
  /// What stands here up to a space.
  [[nodiscard]] std::string_view up_to_space() const;

  struct Quotation {
    std::string_view text;  ///< between the marks
    std::size_t end = 0;    ///< one past the closing mark
  };
  /// The quotation that begins here; nothing where there is no mark, or none that closes it.
  [[nodiscard]] std::optional<Quotation> quotation();
  /// The quotation that begins here with ‘ or ' and holds several words, or is written <<so>>. Such
  /// marks are apostrophes and the like as well, and do not end a run.
  [[nodiscard]] std::optional<Quotation> doubtful_quotation();
  [[nodiscard]] bool at_quotation() { return at_quotation_mark() || doubtful_quotation(); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  // Of each family: no mark closes it from here on. Else many marks left open would be looked for
  // through all of the text, each.
  std::array<bool, 5> never_closed_ = {};
  // Of each kind of doubtful mark: none closes it before here.
  std::array<std::size_t, 4> open_until_ = {};
};

}  // namespace warraq::searcher
