#include "tests/searcher/query_generator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "warraq/analyzers/utf8.h"

namespace warraq::tests {

using searcher::NameField;
using searcher::Nearness;
using searcher::Node;
using searcher::Sign;
using searcher::TextField;
using Kind = Node::Kind;

namespace {

constexpr std::size_t kDepth = 3;

Node node(Kind kind, std::string text = {}, bool exact = false) {
  Node result;
  result.kind = kind;
  result.text = std::move(text);
  result.exact = exact;
  return result;
}

}  // namespace

QueryGenerator::QueryGenerator(const std::vector<corpus::Article>& articles, unsigned seed)
    : articles_(articles), random_(seed) {}

std::size_t QueryGenerator::below(std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
}

void QueryGenerator::look_at(const std::string& text) {
  text_ = text;
  analyzer_.analyze(text_, analysis_);
  arabic_.clear();
  for (const analyzers::Token& token : analysis_.tokens()) {
    const bool is_word = token.exact.size() > 3;
    if (token.kind == analyzers::TokenKind::arabic && !token.joined && is_word) {
      arabic_.push_back(token);
    }
  }
}

std::string QueryGenerator::words(std::size_t count) {
  do {
    look_at(one_in(4) ? article().title : article().body);
  } while (arabic_.size() < count);
  const auto first =
      arabic_.begin() + static_cast<std::ptrdiff_t>(below(arabic_.size() - count + 1));
  std::string result;
  std::for_each(first, first + static_cast<std::ptrdiff_t>(count), [&](const auto& token) {
    result.append(result.empty() ? "" : " ").append(text_, token.begin, token.end - token.begin);
  });
  return result;
}

std::string QueryGenerator::word(bool may_be_stop_word) {
  for (;;) {
    look_at(one_in(4) ? article().title : article().body);
    if (arabic_.empty()) continue;
    const analyzers::Token& token = arabic_[below(arabic_.size())];
    if (token.stop && !may_be_stop_word) continue;
    return text_.substr(token.begin, token.end - token.begin);
  }
}

Node QueryGenerator::query() {
  Node result = sequence(1);
  result.sign = Sign::bare;
  return result;
}

Node QueryGenerator::part(std::size_t depth) {
  if (depth >= kDepth || !one_in(3)) return leaf();
  switch (below(4)) {
    case 0:
      return joined(Kind::all, depth);
    case 1:
      return joined(Kind::any, depth);
    case 2: {
      Node result = node(Kind::none);
      result.children.push_back(part(depth + 1));
      return result;
    }
    default:
      return sequence(depth + 1);
  }
}

Node QueryGenerator::sequence(std::size_t depth) {
  Node result = node(Kind::sequence);
  const std::size_t count = 1 + below(4);
  for (std::size_t i = 0; i < count; ++i) {
    Node child = part(depth);
    if (one_in(5)) child.sign = Sign::required;
    if (one_in(8)) child.sign = Sign::excluded;
    result.children.push_back(std::move(child));
  }
  return result;
}

Node QueryGenerator::joined(Kind kind, std::size_t depth) {
  Node result = node(kind);
  const std::size_t count = 2 + below(2);
  for (std::size_t i = 0; i < count; ++i) result.children.push_back(part(depth + 1));
  return result;
}

Node QueryGenerator::leaf() {
  switch (below(12)) {
    case 0:
    case 1:
      return near_words();
    case 2:
      return prefix();
    case 3:
      return in_field();
    case 4:
      return name();
    case 5:
      return dates();
    default:
      return word_or_phrase();
  }
}

Node QueryGenerator::word_or_phrase() {
  switch (below(6)) {
    case 0:
      return node(Kind::word, word(true), true);
    case 1:
      return node(Kind::phrase, words(1 + below(4)), one_in(3));
    case 2:
      return node(Kind::phrase, words(2));
    default:
      return node(Kind::word, word(false));
  }
}

Node QueryGenerator::near_words() {
  Node result = node(Kind::phrase, words(2 + below(2)), one_in(4));
  if (one_in(3)) result.text = word(false) + ' ' + word(false);
  constexpr std::array kKinds = {Nearness::Kind::words, Nearness::Kind::sentence,
                                 Nearness::Kind::paragraph};
  result.nearness.kind = kKinds[below(kKinds.size())];
  if (result.nearness.kind == Nearness::Kind::words) {
    result.nearness.words = static_cast<std::uint32_t>(3 + below(12));
  }
  return result;
}

Node QueryGenerator::prefix() {
  const std::string text = word(false);
  constexpr std::size_t kLetter = 2;  // bytes
  const bool exact = one_in(5);
  // So that no more words begin with it than are searched.
  const std::size_t bytes = ((exact ? 5 : 3) + below(5)) * kLetter;
  return node(Kind::prefix, std::string(analyzers::beginning_within(text, bytes)), exact);
}

Node QueryGenerator::in_field() {
  Node result = node(Kind::in_field);
  result.field = one_in(3) ? TextField::body : TextField::title;
  result.children.push_back(one_in(3) ? near_words() : word_or_phrase());
  return result;
}

Node QueryGenerator::name() {
  const corpus::Article& from = article();
  const bool is_source = one_in(2) || from.category.empty();
  if ((is_source ? from.source : from.category).empty()) return dates();
  Node result = node(Kind::name, is_source ? from.source : from.category, one_in(2));
  result.name_field = is_source ? NameField::source : NameField::category;
  return result;
}

Node QueryGenerator::dates() {
  Node result = node(Kind::dates);
  auto first = analyzers::parse_date(article().date);
  auto last = analyzers::parse_date(article().date);
  if (first && last && *last < *first) std::swap(first, last);
  if (!one_in(4)) result.from = first;
  if (!result.from || !one_in(4)) result.to = last;
  if (!result.from && !result.to) return word_or_phrase();
  return result;
}

}  // namespace warraq::tests
