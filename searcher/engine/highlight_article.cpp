#include "searcher/engine/highlight_article.h"

#include <algorithm>
#include <string>

#include "searcher/engine/hits.h"
#include "searcher/snippets/snippets.h"

namespace warraq::searcher {

std::optional<HighlightedArticle> highlight_article(const RunContext& context, std::string_view id,
                                                    corpus::ArticleParser& parser) {
  const auto document = context.archive.find(id);
  if (!document) return std::nullopt;
  HighlightedArticle result;
  result.article = read_article(context.archive, *document, parser);
  result.duplicate_group = group_of(context.archive, *document, result.article);
  SnippetMaker maker(context.analyzer, context.inquiry.matcher(), {}, {});
  result.title_highlights = maker.highlights(result.article.title, TextPart::title);
  std::string buffer;
  result.body_highlights =
      maker.highlights(corpus::searched_text(result.article, buffer), TextPart::body);
  // What stands behind the body is what the page had beside it.
  std::erase_if(result.body_highlights,
                [&](const ByteRange& range) { return range.second > result.article.body.size(); });
  return result;
}

}  // namespace warraq::searcher
