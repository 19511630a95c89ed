#include "searcher/snippets/snippets.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/snippets/shown_text.h"
#include "searcher/snippets/written_matches.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/analyzers/written_words.h"

namespace warraq::searcher {
namespace {

// The matches within `passage`, as ranges of the whole text: in order, those that overlap or touch
// as one. Where the passage was cut, the match that reaches past it ends there.
std::vector<ByteRange> merged_ranges(const std::vector<Match>& matches, const Passage& passage) {
  std::vector<ByteRange> result;
  for (const Match& match : matches) {
    if (match.begin < passage.begin || match.begin >= passage.end) continue;
    if (match.end > passage.end && !passage.cut) continue;
    const std::uint32_t end = std::min(match.end, passage.end);
    if (!result.empty() && match.begin <= result.back().second) {
      result.back().second = std::max(result.back().second, end);
    } else {
      result.emplace_back(match.begin, end);
    }
  }
  return result;
}

// `text` or its beginning, cut between words (between characters, where there is only one).
std::string_view beginning(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  const std::size_t space = text.find_last_of(" \n", max_bytes);
  if (space != std::string_view::npos) return text.substr(0, space);
  return analyzers::beginning_within(text, max_bytes);
}

Snippet make_snippet(std::string_view body, const Passage& passage,
                     const std::vector<Match>& matches) {
  Snippet result;
  ShownText text;
  std::uint32_t done = passage.begin;
  for (const auto& [begin, end] : merged_ranges(matches, passage)) {
    text.append(body.substr(done, begin - done));
    const std::uint32_t from = text.size();
    text.append(body.substr(begin, end - begin));
    if (text.size() > from) result.highlights.emplace_back(from, text.size());
    done = end;
  }
  text.append(body.substr(done, passage.end - done));
  result.text = text.take();
  result.cut_before = body.find_first_not_of(" \t\r\n") < passage.begin;
  result.cut_after = body.find_last_not_of(" \t\r\n") + 1 > passage.end;
  return result;
}

}  // namespace

SnippetMaker::SnippetMaker(const analyzers::Analyzer& analyzer, const Matcher& matcher,
                           std::vector<double> unit_weights, PassageOptions options)
    : analyzer_(analyzer),
      matcher_(matcher),
      unit_weights_(std::move(unit_weights)),
      options_(options) {}

std::vector<Snippet> SnippetMaker::snippets(std::string_view body) {
  std::vector<Snippet> result;
  if (options_.count == 0) return result;
  const std::string_view seen = beginning(body, kMaxBodyBytes);
  analyzer_.analyze(seen, analysis_);
  const auto words = analyzers::written_words(seen, analysis_.tokens());
  const std::vector<Match> matches =
      as_written(matcher_.find({seen, analysis_.tokens()}, TextPart::body), words);
  for (const Passage& passage :
       choose_passages(seen, analysis_.tokens(), words, matches, unit_weights_, options_)) {
    result.push_back(make_snippet(body, passage, matches));
  }
  return result;
}

std::vector<ByteRange> SnippetMaker::highlights(std::string_view text, TextPart part) {
  const std::string_view seen = beginning(text, kMaxBodyBytes);
  analyzer_.analyze(seen, analysis_);
  const auto words = analyzers::written_words(seen, analysis_.tokens());
  return merged_ranges(as_written(matcher_.find({seen, analysis_.tokens()}, part), words),
                       {0, static_cast<std::uint32_t>(seen.size())});
}

}  // namespace warraq::searcher
