#include "searcher/query/matcher.h"

#include <algorithm>

namespace warraq::searcher {
namespace {

using analyzers::Token;

bool same_word(const AnalysedClause& phrase, const QueryWord& word, const Token& token) {
  // A joined form is no stop word, whatever it spells.
  if (phrase.exact) return token.exact == word.exact && token.stop == word.stop;
  if (token.normalised != word.normalised) return false;
  // A word of a longer phrase stands for the stop word of its form too; a single one does not.
  return phrase.words.size() > 1 || word.stop || !token.stop;
}

// The end of the phrase whose first word is tokens[first], in bytes; 0 where it does not stand
// there. A joined token shares its first part's position, so that several may stand at one.
std::uint32_t phrase_end(std::span<const Token> tokens, std::size_t first,
                         const AnalysedClause& phrase) {
  if (!same_word(phrase, phrase.words[0], tokens[first])) return 0;
  const std::uint64_t position = tokens[first].position;
  std::uint32_t end = tokens[first].end;
  std::size_t next = first;
  for (std::size_t word = 1; word < phrase.words.size(); ++word) {
    while (next < tokens.size() && tokens[next].position < position + word) ++next;
    while (next < tokens.size() && tokens[next].position == position + word &&
           !same_word(phrase, phrase.words[word], tokens[next])) {
      ++next;
    }
    if (next == tokens.size() || tokens[next].position != position + word) return 0;
    end = std::max(end, tokens[next].end);
  }
  return end;
}

}  // namespace

Matcher::Matcher(const AnalysedQuery& query) {
  for (std::size_t number = 0; number < query.clauses.size(); ++number) {
    const AnalysedClause& clause = query.clauses[number];
    if (clause.kind == ClauseKind::phrase) {
      phrases_.push_back({static_cast<std::uint32_t>(units_.size()), &clause});
      units_.push_back({number, 0});
      continue;
    }
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      add_word(clause, clause.words[word], query.stop_words_only);
      units_.push_back({number, word});
    }
  }
}

void Matcher::add_word(const AnalysedClause& clause, const QueryWord& word, bool stop_words_only) {
  if (word.stop && !stop_words_only) return;
  const auto unit = static_cast<std::uint32_t>(units_.size());
  if (clause.exact) {
    exact_.emplace(word.exact, unit);
  } else if (stop_words_only) {
    normalised_.emplace(word.normalised, unit);
  } else {
    stems_.emplace(word.stem, unit);
  }
}

std::vector<Match> Matcher::find(std::span<const Token> tokens) const {
  std::vector<Match> result;
  const auto look_up = [&result](const Forms& forms, std::string_view form, const Token& token) {
    const auto found = forms.find(form);
    if (found != forms.end()) result.push_back({token.begin, token.end, found->second});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!stems_.empty() && !token.stop) look_up(stems_, token.stem, token);
    if (!normalised_.empty()) look_up(normalised_, token.normalised, token);
    if (!exact_.empty()) look_up(exact_, token.exact, token);
    for (const Phrase& phrase : phrases_) {
      const std::uint32_t end = phrase_end(tokens, i, *phrase.clause);
      if (end != 0) result.push_back({token.begin, end, phrase.unit});
    }
  }
  return result;
}

bool Matcher::holds(std::span<const Token> tokens, std::size_t clause) const {
  const std::vector<Match> matches = find(tokens);
  return std::any_of(matches.begin(), matches.end(),
                     [&](const Match& match) { return units_[match.unit].clause == clause; });
}

}  // namespace warraq::searcher
