#include "searcher/request/parameters.h"

#include <algorithm>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {

void Parameters::add(std::string name, std::string value) {
  entries_.emplace_back(std::move(name), std::move(value));
}

void Parameters::remove(std::string_view name) {
  std::erase_if(entries_, [name](const Entry& entry) { return entry.first == name; });
}

bool Parameters::has(std::string_view name) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [name](const Entry& entry) { return entry.first == name; });
}

std::optional<std::string> Parameters::value(std::string_view name) const {
  const auto is_named = [name](const Entry& entry) { return entry.first == name; };
  const auto times = std::count_if(entries_.begin(), entries_.end(), is_named);
  if (times <= 1) return last_value(name);
  throw Error(ErrorCode::usage,
              std::string(name) + " takes one value, not " + std::to_string(times));
}

std::optional<std::string> Parameters::last_value(std::string_view name) const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (entry->first == name) return entry->second;
  }
  return std::nullopt;
}

std::vector<std::string> Parameters::values(std::string_view name) const {
  std::vector<std::string> result;
  for (const auto& [known, value] : entries_) {
    if (known == name) result.push_back(value);
  }
  return result;
}

std::optional<std::string> Parameters::list(std::string_view name) const {
  std::optional<std::string> result;
  for (const auto& [known, value] : entries_) {
    if (known != name) continue;
    result = result ? *result + ',' + value : value;
  }
  return result;
}

bool Parameters::flag(std::string_view name) const {
  const std::optional<std::string> given = value(name);
  if (!given || *given == "0" || *given == "false") return false;
  if (given->empty() || *given == "1" || *given == "true") return true;
  throw Error(ErrorCode::usage,
              std::string(name) + " does not take " + analyzers::isolate(*given) + ", but 1 or 0");
}

}  // namespace warraq::searcher
