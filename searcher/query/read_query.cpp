#include <algorithm>
#include <utility>

#include "analyzers/characters.h"
#include "searcher/query/problems.h"
#include "searcher/query/reader.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/counted.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using analyzers::CharacterClass;

Place span_of_places(const std::vector<Node>& parts) {
  return {parts.front().place.begin, parts.back().place.end};
}

// `NOT a` beside others is `-a`: what is wanted of `غزة NOT سلام`.
void add_part(std::vector<Node>& parts, Node part) {
  if (part.kind == Node::Kind::none && part.sign == Sign::bare) {
    Node refused = std::move(part.children.front());
    refused.sign = Sign::excluded;
    refused.place = part.place;
    part = std::move(refused);
  }
  parts.push_back(std::move(part));
}

bool is_bare(const Node& node) { return node.sign == Sign::bare; }

bool is_one_word(const Node& node) {
  return node.kind == Node::Kind::word || node.kind == Node::Kind::prefix;
}

// Of the words that refuse, those that hardly stand between two words for anything else.
bool refuses_between_words(std::string_view word) {
  return word == "وليس" || word == "بدون" || word == "وبدون";
}

}  // namespace

Reader::Level::Level(Reader& reader, std::size_t begin) : reader_(reader) {
  if (reader_.depth_ == kMaxNesting) {
    reader_.refuse(begin, begin + 1,
                   "the query nests deeper than " + std::to_string(kMaxNesting) + " levels",
                   "use fewer brackets");
  }
  ++reader_.depth_;
}

QueryTree Reader::read() {
  QueryTree result;
  result.root.children = read_sequence();
  result.root.place = place(0, cursor_.at());
  while (result.root.children.size() == 1) {
    Node& only = result.root.children.front();
    if (only.kind != Node::Kind::sequence || only.sign != Sign::bare) break;
    Node inner = std::move(only);
    result.root = std::move(inner);
  }
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return a.place.begin < b.place.begin;
  });
  if (unsaid_problems_ != 0) {
    problems_.push_back({problems_.back().place,
                         counted(unsaid_problems_, "more thing") + " was not understood",
                         "the words were searched"});
  }
  result.problems = std::move(problems_);
  return result;
}

std::vector<Node> Reader::read_sequence() {
  std::vector<Node> parts;
  while (true) {
    cursor_.skip_spaces();
    if (cursor_.at_end()) break;
    if (cursor_.at_closing_bracket()) {
      if (brackets_ != 0) break;
      const std::size_t begin = cursor_.at();
      cursor_.skip_character();
      problem(begin, cursor_.at(), "a bracket is closed that was not opened", "it was left out");
      closed_ = false;
      continue;
    }
    if (Part part = read_any()) add_part(parts, std::move(*part));
  }
  look_for_words_as_operators(parts);
  return parts;
}

// «غزة بدون مصر» as a whole query, or beside a quotation, was hardly meant for three words. In any
// longer text these are words as others are, and among bare words alone أو asks for what is
// searched anyway: any of them.
void Reader::look_for_words_as_operators(const std::vector<Node>& parts) {
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    const Node& word = parts[i];
    if (word.kind != Node::Kind::word || !is_bare(word) || word.exact) continue;
    if (source_.original().substr(word.place.begin).starts_with("\\")) continue;
    const auto connective = connective_named(word.text);
    if (!connective || !connective->arabic) continue;
    if (connective->kind == Connective::Kind::all) continue;
    const bool beside_closed = !is_one_word(parts[i - 1]) || !is_one_word(parts[i + 1]);
    if (!beside_closed && (parts.size() != 3 || !refuses_between_words(word.text))) continue;
    const bool refuses = connective->kind == Connective::Kind::none;
    problem(word.place, word.text + " is an operator only between quotations, brackets and fields",
            refuses ? "it was searched as a word; NOT or - excludes what follows"
                    : "it was searched as a word; OR joins any parts");
  }
}

Reader::Part Reader::read_any() { return read_joined(Connective::Kind::any, &Reader::read_all); }

Reader::Part Reader::read_all() { return read_joined(Connective::Kind::all, &Reader::read_not); }

