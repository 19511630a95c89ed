#include "searcher/query/matcher.h"

#include <algorithm>
#include <utility>

#include "searcher/query/prefix.h"

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

bool is_near(const AnalysedClause& phrase) {
  return phrase.nearness.kind != Nearness::Kind::side_by_side;
}

bool has_phrase(const AnalysedText& text, const AnalysedClause& phrase) {
  if (is_near(phrase)) {
    const auto boundaries = analyzers::boundaries_of(text.text, text.tokens);
    return !NearMatcher(phrase).find(text.tokens, boundaries).empty();
  }
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (phrase_end(text.tokens, i, phrase) != 0) return true;
  }
  return false;
}

bool has_prefix(std::span<const Token> tokens, const AnalysedClause& prefix) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return matches_prefix(prefix, token); });
}

bool is_searched(TextField field, TextPart part) {
  return field == TextField::any || (field == TextField::title) == (part == TextPart::title);
}

}  // namespace

Matcher::Matcher(const AnalysedQuery& query) {
  for (std::size_t number = 0; number < query.clauses.size(); ++number) {
    if (!query.clauses[number].excluded) add_clause(query.clauses[number], number);
  }
}

void Matcher::add_clause(const AnalysedClause& clause, std::size_t number) {
  const bool in_words = clause.kind == ClauseKind::words;
  const std::size_t units = in_words ? clause.words.size() : 1;
  for (std::size_t word = 0; word < units; ++word) {
    const auto unit = static_cast<std::uint32_t>(units_.size());
    for (const TextPart part : {TextPart::title, TextPart::body}) {
      if (!is_searched(clause.field, part)) continue;
      Wanted& wanted = wanted_[static_cast<std::size_t>(part)];
      if (in_words) {
        add_word(clause, clause.words[word], wanted);
      } else if (clause.kind == ClauseKind::prefix) {
        wanted.prefixes.push_back({unit, &clause});
      } else {
        add_phrase(clause, wanted);
        for (const Variant& variant : clause.variants) {
          add_phrase(variant_of(clause, variant), wanted);
        }
      }
    }
    units_.push_back({number, word});
  }
}

void Matcher::add_word(const AnalysedClause& clause, const QueryWord& word, Wanted& wanted) {
  if (word.stop && !clause.searches_stop_words) return;
  const auto unit = static_cast<std::uint32_t>(units_.size());
  if (clause.exact) {
    wanted.exact.emplace(word.exact, unit);
  } else if (word.stop) {
    wanted.normalised.emplace(word.normalised, unit);
  } else {
    wanted.stems.emplace(word.stem, unit);
  }
  for (const Variant& variant : word.variants) {
    if (variant.words.size() == 1) {
      wanted.stems.emplace(variant.words.front().stem, unit);
    } else {
      add_phrase(variant_of(clause, variant), wanted);
    }
  }
}

void Matcher::add_phrase(const AnalysedClause& phrase, Wanted& wanted) const {
  const auto unit = static_cast<std::uint32_t>(units_.size());
  if (is_near(phrase)) {
    wanted.near.push_back({unit, NearMatcher(phrase)});
  } else {
    wanted.phrases.push_back({unit, &phrase});
  }
}

const AnalysedClause& Matcher::variant_of(const AnalysedClause& clause, const Variant& variant) {
  AnalysedClause& phrase =
      variants_.emplace_back(AnalysedClause{ClauseKind::phrase, clause.exact, variant.words});
  phrase.nearness = clause.nearness;
  return phrase;
}

std::vector<Match> Matcher::find(const AnalysedText& text, TextPart part) const {
  const std::span<const Token> tokens = text.tokens;
  const Wanted& wanted = wanted_[static_cast<std::size_t>(part)];
  std::vector<Match> result;
  const auto look_up = [&result](const Forms& forms, std::string_view form, const Token& token) {
    const auto found = forms.find(form);
    if (found != forms.end()) result.push_back({token.begin, token.end, found->second});
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!wanted.stems.empty() && !token.stop) look_up(wanted.stems, token.stem, token);
    if (!wanted.normalised.empty()) look_up(wanted.normalised, token.normalised, token);
    if (!wanted.exact.empty()) look_up(wanted.exact, token.exact, token);
    for (const Phrase& phrase : wanted.phrases) {
      const std::uint32_t end = phrase_end(tokens, i, *phrase.clause);
      if (end != 0) result.push_back({token.begin, end, phrase.unit});
    }
    for (const Phrase& prefix : wanted.prefixes) {
      if (matches_prefix(*prefix.clause, token)) {
        result.push_back({token.begin, token.end, prefix.unit});
      }
    }
  }
  if (wanted.near.empty()) return result;
  const auto boundaries = analyzers::boundaries_of(text.text, tokens);
  for (const NearWords& near : wanted.near) {
    for (const NearWord& word : near.matcher.find(tokens, boundaries)) {
      result.push_back({word.begin, word.end, near.unit, word.window});
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return result;
}

bool stands_in(const AnalysedClause& clause, const AnalysedText& title, const AnalysedText& body) {
  const auto holds = [&](const AnalysedText& text, TextPart part) {
    if (!is_searched(clause.field, part)) return false;
    return clause.kind == ClauseKind::prefix ? has_prefix(text.tokens, clause)
                                             : has_phrase(text, clause);
  };
  return holds(title, TextPart::title) || holds(body, TextPart::body);
}

}  // namespace warraq::searcher
