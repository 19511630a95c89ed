// A query as it was understood, in a line.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "searcher/query/query.h"
#include "searcher/query/tree.h"

namespace warraq::searcher {
namespace {

using Kind = Condition::Kind;

std::string words_of(const AnalysedClause& clause) {
  std::string result;
  for (const QueryWord& word : clause.words) {
    if (!result.empty()) result += ' ';
    const bool passed_over =
        clause.kind == ClauseKind::words && word.stop && !clause.searches_stop_words;
    result += passed_over ? "[" + word.exact + "]" : word.exact;
  }
  return result;
}

std::string_view field_of(TextField field) {
  constexpr std::array<std::string_view, 3> kNames = {"", "title:", "body:"};
  return kNames.at(static_cast<std::size_t>(field));
}

std::string_view field_of(NameField field) {
  constexpr std::array<std::string_view, 4> kNames = {"source:", "category:", "author:", "agency:"};
  return kNames.at(static_cast<std::size_t>(field));
}

std::string dates_of(const Condition& dates) {
  return "date:" + (dates.from ? dates.from->iso() : "") + ".." + (dates.to ? dates.to->iso() : "");
}

/// Puts a query into words.
class Description {
 public:
  explicit Description(const AnalysedQuery& query) : query_(query) {}

  std::string text_of_part(const Condition& condition) { return text_of(condition); }

  std::string text() {
    const Condition& root = query_.condition;
    if (root.kind == Kind::all) {
      for (const Condition& child : root.children) add(with_sign(child));
    } else {
      add(root.kind == Kind::clause && is_bag(root) ? text_of(root) : with_sign(root));
    }
    for (std::size_t i = 0; i < query_.clauses.size(); ++i) {
      if (seen_.count(i) == 0) add(describe(query_.clauses[i]));
    }
    return result_;
  }

 private:
  [[nodiscard]] bool is_bag(const Condition& condition) const {
    const AnalysedClause& clause = query_.clauses[condition.clause];
    return clause.kind == ClauseKind::words;
  }

  void add(const std::string& part) {
    if (!result_.empty()) result_ += ' ';
    result_ += part;
  }

  std::string with_sign(const Condition& condition) {
    if (condition.kind == Kind::none) return "-" + text_of(condition.children.front());
    return "+" + text_of(condition);
  }

  std::string text_of(const Condition& condition) {
    switch (condition.kind) {
      case Kind::clause:
        seen_.insert(condition.clause);
        return describe(query_.clauses[condition.clause]);
      case Kind::name:
        return std::string(field_of(condition.name_field)) + (condition.whole ? "=" : "") + '"' +
               condition.name + '"';
      case Kind::dates:
        return dates_of(condition);
      case Kind::duplicates:
        return "duplicates of one article";
      case Kind::all:
        return condition.children.empty() ? "any article" : joined(condition, " AND ");
      case Kind::any:
        return joined(condition, " OR ");
      case Kind::none:
        return "NOT " + text_of(condition.children.front());
    }
    return {};
  }

  std::string joined(const Condition& condition, std::string_view by) {
    std::string result = "(";
    for (const Condition& child : condition.children) {
      if (result.size() > 1) result += by;
      result += text_of(child);
    }
    return result + ')';
  }

  const AnalysedQuery& query_;
  std::set<std::size_t> seen_;  // clauses of the condition
  std::string result_;
};

}  // namespace

std::string describe(const AnalysedClause& clause) {
  std::string result(field_of(clause.field));
  const std::string_view form = clause.exact ? "=" : "";
  switch (clause.kind) {
    case ClauseKind::words:
      result.append(clause.all ? "all-of" : "any-of").append(form);
      return result.append("(").append(words_of(clause)).append(")");
    case ClauseKind::phrase:
      result.append(form).append("\"").append(words_of(clause)).append("\"");
      return result.append(print_nearness(clause.nearness));
    case ClauseKind::prefix:
      return result.append(form).append(words_of(clause)).append("*");
  }
  return result;
}

std::string describe(const AnalysedQuery& query, const Condition& condition) {
  return Description(query).text_of_part(condition);
}

std::string describe(const AnalysedQuery& query) { return Description(query).text(); }

}  // namespace warraq::searcher
