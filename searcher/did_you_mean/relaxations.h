// What a query asks for less, where it finds nothing.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// A tree that finds what another finds, and more.
struct Relaxation {
  Suggestion::Kind kind = Suggestion::Kind::fewer_words;
  Node root;
  Node replaced;  ///< what of the tree it changes or leaves out
};

/// The phrases of the tree as words near one another, then as words anywhere: each phrase alone,
/// and all of them.
[[nodiscard]] std::vector<Relaxation> with_looser_phrases(const Node& root,
                                                          const analyzers::Analyzer& analyzer);

/// The tree without one of its parts, for each of them; a part in a field without the field first.
/// At most kMaxDropped.
[[nodiscard]] std::vector<Relaxation> with_fewer_parts(const Node& root);
inline constexpr std::size_t kMaxDropped = 16;

}  // namespace warraq::searcher
