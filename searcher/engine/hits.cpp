#include "searcher/engine/hits.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/schema.h"
#include "searcher/engine/shown_date.h"
#include "searcher/snippets/snippets.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

// What each word or phrase is worth in a snippet: the rarer in the archive, the more.
std::vector<double> unit_weights(const archive::OpenArchive& archive, const Inquiry& inquiry) {
  const double articles = static_cast<double>(archive.database().get_doccount());
  const double rarest = std::log(2.0 + articles);
  std::vector<double> result;
  for (const Matcher::Unit& unit : inquiry.matcher().units()) {
    double weight = rarest;  // of a phrase
    for (const ScoredPart& part : inquiry.plan().parts) {
      if (part.clause != unit.clause || part.word != unit.word) continue;
      if (part.level == Level::phrase || part.level == Level::title) continue;
      for (const WordTerm& term : part.terms) {
        const double holding = static_cast<double>(archive.term_frequency(term.term));
        weight = std::min(weight, std::log(2.0 + articles / std::max(holding, 1.0)));
      }
    }
    result.push_back(weight);
  }
  return result;
}

}  // namespace

std::uint64_t group_of(const archive::OpenArchive& archive, Xapian::docid document,
                       const corpus::Article& article) {
  const std::string joined = archive.database()
                                 .get_document(document, Xapian::DOC_ASSUME_VALID)
                                 .get_value(archive::slot::kDuplicateGroup);
  return archive::decode_duplicate_group(joined).value_or(
      archive::duplicate_group_of(archive::make_term(archive::prefix::kId, article.id)));
}

corpus::Article parse_article(const archive::OpenArchive& archive, Xapian::docid document,
                              std::string_view json, corpus::ArticleParser& parser) {
  corpus::ParsedArticle parsed = parser.parse(json);
  if (!parsed.article) {
    throw Error(ErrorCode::no_archive,
                "the archive " + analyzers::isolate(archive.path().string()) + " is damaged: " +
                    archive.describe(document) + " is no article: " + parsed.reason,
                "'warraq-indexer check' says where; rebuild it from its sources");
  }
  return std::move(*parsed.article);
}

corpus::Article read_article(const archive::OpenArchive& archive, Xapian::docid document,
                             corpus::ArticleParser& parser) {
  return parse_article(archive, document, archive.stored_json(document), parser);
}

std::vector<Hit> make_hits(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                           const Inquiry& inquiry, const FoundPage& page,
                           corpus::ArticleParser& parser) {
  const Request& request = inquiry.request();
  const bool wants_snippets = request.snippets > 0;
  SnippetMaker maker(analyzer, inquiry.matcher(),
                     wants_snippets ? unit_weights(archive, inquiry) : std::vector<double>(),
                     {request.snippets, request.snippet_bytes});
  std::string buffer;
  std::vector<Hit> result;
  result.reserve(page.articles.size());
  for (const FoundArticle& found : page.articles) {
    Hit& hit = result.emplace_back();
    hit.rank = request.offset + result.size();
    hit.score = found.score;
    hit.article = read_article(archive, found.document, parser);
    if (request.duplicate_groups) {
      hit.duplicate_group = group_of(archive, found.document, hit.article);
    }
    if (wants_snippets) {
      hit.title_highlights = maker.highlights(hit.article.title, TextPart::title);
      hit.snippets = maker.snippets(corpus::searched_text(hit.article, buffer));
    }
    hit.article.date = shown_date(hit.article.date);
    hit.article.body = std::string();
    hit.article.furniture.clear();
  }
  return result;
}

}  // namespace warraq::searcher
