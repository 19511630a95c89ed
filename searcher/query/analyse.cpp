#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "searcher/query/query.h"
#include "searcher/query/tree.h"

namespace warraq::searcher {
namespace {

using Kind = Condition::Kind;

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

bool same_words(const std::vector<QueryWord>& left, const std::vector<QueryWord>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const QueryWord& a, const QueryWord& b) {
                      return a.exact == b.exact && a.stop == b.stop && a.part == b.part;
                    });
}

bool same_search(const AnalysedClause& left, const AnalysedClause& right) {
  return left.kind == right.kind && left.exact == right.exact && left.field == right.field &&
         left.nearness == right.nearness && left.all == right.all &&
         left.searches_stop_words == right.searches_stop_words &&
         same_words(left.words, right.words);
}

bool only_stop_words(const std::vector<QueryWord>& words) {
  return std::all_of(words.begin(), words.end(), [](const QueryWord& word) { return word.stop; });
}

bool is_bare_word(const Node& node) { return node.kind == Node::Kind::word && !node.exact; }

// A bare part of a sequence that only ranks where something else must be there: words, prefixes,
// and brackets around nothing else.
bool only_ranks(const Node& node) {
  if (is_bare_word(node)) return true;
  if (node.kind == Node::Kind::prefix) return !node.exact;
  return node.kind == Node::Kind::sequence &&
         std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
           return child.sign == Sign::bare && only_ranks(child);
         });
}

Condition joined(Kind kind, std::vector<Condition> children) {
  if (children.size() == 1) return std::move(children.front());
  Condition result;
  result.kind = kind;
  result.children = std::move(children);
  return result;
}

Condition not_found_by(Condition condition) {
  Condition result;
  result.kind = Kind::none;
  result.children.push_back(std::move(condition));
  return result;
}

/// The words of a sequence that stand beside one another, each once.
class Bag {
 public:
  explicit Bag(bool exact) : exact_(exact) {}

  /// Whether it was there; then once by itself is enough.
  bool has(const analyzers::Token& token, bool part) {
    const auto known = seen_.find(key_of(token));
    if (known == seen_.end()) return false;
    words_[known->second].part = words_[known->second].part && part;
    return true;
  }

  void add(const analyzers::Token& token, std::string_view text, bool part) {
    seen_.emplace(key_of(token), words_.size());
    words_.push_back(word_of(token, text));
    words_.back().part = part;
  }

  std::vector<QueryWord>& words() { return words_; }

 private:
  // The preposition على and the name علي share a normalised form and are not the same word.
  [[nodiscard]] std::string key_of(const analyzers::Token& token) const {
    return std::string(exact_ ? token.exact : token.normalised) + (token.stop ? "\x01" : "\x02");
  }

  bool exact_;
  std::vector<QueryWord> words_;
  std::unordered_map<std::string, std::size_t> seen_;  // where in words_
};

/// Where in a query a part stands.
struct Context {
  TextField field = TextField::any;
  bool excluded = false;

  [[nodiscard]] Context opposite() const { return {field, !excluded}; }
};

class QueryAnalysis {
 public:
  QueryAnalysis(const analyzers::Analyzer& analyzer, const AnalysisOptions& options)
      : analyzer_(analyzer), options_(options), words_left_(options.max_words) {}

  std::optional<AnalysedQuery> run(const Node& root) {
    auto condition = condition_of(root, {});
    if (!condition) return std::nullopt;
    result_.condition = std::move(*condition);
    if (cut_) {
      result_.notes.push_back("the query was cut after " + std::to_string(options_.max_words) +
                              " words");
    }
    return std::move(result_);
  }

 private:
  using Found = std::optional<Condition>;  // nothing: it holds no word

  Found condition_of(const Node& node, const Context& context) {
    switch (node.kind) {
      case Node::Kind::word:
        return node.exact ? phrase(node, context) : demanded_word(node, context);
      case Node::Kind::phrase:
        return phrase(node, context);
      case Node::Kind::prefix:
        return prefix(node, context);
      case Node::Kind::sequence:
        return sequence(node, context);
      case Node::Kind::all:
        return each_of(Kind::all, node, context);
      case Node::Kind::any:
        return each_of(Kind::any, node, context);
      case Node::Kind::none:
        return negation(node, context);
      case Node::Kind::in_field:
        if (node.children.empty()) return std::nullopt;
        return condition_of(node.children.front(), {node.field, context.excluded});
      case Node::Kind::name:
        return name(node);
      case Node::Kind::dates:
        return dates(node);
    }
    return std::nullopt;
  }

