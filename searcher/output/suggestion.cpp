#include "searcher/output/suggestion.h"

#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

using Kind = Suggestion::Kind;

std::string_view lead(Kind kind) {
  switch (kind) {
    case Kind::nearby:
      return "with the words near one another: ";
    case Kind::all_words:
      return "with the words anywhere: ";
    case Kind::fewer_words:
      return "with fewer words: ";
    case Kind::no_filter:
      return "with less asked for: ";
    case Kind::spelling:
    case Kind::space:
    case Kind::keyboard:
      break;
  }
  return "did you mean ";
}

bool is_question(Kind kind) {
  return kind == Kind::spelling || kind == Kind::space || kind == Kind::keyboard;
}

// The query, and the options that are left out.
std::string searched(const Suggestion& suggestion) {
  std::string text = analyzers::isolate(suggestion.query);
  for (std::size_t i = 0; i < suggestion.without.size(); ++i) {
    text += (i == 0 ? " without --" : ", --") + suggestion.without[i];
  }
  return text;
}

std::string line(const Suggestion& suggestion) {
  return std::string(lead(suggestion.kind)) + searched(suggestion) + " (" +
         counted(suggestion.articles, "article") + ')' + (is_question(suggestion.kind) ? "?" : "");
}

}  // namespace

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::spelling:
      return "spelling";
    case Kind::space:
      return "space";
    case Kind::keyboard:
      return "keyboard";
    case Kind::nearby:
      return "nearby";
    case Kind::all_words:
      return "all_words";
    case Kind::fewer_words:
      return "fewer_words";
    case Kind::no_filter:
      return "no_filter";
  }
  return {};
}

std::vector<std::string> suggestion_lines(const Answer& answer) {
  std::vector<std::string> lines;
  if (answer.relaxed) return lines;
  for (const Suggestion& each : answer.suggestions) {
    const bool says_nothing_found = lines.empty() && answer.total == 0;
    lines.push_back((says_nothing_found ? "nothing found; " : "") + line(each));
  }
  return lines;
}

std::string relaxed_line(const Answer& answer) {
  if (!answer.relaxed) return {};
  return "nothing found as asked; searched instead: " + searched(*answer.relaxed);
}

Json as_json(const Suggestion& suggestion) {
  Json object = {{"query", suggestion.query},
                 {"kind", kind_name(suggestion.kind)},
                 {"articles", suggestion.articles}};
  if (!suggestion.replaced.empty()) object["replaced"] = suggestion.replaced;
  if (!suggestion.replacement.empty()) object["replacement"] = suggestion.replacement;
  if (!suggestion.without.empty()) object["without"] = suggestion.without;
  return object;
}

Json relaxed_mark(const Suggestion& suggestion) {
  Json object = {{"query", suggestion.query}, {"kind", kind_name(suggestion.kind)}};
  if (!suggestion.without.empty()) object["without"] = suggestion.without;
  return object;
}

}  // namespace warraq::searcher::output