Reader::Part Reader::read_joined(Connective::Kind word, Part (Reader::*read_part)()) {
  std::vector<Node> parts;
  if (Part first = (this->*read_part)()) parts.push_back(std::move(*first));
  while (const auto joint = take(word)) {
    const std::string name = std::string(cursor_.between(joint->begin, joint->end));
    if (parts.empty()) {
      problem(joint->begin, joint->end, name + " has nothing before it", "it was left out");
    }
    if (Part next = (this->*read_part)()) {
      parts.push_back(std::move(*next));
    } else {
      problem(joint->begin, joint->end, name + " has nothing behind it", "it was left out");
    }
  }
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1) return std::move(parts.front());
  Node result;
  result.kind = word == Connective::Kind::any ? Node::Kind::any : Node::Kind::all;
  result.place = span_of_places(parts);
  for (Node& part : parts) result.children.push_back(as_operand(std::move(part)));
  return result;
}

Reader::Part Reader::read_not() {
  const auto refusal = take(Connective::Kind::none);
  if (!refusal) return read_near();
  const Level level(*this, refusal->begin);
  Part refused = read_not();
  if (!refused) {
    problem(refusal->begin, refusal->end,
            std::string(cursor_.between(refusal->begin, refusal->end)) + " has nothing behind it",
            "it was left out");
    return std::nullopt;
  }
  Node result;
  result.kind = Node::Kind::none;
  result.place = {place(refusal->begin, refusal->end).begin, refused->place.end};
  result.children.push_back(as_operand(std::move(*refused)));
  return result;
}

Reader::Part Reader::read_signed() {
  cursor_.skip_spaces();
  while (pass_open_quotation_mark()) cursor_.skip_spaces();
  if (cursor_.at_end() || cursor_.at_closing_bracket() || connective_here()) return std::nullopt;
  const std::size_t begin = cursor_.at();
  const Sign sign = take_sign();
  Part part = read_operand();
  if (!part) {
    closed_ = false;
    return std::nullopt;
  }
  if (sign != Sign::bare) part->sign = sign;
  part->place.begin = place(begin, begin + 1).begin;
  return part;
}

// Signs belong to a sequence: beside AND, OR and NOT, - is NOT, and + says nothing.
Node Reader::as_operand(Node part) {
  const Sign sign = std::exchange(part.sign, Sign::bare);
  if (sign == Sign::bare) return part;
  if (sign == Sign::required) {
    problem(part.place, "+ means nothing beside AND, OR and NOT", "it was left out");
    return part;
  }
  Node result;
  result.kind = Node::Kind::none;
  result.place = part.place;
  result.children.push_back(std::move(part));
  return result;
}

Reader::Part Reader::read_group() {
  const std::size_t begin = cursor_.at();
  const Level level(*this, begin);
  cursor_.skip_character();
  const std::size_t inside = cursor_.at();
  closed_ = false;
  ++brackets_;
  std::vector<Node> parts = read_sequence();
  --brackets_;
  close_bracket(begin, inside);
  if (parts.empty()) {
    problem(begin, cursor_.at(), "brackets without anything to search in them",
            "they were left out");
    return std::nullopt;
  }
  return group_of(std::move(parts), begin);
}

void Reader::close_bracket(std::size_t begin, std::size_t inside) {
  if (cursor_.at_closing_bracket()) {
    cursor_.skip_character();
    pass_boost();
  } else if (!cut_) {
    problem(begin, inside, "a bracket is left open", "it was closed at the end");
  }
  closed_ = true;
}

Node Reader::group_of(std::vector<Node> parts, std::size_t begin) {
  const Place all = place(begin, cursor_.at());
  Node result;
  result.place = all;
  if (parts.size() == 1) {
    Node& only = parts.front();
    if (only.sign == Sign::excluded) return as_operand(std::move(only));
    only.place = all;
    return std::move(only);
  }
  // An article has one source: names beside one another are a choice, as bare words are.
  const bool is_choice = names_ && std::all_of(parts.begin(), parts.end(), is_bare);
  result.kind = is_choice ? Node::Kind::any : Node::Kind::sequence;
  result.children = std::move(parts);
  return result;
}

std::optional<Reader::FoundConnective> Reader::connective_here() {
  const std::string_view run = cursor_.run(kMaxConnectiveBytes);
  const auto connective = connective_named(run);
  if (!connective) return std::nullopt;
  const std::size_t end = cursor_.at() + run.size();
  if (connective->arabic && !(closed_ && is_closed_behind(end))) return std::nullopt;
  return FoundConnective{*connective, cursor_.at(), end};
}

