#include "tests/searcher/snippet_maker.h"

#include "searcher/query/matcher.h"
#include "searcher/query/tree.h"
#include "searcher/snippets/snippets.h"

namespace warraq::tests {
namespace {

using searcher::ByteRange;

std::string with_brackets(std::string_view text, const std::vector<ByteRange>& highlights) {
  std::string result;
  std::size_t done = 0;
  for (const auto& [begin, end] : highlights) {
    result.append(text.substr(done, begin - done)).append("[");
    result.append(text.substr(begin, end - begin)).append("]");
    done = end;
  }
  return result.append(text.substr(done));
}

template <typename Use>
auto with_maker(std::string_view query, searcher::PassageOptions options, Use use) {
  const auto analysed = analysed_query(query);
  const searcher::Matcher matcher(analysed);
  searcher::SnippetMaker maker(shared_analyzer(), matcher,
                               std::vector<double>(matcher.units().size(), 1.0), options);
  return use(maker);
}

}  // namespace

const analyzers::Analyzer& shared_analyzer() {
  static const analyzers::Analyzer analyzer;
  return analyzer;
}

searcher::AnalysedQuery analysed_query(std::string_view query, searcher::Syntax syntax,
                                       const searcher::AnalysisOptions& options) {
  return searcher::analyse_query(searcher::read_query(query, syntax).root, shared_analyzer(),
                                 options)
      .value_or(searcher::AnalysedQuery());
}

std::vector<searcher::Snippet> snippets_of(std::string_view query, std::string_view body,
                                           std::size_t count, std::size_t bytes) {
  return with_maker(query, {count, bytes},
                    [&](searcher::SnippetMaker& maker) { return maker.snippets(body); });
}

std::string marked(const searcher::Snippet& snippet) {
  return (snippet.cut_before ? "…" : "") + with_brackets(snippet.text, snippet.highlights) +
         (snippet.cut_after ? "…" : "");
}

std::string marked_snippet(std::string_view query, std::string_view body, std::size_t bytes) {
  const auto snippets = snippets_of(query, body, 1, bytes);
  return snippets.empty() ? std::string() : marked(snippets.front());
}

std::string marked_title(std::string_view query, std::string_view title) {
  return with_maker(query, {}, [&](searcher::SnippetMaker& maker) {
    return with_brackets(title, maker.highlights(title, searcher::TextPart::title));
  });
}

}  // namespace warraq::tests
