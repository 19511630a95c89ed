#include <algorithm>

#include "searcher/query/connectives.h"
#include "searcher/query/date_span.h"
#include "searcher/query/fields.h"
#include "searcher/query/quotes.h"
#include "searcher/query/tree.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using Kind = Node::Kind;

std::string print(const Node& node, FieldNames names);

bool is_one_word(const Node& node) { return node.kind == Kind::word || node.kind == Kind::prefix; }

// Perhaps printed with brackets, marks of quotation or a field, between which Arabic words join.
bool may_be_closed(const Node& node) { return !is_one_word(node) || node.sign != Sign::bare; }

std::string_view without_signs(std::string_view text) {
  for (std::size_t bytes = 1; bytes != 0; text.remove_prefix(bytes)) {
    bytes = 0;
    for (const std::string_view sign : {"+", "＋", "-", "−", "－"}) {
      if (text.starts_with(sign)) bytes = sign.size();
    }
  }
  return text;
}

// What would be read with the words that follow it, or with those before it: تاريخ:آذار 2018 and
// date:2018 ..2019 are dates.
bool may_reach_out(const Node& word) {
  // ‘a and b’ are a quotation together.
  for (const std::string_view mark : {"‘", "’", "‚", "'", "＇", "<<", ">>"}) {
    if (without_signs(word.text).starts_with(mark)) return true;
  }
  if (word.exact || word.kind == Kind::prefix) return false;
  if (word.text.starts_with("..") || word.text.starts_with("…")) return true;
  const auto mark = field_mark(word.text);
  return mark && field_named(mark->name);
}

bool is_read_as(const Node& part, const std::string& text) {
  try {
    const QueryTree read = read_query(text, Syntax::query);
    return read.root.children.size() == 1 && read.root.children.front() == part;
  } catch (const Error&) {
    return false;  // date:5 is no date
  }
}

// With a backslash where it would not be read as what it is.
std::string print_word(const Node& node) {
  Node bare = node;
  bare.sign = Sign::bare;
  std::string text = (node.exact ? "=" : "") + node.text + (node.kind == Kind::prefix ? "*" : "");
  if (!may_reach_out(node) && is_read_as(bare, text)) return text;
  return text.insert(node.exact ? 1 : 0, 1, '\\');
}

std::string print_quotation(const Node& node) {
  const QuotationMarks marks = marks_around(node.text).value_or(QuotationMarks{"\"", "\""});
  return std::string(node.exact ? "=" : "")
      .append(marks.opening)
      .append(node.text)
      .append(marks.closing);
}

// A backslash reaches to the next space.
std::string in_brackets(const std::string& text) {
  return "(" + text + (text.find('\\') != std::string::npos ? " )" : ")");
}

bool needs_brackets(const Node& node) {
  return node.kind == Kind::sequence || node.kind == Kind::all || node.kind == Kind::any ||
         node.kind == Kind::none;
}

std::string print_operand(const Node& node, FieldNames names) {
  return needs_brackets(node) ? in_brackets(print(node, names)) : print(node, names);
}

std::string print_refused(const Node& node, FieldNames names) {
  return node.kind == Kind::none ? print(node, names) : print_operand(node, names);
}

std::string print_joined(const Node& node, std::string_view word, FieldNames names) {
  std::string result;
  for (const Node& child : node.children) {
    if (!result.empty()) result.append(" ").append(word).append(" ");
    result += print_refused(child, names);
  }
  return result;
}

// A sign counts before a letter and before a bracket, not before a digit.
std::string print_signed(const Node& node, FieldNames names) {
  if (node.sign == Sign::bare) return print_operand(node, names);
  const std::string sign = node.sign == Sign::required ? "+" : "-";
  std::string text = sign + print_operand(node, names);
  if (is_one_word(node) && !is_read_as(node, text)) return sign + in_brackets(print(node, names));
  return text;
}

std::string print_sequence(const std::vector<Node>& parts, FieldNames names) {
  if (parts.size() == 1 && parts.front().sign == Sign::bare) return print(parts.front(), names);
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) result += ' ';
    const Node& part = parts[i];
    const bool between = i > 0 && i + 1 < parts.size() && may_be_closed(parts[i - 1]) &&
                         may_be_closed(parts[i + 1]) && part.kind == Kind::word && !part.exact &&
                         part.sign == Sign::bare;
    const auto connective = connective_named(part.text);
    const bool joins = i > 0 && parts[i - 1].kind == Kind::dates && part.kind == Kind::word &&
                       !part.exact && part.sign == Sign::bare && joins_dates(part.text);
    if (joins || (between && connective && connective->arabic)) result += '\\';
    result += print_signed(part, names);
  }
  return result;
}

std::string print(const Node& node, FieldNames names) {
  switch (node.kind) {
    case Kind::word:
    case Kind::prefix:
      return print_word(node);
    case Kind::phrase:
      return print_quotation(node) + print_nearness(node.nearness);
    case Kind::sequence:
      return print_sequence(node.children, names);
    case Kind::all:
      return print_joined(node, "AND", names);
    case Kind::any:
      return print_joined(node, "OR", names);
    case Kind::none:
      return "NOT " + print_refused(node.children.front(), names);
    case Kind::in_field:
      return std::string(name_of(node.field, names)) + ":" +
             print_operand(node.children.front(), names);
    case Kind::name:
      return std::string(name_of(node.name_field, names)) + ":" + print_quotation(node);
    case Kind::dates:
      return std::string(name_of_dates(names)) + ":" + print_span({node.from, node.to});
  }
  return {};
}

}  // namespace

bool Node::operator==(const Node& other) const {
  return kind == other.kind && sign == other.sign && exact == other.exact && text == other.text &&
         nearness == other.nearness && field == other.field && name_field == other.name_field &&
         from == other.from && to == other.to && children == other.children;
}

std::string print_nearness(const Nearness& nearness) {
  switch (nearness.kind) {
    case Nearness::Kind::side_by_side:
      break;
    case Nearness::Kind::words:
      return "~" + std::to_string(nearness.words);
    case Nearness::Kind::sentence:
      return "~sentence";
    case Nearness::Kind::paragraph:
      return "~paragraph";
  }
  return {};
}

std::string print_query(const Node& root, FieldNames names) { return print(root, names); }

FieldNames field_names_in(std::string_view query) {
  for (std::size_t at = 0; at < query.size(); at += analyzers::utf8_length(query[at])) {
    const bool begins =
        at == 0 || std::string_view(" \t\n(+-=").find(query[at - 1]) != std::string_view::npos;
    const auto mark = begins ? field_mark(query.substr(at)) : std::nullopt;
    if (!mark || !field_named(mark->name)) continue;
    const bool is_latin = static_cast<unsigned char>(mark->name.front()) < 0x80;
    return is_latin ? FieldNames::english : FieldNames::arabic;
  }
  return FieldNames::english;
}

}  // namespace warraq::searcher
