#include "searcher/query/operators.h"

#include <algorithm>
#include <array>

namespace warraq::searcher {
namespace {

constexpr std::array<std::string_view, 3> kBooleanWords = {"AND", "OR", "NOT"};
constexpr std::array<std::string_view, 6> kFields = {
    "title:", "source:", "date:", "عنوان:", "المصدر:", "تاريخ:"};

// The operator that `word` shows, as a note names it; empty where there is none.
std::string_view operator_of(std::string_view word) {
  for (const std::string_view name : kBooleanWords) {
    if (word == name) return name;
  }
  for (const std::string_view name : kFields) {
    if (word.starts_with(name) && word.size() > name.size()) return name;
  }
  const bool signed_word = word.size() > 1 && (word[0] == '+' || word[0] == '-');
  // A sign before a digit is a number's.
  if (signed_word && !(word[1] >= '0' && word[1] <= '9')) return word.substr(0, 1);
  if (word.size() > 1 && word.back() == '*') return "*";
  return {};
}

}  // namespace

void note_operators(std::string_view words, std::vector<std::string>& notes) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  std::vector<std::string_view> found;
  std::size_t begin = words.find_first_not_of(kSpaces);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(words.find_first_of(kSpaces, begin), words.size());
    const std::string_view name = operator_of(words.substr(begin, end - begin));
    if (!name.empty() && std::find(found.begin(), found.end(), name) == found.end()) {
      found.push_back(name);
    }
    begin = words.find_first_not_of(kSpaces, end);
  }
  if (found.empty()) return;
  std::string note = "searched as words, not as operators:";
  for (const std::string_view name : found) note.append(" ").append(name);
  if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
}

}  // namespace warraq::searcher
