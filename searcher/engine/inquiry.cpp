#include "searcher/engine/inquiry.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "searcher/engine/archive_vocabulary.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/variants.h"
#include "searcher/query/problems.h"
#include "searcher/query/tree.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

bool uses_vocabulary(const AnalysedQuery& query, const Request& request) {
  const bool variants = request.variants && !request.exact && request.syntax != Syntax::plain;
  return std::any_of(query.clauses.begin(), query.clauses.end(), [&](const AnalysedClause& clause) {
    return clause.kind == ClauseKind::prefix || (variants && !clause.exact);
  });
}

[[noreturn]] void throw_without_words(std::string_view query,
                                      const std::vector<Problem>& problems) {
  std::string message = "the query holds no word";
  if (!problems.empty()) message += ": " + describe_problem(query, problems.front());
  throw Error(ErrorCode::usage, message, "give at least one word to search");
}

AnalysedQuery analysed(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive,
                       WordVariants& variants, const Request& request, BlankQuery blank) {
  if (is_blank(request.query) && (blank == BlankQuery::everything || is_filtered(request))) {
    return {{}, with_filters({}, request), {}};
  }
  const QueryTree tree = read_query(request.query, request.syntax);
  if (request.strict) refuse_problems(request.query, tree.problems);
  auto query = analyse_query(tree.root, analyzer,
                             {request.exact, request.all_words, Searcher::kMaxQueryWords});
  if (!query) throw_without_words(request.query, tree.problems);
  for (const Problem& problem : tree.problems) {
    query->notes.push_back(describe_problem(request.query, problem));
  }
  for (std::string& note : notes_on_names(archive.database(), query->condition, analyzer)) {
    query->notes.push_back(std::move(note));
  }
  if (request.variants && !request.exact && request.syntax != Syntax::plain) {
    add_variants(*query, variants);
    exclude_variants(*query, request.excluded_variants, analyzer);
  }
  query->condition = with_filters(std::move(query->condition), request);
  return std::move(*query);
}

}  // namespace

Inquiry::Inquiry(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive,
                 WordVariants& variants, const Request& request, BlankQuery blank)
    : request_(request),
      query_(analysed(analyzer, archive, variants, request, blank)),
      plan_(make_plan(query_, analyzer, archive)),
      matcher_(query_) {
  if (lacks_vocabulary(archive) && uses_vocabulary(query_, request)) {
    query_.notes.emplace_back(
        "the archive has no vocabulary, or a part of it has none: other spellings are not searched "
        "there, and prefixes find also what is rare; compacting the archive makes it");
  }
}

std::vector<std::string> Inquiry::notes() const {
  std::vector<std::string> result = query_.notes;
  result.insert(result.end(), plan_.notes.begin(), plan_.notes.end());
  return result;
}

}  // namespace warraq::searcher
