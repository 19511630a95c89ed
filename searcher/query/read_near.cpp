// a NEAR/5 b: words near one another.
#include <algorithm>
#include <utility>

#include "searcher/query/reader.h"

namespace warraq::searcher {
namespace {

// Of (a OR b) NEAR (c OR d), each of the one is looked for near each of the other.
constexpr std::size_t kMostChoices = 16;

bool is_text(const Node& node) {
  return node.sign == Sign::bare &&
         (node.kind == Node::Kind::word ||
          (node.kind == Node::Kind::phrase && node.nearness.kind == Nearness::Kind::side_by_side));
}

bool is_choice_of_texts(const Node& node) {
  return node.kind == Node::Kind::any && node.sign == Sign::bare &&
         std::all_of(node.children.begin(), node.children.end(), is_text);
}

bool has_space(const std::string& text) { return text.find(' ') != std::string::npos; }

void add_text(std::string& phrase, const std::string& text) {
  if (!phrase.empty()) phrase += ' ';
  phrase += text;
}

// A text that no marks can stand around loses its own.
std::string without_quotation_marks(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = quotation_mark_at(text, at).bytes;
    result += mark != 0 ? ' ' : text[at];
    at += std::max(mark, std::size_t{1});
  }
  return result;
}

// Every way to take one of each.
std::vector<std::vector<Node>> choices_of(const std::vector<Node>& parts) {
  std::vector<std::vector<Node>> rows(1);
  for (const Node& part : parts) {
    const bool is_one = is_text(part);
    std::vector<std::vector<Node>> longer;
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < (is_one ? 1 : part.children.size()); ++i) {
        longer.push_back(row);
        longer.back().push_back(is_one ? part : part.children[i]);
      }
    }
    rows = std::move(longer);
  }
  return rows;
}

}  // namespace

Reader::Part Reader::read_near() {
  std::vector<Node> parts;
  if (Part first = read_signed()) parts.push_back(std::move(*first));
  std::uint32_t words = 0;
  std::optional<FoundConnective> last;
  while (const auto joint = take(Connective::Kind::near)) {
    const std::string name(cursor_.between(joint->begin, joint->end));
    if (parts.empty()) {
      problem(joint->begin, joint->end, name + " has nothing before it", "it was left out");
    }
    Part next = read_signed();
    if (!next) {
      problem(joint->begin, joint->end, name + " has nothing behind it", "it was left out");
      continue;
    }
    if (!parts.empty()) words = std::max(words, joint->connective.near_words);
    parts.push_back(std::move(*next));
    last = joint;
  }
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1) return std::move(parts.front());
  return join_near(std::move(parts), words, *last);
}

Reader::Part Reader::join_near(std::vector<Node> parts, std::uint32_t words,
                               const FoundConnective& at) {
  const Place whole = {parts.front().place.begin, parts.back().place.end};
  // -a NEAR b refuses both where they are near.
  const Sign sign = std::exchange(parts.front().sign, Sign::bare);
  std::size_t choices = 1;
  for (const Node& part : parts) {
    if (is_choice_of_texts(part)) {
      choices = std::min(choices * part.children.size(), kMostChoices + 1);
    } else if (!is_text(part)) {
      choices = kMostChoices + 1;
    }
  }
  Node result;
  if (choices > kMostChoices) {
    problem(at.begin, at.end,
            "NEAR joins words, quotations and a few of them with OR, not fields, prefixes or signs",
            "AND was searched: both, however far apart");
    result.kind = Node::Kind::all;
    for (Node& part : parts) result.children.push_back(as_operand(std::move(part)));
  } else if (choices == 1) {
    result = near_phrase(parts, words, at);
  } else {
    result.kind = Node::Kind::any;
    parts_ += choices;
    for (const auto& row : choices_of(parts))
      result.children.push_back(near_phrase(row, words, at));
    for (Node& child : result.children) child.place = whole;
  }
  result.sign = sign;
  result.place = whole;
  closed_ = false;
  return result;
}

Node Reader::near_phrase(const std::vector<Node>& parts, std::uint32_t words,
                         const FoundConnective& at) {
  Node result;
  result.kind = Node::Kind::phrase;
  result.nearness = {Nearness::Kind::words, words};
  const auto exact_parts =
      std::count_if(parts.begin(), parts.end(), [](const Node& part) { return part.exact; });
  result.exact = static_cast<std::size_t>(exact_parts) == parts.size();
  if (exact_parts != 0 && !result.exact) {
    problem(at.begin, at.end, "NEAR stands between an exact word and another",
            "all were searched as words of a quotation are, none in its exact form");
  }
  for (const Node& part : parts) {
    if (part.kind == Node::Kind::phrase && has_space(part.text)) {
      problem(at.begin, at.end, "NEAR stands beside a quotation of several words",
              "all of their words were searched within " + std::to_string(words) +
                  " of one another, in any order");
    }
    add_text(result.text, part.text);
  }
  if (!marks_around(result.text)) result.text = without_quotation_marks(result.text);
  return result;
}

}  // namespace warraq::searcher