  /// What the parts of a sequence come to.
  struct Parts {
    std::vector<Condition> required;
    std::vector<Condition> optional;
    std::vector<Condition> excluded;
  };

  Found sequence(const Node& node, const Context& context) {
    Parts parts;
    Bag bag(options_.exact);
    const bool stop_words_only = holds_only_stop_words(node);
    std::string text;  // of bare words side by side: letters that are spelt out are a word together
    for (const Node& child : node.children) {
      if (child.sign == Sign::bare && is_bare_word(child)) {
        text.append(text.empty() ? "" : " ").append(child.text);
        continue;
      }
      fill(bag, std::exchange(text, {}));
      if (child.sign == Sign::excluded) {
        add(parts.excluded, condition_of(child, context.opposite()));
      } else if (child.sign == Sign::required || !only_ranks(child)) {
        add(parts.required, condition_of(child, context));
      } else if (stop_words_only || !holds_only_stop_words(child)) {
        add(parts.optional, condition_of(child, context));
      }
    }
    fill(bag, text);
    if (!bag.words().empty()) {
      AnalysedClause clause{ClauseKind::words, options_.exact, std::move(bag.words())};
      clause.all = options_.all_words;
      clause.searches_stop_words = stop_words_only;
      const bool finds = stop_words_only || !only_stop_words(clause.words);
      Condition condition = add_clause(std::move(clause), context);
      if (finds) parts.optional.push_back(std::move(condition));
    }
    return combined(std::move(parts));
  }

  Found combined(Parts parts) const {
    auto& required = parts.required;
    if (options_.all_words) {
      std::move(parts.optional.begin(), parts.optional.end(), std::back_inserter(required));
    } else if (std::all_of(required.begin(), required.end(), only_narrows) &&
               !parts.optional.empty()) {
      required.push_back(joined(Kind::any, std::move(parts.optional)));
    }
    for (Condition& excluded : parts.excluded)
      required.push_back(not_found_by(std::move(excluded)));
    if (required.empty()) return std::nullopt;
    return joined(Kind::all, std::move(required));
  }

  static void add(std::vector<Condition>& conditions, Found condition) {
    if (condition) conditions.push_back(std::move(*condition));
  }

