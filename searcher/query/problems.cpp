#include "searcher/query/problems.h"

#include <algorithm>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

// Characters shown before and behind the piece, and of the piece itself.
constexpr std::size_t kAround = 24;
constexpr std::size_t kOfPiece = 48;
constexpr std::string_view kCut = "…";

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string beginning_of(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  while (end < text.size()) {
    if (begins_character(text[end]) && characters-- == 0) break;
    ++end;
  }
  std::string result(text.substr(0, end));
  if (end < text.size()) result += kCut;
  return result;
}

std::string end_of(std::string_view text, std::size_t characters) {
  std::size_t begin = text.size();
  while (begin > 0 && characters > 0) {
    --begin;
    if (begins_character(text[begin])) --characters;
  }
  return (begin > 0 ? std::string(kCut) : std::string()).append(text.substr(begin));
}

}  // namespace

std::string describe_place(std::string_view query, Place place) {
  const std::string_view before = query.substr(0, place.begin);
  const std::string_view piece = query.substr(place.begin, place.end - place.begin);
  const std::string shown = end_of(before, kAround) + "⟦" + beginning_of(piece, kOfPiece) + "⟧" +
                            beginning_of(query.substr(place.end), kAround);
  return "character " + std::to_string(characters_in(before) + 1) + " of " +
         analyzers::isolate(shown);
}

std::string describe_problem(std::string_view query, const Problem& problem) {
  return problem.what + " (" + describe_place(query, problem.place) + "): " + problem.instead;
}

void refuse_problems(std::string_view query, const std::vector<Problem>& problems) {
  if (problems.empty()) return;
  const Problem& first = problems.front();
  throw Error(ErrorCode::query, first.what + " (" + describe_place(query, first.place) + ")",
              "without strict, " + first.instead);
}

}  // namespace warraq::searcher
