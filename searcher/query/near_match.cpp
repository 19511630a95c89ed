#include "searcher/query/near_match.h"

#include <algorithm>
#include <utility>

namespace warraq::searcher {

using analyzers::Boundary;
using analyzers::Token;

NearMatcher::NearMatcher(const AnalysedClause& clause) : clause_(clause) {
  DistinctWords distinct = distinct_words(clause.words, clause.exact);
  times_ = std::move(distinct.times);
  for (std::uint32_t number = 0; number < times_.size(); ++number) {
    const QueryWord& word = *distinct.words[number];
    forms_.emplace(clause.exact ? word.exact : word.normalised, Word{number, word.stop});
  }
}

bool NearMatcher::is(const Word& word, const Token& token) const {
  if (clause_.exact) return token.stop == word.stop;
  return clause_.words.size() > 1 || word.stop || !token.stop;
}

std::vector<NearWord> NearMatcher::find(std::span<const Token> tokens,
                                        std::span<const Boundary> boundaries) const {
  const auto least =
      clause_.nearness.kind == Nearness::Kind::sentence ? Boundary::sentence : Boundary::paragraph;
  const bool divided = clause_.nearness.kind != Nearness::Kind::words;
  NearWindow window(times_, reach_of(clause_.nearness, clause_.words.size()));
  std::vector<NearWord> result;
  std::uint32_t windows = 0;
  std::uint32_t not_taken = 0;  // the first token that may belong to further windows
  bool stands = false;          // a word, at this position
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (divided && boundaries[i] >= least) window.forget_before(token.position);
    const auto [from, to] = forms_.equal_range(clause_.exact ? token.exact : token.normalised);
    for (auto found = from; found != to; ++found) {
      if (!is(found->second, token)) continue;
      window.add(found->second.number, token.position, i);
      stands = true;
    }
    // A joined form stands at its first part's position, right behind.
    const bool is_last = i + 1 == tokens.size() || tokens[i + 1].position != token.position;
    if (!stands || !is_last) continue;
    stands = false;
    if (!window.is_complete()) continue;
    // What the last window had of this one was taken with it.
    if (window.first_token() >= not_taken) ++windows;
    const auto known = static_cast<std::ptrdiff_t>(result.size());
    window.for_each_since(not_taken, [&](std::uint32_t each) {
      result.push_back({tokens[each].begin, tokens[each].end, windows});
    });
    std::reverse(result.begin() + known, result.end());
    not_taken = i + 1;
  }
  return result;
}

}  // namespace warraq::searcher