std::optional<Reader::FoundConnective> Reader::take(Connective::Kind kind) {
  cursor_.skip_spaces();
  const auto found = connective_here();
  if (!found || found->connective.kind != kind) return std::nullopt;
  cursor_.move_to(found->end);
  closed_ = false;
  return found;
}

// Whether what follows is in brackets, a quotation or a field.
bool Reader::is_closed_behind(std::size_t offset) {
  Cursor ahead = cursor_;
  ahead.move_to(offset);
  ahead.skip_spaces();
  ahead.take({"+", "-"});
  const bool exact = ahead.take({"="});
  if (ahead.at_quotation()) return true;
  if (exact) return false;
  if (ahead.at_opening_bracket()) return true;
  const auto mark = field_mark(ahead.rest());
  return mark && field_named(mark->name);
}

// A sign stands before a word, a quotation or brackets. Before a digit it is a number's (-5, +20),
// and before anything else it is text.
Sign Reader::take_sign() {
  const std::size_t begin = cursor_.at();
  Cursor ahead = cursor_;
  Sign sign = Sign::bare;
  std::size_t signs = 0;
  for (bool more = true; more; signs += more ? 1 : 0) {
    more = false;
    if (ahead.take({"+", "＋"})) {
      sign = Sign::required;
      more = true;
    } else if (ahead.take({"-", "−", "－"})) {
      sign = Sign::excluded;
      more = true;
    }
  }
  if (sign == Sign::bare || ahead.at_end()) return Sign::bare;
  const std::string_view rest = ahead.rest();
  const bool opens = ahead.at_opening_bracket() || ahead.at_quotation() || rest.front() == '=' ||
                     rest.front() == '\\';
  if (!opens) {
    switch (analyzers::classify(analyzers::decode_utf8(rest, 0).code_point)) {
      case CharacterClass::arabic_letter:
      case CharacterClass::latin_letter:
      case CharacterClass::other_letter:
      case CharacterClass::mark:
        break;
      default:
        return Sign::bare;
    }
  }
  cursor_ = ahead;
  if (signs > 1) {
    problem(begin, ahead.at(), "several signs stand before one part", "the last of them counts");
  }
  return sign;
}

void Reader::problem(std::size_t begin, std::size_t end, std::string what, std::string instead) {
  problem(place(begin, end), std::move(what), std::move(instead));
}

void Reader::problem(Place place, std::string what, std::string instead) {
  if (problems_.size() == kMaxProblems) {
    ++unsaid_problems_;
    return;
  }
  problems_.push_back({place, std::move(what), std::move(instead)});
}

void Reader::refuse(std::size_t begin, std::size_t end, const std::string& what,
                    const std::string& hint) const {
  throw Error(ErrorCode::query,
              what + " (" + describe_place(source_.original(), place(begin, end)) + ")", hint);
}

QueryTree read_plain(std::string_view text) {
  const CleanText clean(text);
  Cursor cursor(clean.text());
  QueryTree result;
  while (true) {
    cursor.skip_spaces();
    if (cursor.at_end() || result.root.children.size() == kMaxParts) break;
    Node word;
    word.kind = Node::Kind::word;
    word.text = cursor.up_to_space();
    word.place = clean.original_place(cursor.at(), cursor.at() + word.text.size());
    cursor.move_to(cursor.at() + word.text.size());
    result.root.children.push_back(std::move(word));
  }
  result.root.place = clean.original_place(0, cursor.at());
  if (!cursor.at_end()) {
    result.problems.push_back({clean.original_place(cursor.at(), clean.text().size()),
                               "the query has more than " + std::to_string(kMaxParts) + " words",
                               "the rest was left out"});
  }
  return result;
}

QueryTree read_query(std::string_view text, Syntax syntax) {
  const std::string_view kept = analyzers::beginning_within(text, kMaxQueryBytes);
  QueryTree result = syntax == Syntax::plain ? read_plain(kept) : Reader(CleanText(kept)).read();
  if (kept.size() < text.size()) {
    const Place rest = {static_cast<std::uint32_t>(kept.size()),
                        static_cast<std::uint32_t>(kept.size())};
    result.problems.push_back({rest,
                               "the query was cut at " + std::to_string(kMaxQueryBytes) + " bytes",
                               "what came before was searched"});
  }
  return result;
}

}  // namespace warraq::searcher
