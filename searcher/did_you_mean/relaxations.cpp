#include "searcher/did_you_mean/relaxations.h"

#include <algorithm>
#include <span>
#include <utility>

namespace warraq::searcher {
namespace {

using Kind = Node::Kind;
using Path = std::vector<std::size_t>;

// How near the words of a phrase must stand when they need not stand side by side.
constexpr std::uint32_t kNear = 10;
constexpr std::size_t kMaxPhrases = 4;

Node& node_at(Node& root, std::span<const std::size_t> path) {
  Node* node = &root;
  for (const std::size_t child : path) node = &node->children[child];
  return *node;
}

bool is_asked_for(const Node& node) {
  return node.sign != Sign::excluded && node.kind != Kind::none;
}

void find_phrases(const Node& node, Path& path, std::vector<Path>& phrases) {
  if (!is_asked_for(node)) return;
  if (node.kind == Kind::phrase) phrases.push_back(path);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    path.push_back(i);
    find_phrases(node.children[i], path, phrases);
    path.pop_back();
  }
}

// The words of a phrase, each a node that asks for the same of it.
std::vector<Node> words_in(const Node& phrase, const analyzers::Analyzer& analyzer) {
  std::vector<Node> words;
  analyzers::Analysis analysis;
  analyzer.analyze(phrase.text, analysis);
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.joined || token.stop) continue;
    Node word;
    word.kind = Kind::word;
    word.exact = phrase.exact;
    word.text = phrase.text.substr(token.begin, token.end - token.begin);
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
  return words;
}

class PhraseLoosener {
 public:
  PhraseLoosener(const Node& root, const analyzers::Analyzer& analyzer) : root_(root) {
    std::vector<Path> phrases;
    Path path;
    find_phrases(root, path, phrases);
    Node copy = root;
    for (const Path& each : phrases) {
      if (phrases_.size() == kMaxPhrases) break;
      std::vector<Node> words = words_in(node_at(copy, each), analyzer);
      if (words.size() >= 2) phrases_.push_back({each, std::move(words)});
    }
  }

  [[nodiscard]] std::vector<Relaxation> run() const {
    std::vector<Relaxation> result;
    for (const auto kind : {Suggestion::Kind::nearby, Suggestion::Kind::all_words}) {
      for (const Phrase& phrase : phrases_) add({&phrase, 1}, kind, result);
      if (phrases_.size() > 1) add(phrases_, kind, result);
    }
    return result;
  }

 private:
  struct Phrase {
    Path path;
    std::vector<Node> words;
  };

  void add(std::span<const Phrase> phrases, Suggestion::Kind kind,
           std::vector<Relaxation>& result) const {
    Relaxation relaxed{kind, root_, {}};
    relaxed.replaced = node_at(relaxed.root, phrases.front().path);
    if (phrases.size() > 1) relaxed.replaced = root_;
    for (const Phrase& phrase : phrases) {
      loosen(node_at(relaxed.root, phrase.path), phrase.words, kind);
    }
    if (!(relaxed.root == root_)) result.push_back(std::move(relaxed));
  }

  static void loosen(Node& node, const std::vector<Node>& words, Suggestion::Kind kind) {
    if (kind == Suggestion::Kind::nearby) {
      if (node.nearness.kind == Nearness::Kind::side_by_side) {
        node.nearness = {Nearness::Kind::words, kNear};
      }
      return;
    }
    node.kind = Kind::all;
    node.exact = false;
    node.text.clear();
    node.nearness = {};
    node.children = words;
  }

  const Node& root_;
  std::vector<Phrase> phrases_;
};

bool is_filter(const Node& node) { return node.kind == Kind::name || node.kind == Kind::dates; }

class PartDropper {
 public:
  explicit PartDropper(const Node& root) : root_(root) {}

  std::vector<Relaxation> run() {
    Path path;
    visit(root_, path);
    return std::move(result_);
  }

 private:
  // Parts of which every one must be there, or, of a sequence, may have to.
  void visit(const Node& node, Path& path) {
    const bool is_list = node.kind == Kind::sequence || node.kind == Kind::all;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const Node& child = node.children[i];
      path.push_back(i);
      if (child.kind == Kind::in_field) lift_field(path);
      if (is_list && leaves_something(node, i)) drop(path);
      if (is_asked_for(child) && child.kind != Kind::any) visit(child, path);
      path.pop_back();
    }
  }

  static bool leaves_something(const Node& list, std::size_t dropped) {
    for (std::size_t i = 0; i < list.children.size(); ++i) {
      if (i != dropped && is_asked_for(list.children[i])) return true;
    }
    return false;
  }

  void lift_field(const Path& path) {
    if (result_.size() == kMaxDropped) return;
    Relaxation relaxed{Suggestion::Kind::no_filter, root_, {}};
    Node& node = node_at(relaxed.root, path);
    relaxed.replaced = node;
    if (node.children.empty()) return;
    Node child = node.children.front();
    child.sign = node.sign;
    node = std::move(child);
    result_.push_back(std::move(relaxed));
  }

  void drop(const Path& path) {
    if (result_.size() == kMaxDropped) return;
    Relaxation relaxed{Suggestion::Kind::fewer_words, root_, {}};
    Node& list = node_at(relaxed.root, std::span(path).first(path.size() - 1));
    const auto dropped = list.children.begin() + static_cast<std::ptrdiff_t>(path.back());
    relaxed.replaced = *dropped;
    if (is_filter(*dropped)) relaxed.kind = Suggestion::Kind::no_filter;
    list.children.erase(dropped);
    const bool is_root = path.size() == 1;
    if (!is_root && list.children.size() == 1) {
      Node only = list.children.front();
      only.sign = list.sign;
      list = std::move(only);
    }
    result_.push_back(std::move(relaxed));
  }

  const Node& root_;
  std::vector<Relaxation> result_;
};

}  // namespace

std::vector<Relaxation> with_looser_phrases(const Node& root, const analyzers::Analyzer& analyzer) {
  return PhraseLoosener(root, analyzer).run();
}

std::vector<Relaxation> with_fewer_parts(const Node& root) { return PartDropper(root).run(); }

}  // namespace warraq::searcher
