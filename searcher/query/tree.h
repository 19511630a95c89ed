// What a query says, as plain values: the tree that the language is read into. QUERY.md has the
// language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "warraq/analyzers/date.h"

namespace warraq::searcher {

/// Bytes [begin, end) of the text of a query.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What a part of a sequence is to the whole.
enum class Sign {
  bare,      ///< a bare word ranks, everything else must be there
  required,  ///< +
  excluded   ///< -
};

/// A part of a query. A value: it is copied, compared and printed as one.
///
/// As read_query() makes them:
/// - A word's text is what stood between spaces, and may be several words or none to the analyser
///   (أ.ف.ب, كورونا-19, an emoji). Bare words that stand side by side in a sequence are to be
///   analysed as one text, with spaces between them: letters that are spelt out (أ ف ب) are one
///   more word only together.
/// - The root is a sequence; any other has two children or more. `all` and `any` have two or more,
///   all of them bare, as the one of `none` and of `in_field` is. A bare `none` in a sequence
///   becomes what it refuses, with the sign `excluded`.
struct Node {
  enum class Kind {
    word,      ///< `text`, bare or `exact`
    prefix,    ///< the words that begin with `text`, bare or `exact`
    phrase,    ///< the words of `text`, `nearness` to one another, normalised or `exact`
    sequence,  ///< `children` beside one another, each with its sign
    all,       ///< AND: every one of `children`
    any,       ///< OR: at least one of `children`
    none,      ///< NOT: what its one child does not find
    in_field,  ///< its one child, searched in `field` alone
    name,      ///< articles whose `name_field` is `text` (`exact`) or has its words side by side
    dates      ///< articles of the days from `from` to `to`, both inclusive, either open
  };

  Kind kind = Kind::sequence;
  Sign sign = Sign::bare;  ///< of a child of a sequence
  bool exact = false;
  std::string text;
  Nearness nearness;
  TextField field = TextField::any;
  NameField name_field = NameField::source;
  std::optional<analyzers::Date> from;
  std::optional<analyzers::Date> to;
  std::vector<Node> children;
  Place place;  ///< where it stands in the text; of no account when nodes are compared

  bool operator==(const Node& other) const;
};

/// Something in the text of a query that was not understood, or not as it stands.
struct Problem {
  Place place;
  std::string what;     ///< for people: what is wrong there
  std::string instead;  ///< what was searched instead
};

struct QueryTree {
  Node root;  ///< always a sequence
  std::vector<Problem> problems;
};

/// Deeper nesting, of brackets, of NOT and of fields, is refused.
inline constexpr std::size_t kMaxNesting = 100;

/// A query is cut after this many words, phrases, names and dates.
inline constexpr std::size_t kMaxParts = 50'000;

/// Of more problems, one line says how many there are.
inline constexpr std::size_t kMaxProblems = 20;

/// Reads any bytes. What is not understood is searched as words where that is possible, and stands
/// among the problems. Throws Error(query), naming the place, for what cannot be read even so: a
/// date that does not exist, a range that runs backwards, nesting past kMaxNesting.
[[nodiscard]] QueryTree read_query(std::string_view text, Syntax syntax);

/// The language that fields are called in.
enum class FieldNames { english, arabic };

/// The tree in the query language: reading it gives an equal tree, where it is one that
/// read_query() makes. (Of a tree that nests nearly as deep as is read, the printed form may nest
/// deeper.)
[[nodiscard]] std::string print_query(const Node& root, FieldNames names = FieldNames::english);

/// The language of the first field that a query names; english where it names none.
[[nodiscard]] FieldNames field_names_in(std::string_view query);

/// What stands behind the closing mark of a quotation: ~5, ~sentence; nothing for a phrase.
[[nodiscard]] std::string print_nearness(const Nearness& nearness);

}  // namespace warraq::searcher
