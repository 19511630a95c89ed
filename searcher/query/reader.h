// The reader of the query language: recursive descent, one function for each level of precedence.
// QUERY.md has the language.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/clean_text.h"
#include "searcher/query/connectives.h"
#include "searcher/query/cursor.h"
#include "searcher/query/date_span.h"
#include "searcher/query/fields.h"
#include "searcher/query/tree.h"

namespace warraq::searcher {

/// Reads one text, once. What a function reads may be nothing: then it was left out, and a problem
/// says so.
class Reader {
 public:
  explicit Reader(const CleanText& text) : source_(text), cursor_(text.text()) {}

  [[nodiscard]] QueryTree read();

 private:
  using Part = std::optional<Node>;

  struct FoundConnective {
    Connective connective;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // read_query.cpp: what joins parts, the loosest first.
  std::vector<Node> read_sequence();
  void look_for_words_as_operators(const std::vector<Node>& parts);
  Part read_joined(Connective::Kind word, Part (Reader::*read_part)());
  Part read_any();
  Part read_all();
  Part read_not();
  Part read_signed();
  Part read_group();
  /// Passes the bracket that closes the one at `begin`, behind which `inside` is.
  void close_bracket(std::size_t begin, std::size_t inside);
  Node group_of(std::vector<Node> parts, std::size_t begin);
  Node as_operand(Node part);
  std::optional<FoundConnective> connective_here();
  std::optional<FoundConnective> take(Connective::Kind kind);
  bool is_closed_behind(std::size_t offset);
  Sign take_sign();

  // read_near.cpp
  Part read_near();
  Part join_near(std::vector<Node> parts, std::uint32_t words, const FoundConnective& at);
  Node near_phrase(const std::vector<Node>& parts, std::uint32_t words, const FoundConnective& at);

  // read_words.cpp: words and quotations.
  Part read_operand();
  Part read_word();
  Part read_run(bool exact);
  Part read_exact(std::size_t begin);
  Part read_literal(bool exact);
  Part read_quotation(bool exact);
  Part read_quotation(const Cursor::Quotation& quotation, bool exact);
  std::optional<Nearness> read_nearness();
  bool is_foreign(std::string_view run, std::size_t begin);
  void look_before_colon(std::string_view run, std::size_t begin);
  void pass_boost();
  bool pass_open_quotation_mark();
  Part leaf(Node::Kind kind, bool exact, std::string_view text, std::size_t begin);

  // read_fields.cpp
  Part read_field(const FieldMark& mark, const Field& field);
  Part read_dates(const FieldMark& mark);
  Part read_date_list();
  Part read_dates_behind(const FieldMark& mark, std::size_t begin, bool spaced);
  std::optional<DateSpan> read_span(bool spaced);
  DateSpan read_range_from(const analyzers::DateRange& first, std::size_t begin, bool is_between);
  std::optional<analyzers::DateRange> read_period(bool spaced);
  std::optional<analyzers::DateRange> find_period();
  void refuse_backwards(const analyzers::DateRange& days, std::size_t begin) const;
  Part not_a_field(const FieldMark& mark, std::size_t begin);
  Part dates(const DateSpan& span, std::size_t begin);

  // Nesting, for as long as it lives.
  class Level {
   public:
    Level(Reader& reader, std::size_t begin);
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --reader_.depth_; }

   private:
    Reader& reader_;
  };

  [[nodiscard]] Place place(std::size_t begin, std::size_t end) const {
    return source_.original_place(begin, end);
  }
  void problem(std::size_t begin, std::size_t end, std::string what, std::string instead);
  void problem(Place place, std::string what, std::string instead);
  [[noreturn]] void refuse(std::size_t begin, std::size_t end, const std::string& what,
                           const std::string& hint) const;

  const CleanText& source_;
  Cursor cursor_;
  std::size_t depth_ = 0;
  std::size_t brackets_ = 0;
  std::size_t parts_ = 0;
  bool cut_ = false;
  /// What was read last is in brackets, a quotation or a field.
  bool closed_ = false;
  /// The field of names whose value is being read.
  std::optional<NameField> names_;
  std::vector<Problem> problems_;
  std::size_t unsaid_problems_ = 0;
};

}  // namespace warraq::searcher