  // Among what a sequence does not exclude, and there is a word. Such words are passed over where
  // there is anything else.
  [[nodiscard]] bool holds_only_stop_words(const Node& node) {
    if (is_bare_word(node)) {
      analyzer_.analyze(node.text, analysis_);
      const auto tokens = analysis_.tokens();
      return std::all_of(tokens.begin(), tokens.end(),
                         [](const analyzers::Token& token) { return token.stop; });
    }
    if (node.kind != Node::Kind::sequence) return false;
    const auto known = stop_words_only_.find(&node);
    if (known != stop_words_only_.end()) return known->second;
    const bool result =
        std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) {
          if (child.sign == Sign::excluded) return true;
          return child.sign == Sign::bare && holds_only_stop_words(child);
        });
    stop_words_only_.emplace(&node, result);
    return result;
  }

  void fill(Bag& bag, const std::string& text) {
    analyzer_.analyze(text, analysis_);
    const auto parts = are_parts(analysis_.tokens());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const analyzers::Token& token = analysis_.tokens()[i];
      if (token.normalised.empty()) continue;  // as the indexer does: nothing to search
      if (bag.has(token, parts[i])) continue;
      if (!take_word()) return;
      bag.add(token, text, parts[i]);
    }
  }

  // One that a sign or an operator stands at: every word that the text comes to must be there.
  Found demanded_word(const Node& node, const Context& context) {
    Bag bag(options_.exact);
    fill(bag, node.text);
    if (bag.words().empty()) return std::nullopt;
    AnalysedClause clause{ClauseKind::words, options_.exact, std::move(bag.words())};
    clause.all = true;
    clause.searches_stop_words = only_stop_words(clause.words);
    return add_clause(std::move(clause), context);
  }

  Found phrase(const Node& node, const Context& context) {
    AnalysedClause clause{ClauseKind::phrase, node.exact || options_.exact, words_of(node.text)};
    if (clause.words.empty()) return std::nullopt;
    clause.nearness = node.nearness;
    return add_clause(std::move(clause), context);
  }

  // The words before the last one of a text with several are whole.
  Found prefix(const Node& node, const Context& context) {
    const bool exact = node.exact || options_.exact;
    std::vector<QueryWord> words = words_of(node.text);
    if (words.empty()) return std::nullopt;
    std::vector<Condition> conditions;
    const auto last = words.end() - 1;
    if (last != words.begin()) {
      AnalysedClause before{ClauseKind::words, exact, {words.begin(), last}};
      before.all = true;
      before.searches_stop_words = only_stop_words(before.words);
      conditions.push_back(add_clause(std::move(before), context));
    }
    conditions.push_back(
        add_clause({ClauseKind::prefix, exact, {std::move(words.back())}}, context));
    return joined(Kind::all, std::move(conditions));
  }

  std::vector<QueryWord> words_of(const std::string& text) {
    std::vector<QueryWord> words;
    analyzer_.analyze(text, analysis_);
    for (const analyzers::Token& token : analysis_.tokens()) {
      // A joined token stands beside its parts, which are words of the phrase themselves.
      if (token.joined || token.normalised.empty()) continue;
      if (!take_word()) break;
      words.push_back(word_of(token, text));
    }
    return words;
  }

  Found each_of(Kind kind, const Node& node, const Context& context) {
    std::vector<Condition> conditions;
    for (const Node& child : node.children) add(conditions, condition_of(child, context));
    if (conditions.empty()) return std::nullopt;
    return joined(kind, std::move(conditions));
  }

  Found negation(const Node& node, const Context& context) {
    if (node.children.empty()) return std::nullopt;
    auto condition = condition_of(node.children.front(), context.opposite());
    if (!condition) return std::nullopt;
    return not_found_by(std::move(*condition));
  }

  Found name(const Node& node) {
    if (node.text.empty() || !take_word()) return std::nullopt;
    Condition result;
    result.kind = Kind::name;
    result.name_field = node.name_field;
    result.whole = node.exact;
    result.name = node.text;
    return result;
  }

  Found dates(const Node& node) {
    if (!take_word()) return std::nullopt;
    Condition result;
    result.kind = Kind::dates;
    result.from = node.from;
    result.to = node.to;
    return result;
  }

  Condition add_clause(AnalysedClause clause, const Context& context) {
    clause.field = context.field;
    clause.excluded = context.excluded;
    auto& clauses = result_.clauses;
    const auto known =
        std::find_if(clauses.begin(), clauses.end(),
                     [&](const AnalysedClause& each) { return same_search(each, clause); });
    Condition result;
    result.kind = Kind::clause;
    result.clause = static_cast<std::size_t>(known - clauses.begin());
    if (known == clauses.end()) {
      clauses.push_back(std::move(clause));
    } else {
      known->excluded = known->excluded && clause.excluded;
    }
    return result;
  }

  bool take_word() {
    if (words_left_ == 0) {
      cut_ = true;
      return false;
    }
    --words_left_;
    return true;
  }

  const analyzers::Analyzer& analyzer_;
  const AnalysisOptions& options_;
  std::size_t words_left_;
  bool cut_ = false;
  analyzers::Analysis analysis_;
  std::unordered_map<const Node*, bool> stop_words_only_;  // of sequences, each looked at once
  AnalysedQuery result_;
};

}  // namespace

QueryWord word_of(const analyzers::Token& token, std::string_view text) {
  return {std::string(text.substr(token.begin, token.end - token.begin)),
          std::string(token.exact),
          std::string(token.normalised),
          std::string(token.stem),
          token.stop,
          false};
}

std::optional<AnalysedQuery> analyse_query(const Node& root, const analyzers::Analyzer& analyzer,
                                           const AnalysisOptions& options) {
  return QueryAnalysis(analyzer, options).run(root);
}

}  // namespace warraq::searcher
