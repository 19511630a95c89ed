#include <algorithm>
#include <span>
#include <unordered_map>

#include "searcher/query/query.h"

namespace warraq::searcher {
namespace {

QueryWord to_word(const analyzers::Token& token, std::string_view text) {
  return {std::string(text.substr(token.begin, token.end - token.begin)),
          std::string(token.exact),
          std::string(token.normalised),
          std::string(token.stem),
          token.stop,
          false};
}

// Whether each token is a part of a joined one, which stands behind its first part.
std::vector<bool> are_parts(std::span<const analyzers::Token> tokens) {
  std::vector<bool> result(tokens.size());
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].joined) continue;
    result[i - 1] = true;
    for (std::size_t part = i + 1; part < tokens.size() && tokens[part].end <= tokens[i].end;
         ++part) {
      result[part] = !tokens[part].joined;
    }
  }
  return result;
}

class QueryAnalysis {
 public:
  QueryAnalysis(const analyzers::Analyzer& analyzer, bool exact, std::size_t max_words)
      : analyzer_(analyzer), exact_(exact), words_left_(max_words) {}

  AnalysedQuery run(const ParsedQuery& query, std::size_t max_words) {
    result_.notes = query.notes;
    AnalysedClause bag;
    bag.exact = exact_;
    for (const Clause& clause : query.clauses) {
      if (clause.kind == ClauseKind::words) {
        append_bag(clause.text, bag.words);
      } else {
        add_phrase(clause);
      }
    }
    if (!bag.words.empty()) result_.clauses.push_back(std::move(bag));
    if (cut_) {
      result_.notes.push_back("the query was cut after " + std::to_string(max_words) + " words");
    }
    result_.stop_words_only = only_stop_words();
    return std::move(result_);
  }

 private:
  // All bare words of a query are one bag, wherever they stand; each distinct word counts once.
  void append_bag(const std::string& text, std::vector<QueryWord>& words) {
    analyzer_.analyze(text, analysis_);
    const auto parts = are_parts(analysis_.tokens());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const analyzers::Token& token = analysis_.tokens()[i];
      if (token.normalised.empty()) continue;  // as the indexer does: nothing to search
      std::string key(exact_ ? token.exact : token.normalised);
      // The preposition على and the name علي share a normalised form and are not the same word.
      key += token.stop ? "\x01" : "\x02";
      const auto known = seen_.find(key);
      if (known != seen_.end()) {
        // Once by itself is enough.
        words[known->second].part = words[known->second].part && parts[i];
        continue;
      }
      if (!take_word()) return;
      seen_.emplace(std::move(key), words.size());
      words.push_back(to_word(token, text));
      words.back().part = parts[i];
    }
  }

  void add_phrase(const Clause& clause) {
    analyzer_.analyze(clause.text, analysis_);
    AnalysedClause result{ClauseKind::phrase, clause.exact || exact_, {}};
    for (const analyzers::Token& token : analysis_.tokens()) {
      // A joined token stands beside its parts, which are words of the phrase themselves.
      if (token.joined || token.normalised.empty()) continue;
      if (!take_word()) break;
      result.words.push_back(to_word(token, clause.text));
    }
    if (!result.words.empty() && !is_known(result)) result_.clauses.push_back(std::move(result));
  }

  [[nodiscard]] bool is_known(const AnalysedClause& clause) const {
    const auto same = [&](const AnalysedClause& known) {
      return known.kind == clause.kind && known.exact == clause.exact &&
             std::equal(known.words.begin(), known.words.end(), clause.words.begin(),
                        clause.words.end(),
                        [](const QueryWord& a, const QueryWord& b) { return a.exact == b.exact; });
    };
    return std::any_of(result_.clauses.begin(), result_.clauses.end(), same);
  }

  bool take_word() {
    if (words_left_ == 0) {
      cut_ = true;
      return false;
    }
    --words_left_;
    return true;
  }

  [[nodiscard]] bool only_stop_words() const {
    return std::all_of(result_.clauses.begin(), result_.clauses.end(),
                       [](const AnalysedClause& clause) {
                         return clause.kind == ClauseKind::words &&
                                std::all_of(clause.words.begin(), clause.words.end(),
                                            [](const QueryWord& word) { return word.stop; });
                       });
  }

  const analyzers::Analyzer& analyzer_;
  bool exact_;
  std::size_t words_left_;
  bool cut_ = false;
  analyzers::Analysis analysis_;
  std::unordered_map<std::string, std::size_t> seen_;  // where in the bag
  AnalysedQuery result_;
};

}  // namespace

AnalysedQuery analyse_query(const ParsedQuery& query, const analyzers::Analyzer& analyzer,
                            bool exact, std::size_t max_words) {
  return QueryAnalysis(analyzer, exact, max_words).run(query, max_words);
}

void require_all_words(AnalysedQuery& query) {
  query.all_words = true;
  std::vector<AnalysedClause> clauses;
  for (AnalysedClause& clause : query.clauses) {
    if (clause.kind == ClauseKind::phrase || (!clause.exact && !query.stop_words_only)) {
      clauses.push_back(std::move(clause));
      continue;
    }
    for (QueryWord& word : clause.words) {
      if (word.part || (word.stop && !query.stop_words_only)) continue;
      clauses.push_back({ClauseKind::phrase, clause.exact, {std::move(word)}});
    }
  }
  query.clauses = std::move(clauses);
}

std::string describe(const AnalysedQuery& query) {
  std::string result;
  for (const AnalysedClause& clause : query.clauses) {
    if (!result.empty()) result += ' ';
    const bool phrase = clause.kind == ClauseKind::phrase;
    result += phrase ? "+" : query.all_words ? "all-of" : "any-of";
    if (clause.exact) result += '=';
    result += phrase ? '"' : '(';
    for (const QueryWord& word : clause.words) {
      if (&word != &clause.words.front()) result += ' ';
      const bool dropped = !phrase && word.stop && !query.stop_words_only;
      result += dropped ? "[" + word.exact + "]" : word.exact;
    }
    result += phrase ? '"' : ')';
  }
  return result;
}

}  // namespace warraq::searcher
