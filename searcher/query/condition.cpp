#include <algorithm>

#include "searcher/query/query.h"

namespace warraq::searcher {
namespace {

using Kind = Condition::Kind;

bool is_of_names_and_days(const Condition& condition) {
  if (condition.kind == Kind::clause) return false;
  return std::all_of(condition.children.begin(), condition.children.end(), is_of_names_and_days);
}

}  // namespace

bool only_narrows(const Condition& condition) {
  switch (condition.kind) {
    case Kind::clause:
      return false;
    case Kind::all:
    case Kind::any:
      return std::all_of(condition.children.begin(), condition.children.end(), only_narrows);
    default:
      return true;
  }
}

Condition scope_of(const Condition& condition) {
  if (is_of_names_and_days(condition)) return condition;
  Condition result;
  if (condition.kind != Kind::all) return result;
  for (const Condition& child : condition.children) {
    Condition scope = scope_of(child);
    if (scope.kind != Kind::all || !scope.children.empty()) {
      result.children.push_back(std::move(scope));
    }
  }
  return result;
}

bool asks_for_days(const Condition& condition) {
  return condition.kind == Kind::dates ||
         std::any_of(condition.children.begin(), condition.children.end(), asks_for_days);
}

}  // namespace warraq::searcher
