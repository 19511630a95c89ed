// The words of a query where they stand in its tree, and others put in their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// A word that a query asks for.
struct TreeWord {
  std::vector<std::size_t> path;  ///< to its node: which child, from the root on
  std::uint32_t begin = 0;        ///< in the node's text
  std::uint32_t end = 0;
  std::string exact;  ///< as analyzers::Token has them
  std::string normalised;
  std::string stem;
  bool stop = false;
  bool bare = true;         ///< found by its stem; else by its form
  bool exact_form = false;  ///< by its exact form
};

/// The words of the tree in their order, `at_most` of them: not those that articles must not have,
/// nor names, nor prefixes. With `exact` all are searched in their exact form.
[[nodiscard]] std::vector<TreeWord> words_of(const Node& root, const analyzers::Analyzer& analyzer,
                                             bool exact, std::size_t at_most);

/// Whether nothing stands between two words that follow one another: a space may have split them.
[[nodiscard]] bool may_be_one(const Node& root, const TreeWord& first, const TreeWord& second);

/// The words that stand in one node with word number `word`, as it was put; nothing where that is
/// no bare word, or the one word and nothing around it.
struct NodeWords {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
};
[[nodiscard]] std::optional<NodeWords> words_beside(const Node& root,
                                                    std::span<const TreeWord> words,
                                                    std::size_t word);

/// Words `first` to `last` of a tree, and what is to stand there.
struct Replacement {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;         ///< of several words: a bare word becomes a phrase
  bool whole_node = false;  ///< the words are all of their node's: what is around them goes too
};

/// The tree with `replacements`, in order and apart, of `words`. Of several words only those that
/// may_be_one() are replaced together.
[[nodiscard]] Node with_replaced(Node root, std::span<const TreeWord> words,
                                 std::span<const Replacement> replacements);

}  // namespace warraq::searcher
