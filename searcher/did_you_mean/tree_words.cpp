#include "searcher/did_you_mean/tree_words.h"

#include <algorithm>
#include <utility>

namespace warraq::searcher {
namespace {

using Kind = Node::Kind;
using Path = std::vector<std::size_t>;

class Walk {
 public:
  Walk(const analyzers::Analyzer& analyzer, bool exact, std::size_t at_most)
      : analyzer_(analyzer), exact_(exact), at_most_(at_most) {}

  void visit(const Node& node) {
    if (node.sign == Sign::excluded || node.kind == Kind::none) return;
    if (node.kind == Kind::word || node.kind == Kind::phrase) add_words(node);
    for (std::size_t i = 0; i < node.children.size() && words_.size() < at_most_; ++i) {
      path_.push_back(i);
      visit(node.children[i]);
      path_.pop_back();
    }
  }

  std::vector<TreeWord> take() { return std::move(words_); }

 private:
  void add_words(const Node& node) {
    analyzer_.analyze(node.text, analysis_);
    const bool exact = exact_ || node.exact;
    const bool bare = node.kind == Kind::word && !exact;
    for (const analyzers::Token& token : analysis_.tokens()) {
      if (words_.size() == at_most_) return;
      if (token.joined) continue;
      words_.push_back({path_, token.begin, token.end, std::string(token.exact),
                        std::string(token.normalised), std::string(token.stem), token.stop, bare,
                        exact});
    }
  }

  const analyzers::Analyzer& analyzer_;
  bool exact_;
  std::size_t at_most_;
  analyzers::Analysis analysis_;
  Path path_;
  std::vector<TreeWord> words_;
};

template <typename AnyNode>
AnyNode& node_at(AnyNode& root, std::span<const std::size_t> path) {
  AnyNode* node = &root;
  for (const std::size_t child : path) node = &node->children[child];
  return *node;
}

bool is_all_of_its_node(const Node& root, const TreeWord& word) {
  const Node& node = node_at(root, std::span(word.path));
  return node.kind == Kind::word && !node.exact && node.sign == Sign::bare && word.begin == 0 &&
         word.end == node.text.size();
}

bool are_neighbours(const Node& root, const Path& first, const Path& second) {
  if (first.empty() || first.size() != second.size() || first.back() + 1 != second.back()) {
    return false;
  }
  const auto parent = std::span(first).first(first.size() - 1);
  return std::equal(parent.begin(), parent.end(), second.begin()) &&
         node_at(root, parent).kind == Kind::sequence;
}

void replace(Node& root, const TreeWord& first, const TreeWord& last,
             const Replacement& replacement) {
  const std::string& text = replacement.text;
  Node& node = node_at(root, std::span(first.path));
  if (first.path != last.path) {
    node.text = text;
    const auto parent = std::span(last.path).first(last.path.size() - 1);
    Node& sequence = node_at(root, parent);
    auto& children = sequence.children;
    children.erase(children.begin() + static_cast<std::ptrdiff_t>(last.path.back()));
    if (parent.empty() || children.size() > 1) return;
    // Brackets around one word are none.
    Node only = children.front();
    only.sign = sequence.sign;
    sequence = std::move(only);
    return;
  }
  const std::size_t begin = replacement.whole_node ? 0 : first.begin;
  const std::size_t end = replacement.whole_node ? node.text.size() : last.end;
  const bool whole = begin == 0 && end == node.text.size();
  node.text.replace(begin, end - begin, text);
  if (node.kind == Kind::word && whole && text.find(' ') != std::string::npos) {
    node.kind = Kind::phrase;
  }
}

}  // namespace

std::vector<TreeWord> words_of(const Node& root, const analyzers::Analyzer& analyzer, bool exact,
                               std::size_t at_most) {
  Walk walk(analyzer, exact, at_most);
  walk.visit(root);
  return walk.take();
}

bool may_be_one(const Node& root, const TreeWord& first, const TreeWord& second) {
  if (first.path != second.path) {
    return are_neighbours(root, first.path, second.path) && is_all_of_its_node(root, first) &&
           is_all_of_its_node(root, second);
  }
  const std::string& text = node_at(root, std::span(first.path)).text;
  const auto between = text.substr(first.end, second.begin - first.end);
  return !between.empty() && between.find_first_not_of(' ') == std::string::npos;
}

std::optional<NodeWords> words_beside(const Node& root, std::span<const TreeWord> words,
                                      std::size_t word) {
  const Node& node = node_at(root, std::span(words[word].path));
  const bool alone = words[word].begin == 0 && words[word].end == node.text.size();
  if (node.kind != Kind::word || node.exact || alone) return std::nullopt;
  NodeWords result{word, word, node.text};
  const auto same_node = [&](std::size_t i) { return words[i].path == words[word].path; };
  while (result.first > 0 && same_node(result.first - 1)) --result.first;
  while (result.last + 1 < words.size() && same_node(result.last + 1)) ++result.last;
  return result;
}

Node with_replaced(Node root, std::span<const TreeWord> words,
                   std::span<const Replacement> replacements) {
  // From the end, so that the places of those before stay what they are.
  for (std::size_t i = replacements.size(); i-- > 0;) {
    const Replacement& each = replacements[i];
    replace(root, words[each.first], words[each.last], each);
  }
  return root;
}

}  // namespace warraq::searcher
