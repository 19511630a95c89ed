#include "searcher/engine/filters.h"

#include <string_view>
#include <vector>

#include "indexer/archive/schema.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using Xapian::Query;

// Before any date and after the empty value of articles without one.
constexpr std::string_view kEarliest = "0";
constexpr std::string_view kLatest = "99999999";

Query date_range(const Request& request) {
  if (request.from && request.to && *request.to < *request.from) {
    throw Error(ErrorCode::query,
                "the dates run backwards: from " + request.from->iso() + " to " + request.to->iso(),
                "give the earlier date as --from and the later one as --to");
  }
  const std::string from = request.from ? request.from->compact() : std::string(kEarliest);
  const std::string to = request.to ? request.to->compact() : std::string(kLatest);
  return {Query::OP_VALUE_RANGE, archive::slot::kDate, from, to};
}

std::string term_of(const std::string& value, std::string_view prefix,
                    const analyzers::Analyzer& analyzer) {
  return archive::make_term(prefix, archive::field_key(analyzer, value));
}

Query any_value(const std::vector<std::string>& values, std::string_view prefix,
                const analyzers::Analyzer& analyzer) {
  std::vector<Query> terms;
  terms.reserve(values.size());
  for (const std::string& value : values) {
    terms.emplace_back(term_of(value, prefix, analyzer));
  }
  return {Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

Query filtered(const Query& query, const Request& request, const analyzers::Analyzer& analyzer) {
  Query result = query;
  if (!request.sources.empty()) {
    result = Query(Query::OP_FILTER, result,
                   any_value(request.sources, archive::prefix::kSource, analyzer));
  }
  if (!request.categories.empty()) {
    result = Query(Query::OP_FILTER, result,
                   any_value(request.categories, archive::prefix::kCategory, analyzer));
  }
  if (!request.authors.empty()) {
    result = Query(Query::OP_FILTER, result,
                   any_value(request.authors, archive::prefix::kAuthor, analyzer));
  }
  if (!request.agencies.empty()) {
    result = Query(Query::OP_FILTER, result,
                   any_value(request.agencies, archive::prefix::kAgency, analyzer));
  }
  if (request.from || request.to) {
    result = Query(Query::OP_FILTER, result, date_range(request));
  }
  return result;
}

bool is_filtered(const Request& request) {
  return request.from || request.to || !request.sources.empty() || !request.categories.empty() ||
         !request.authors.empty() || !request.agencies.empty();
}

std::vector<std::string> notes_on_filters(const Xapian::Database& database, const Request& request,
                                          const analyzers::Analyzer& analyzer) {
  std::vector<std::string> notes;
  const auto look_up = [&](const std::vector<std::string>& values, std::string_view prefix,
                           std::string_view field, std::string_view lists) {
    for (const std::string& value : values) {
      if (database.term_exists(term_of(value, prefix, analyzer))) continue;
      notes.push_back("no article has the ");
      notes.back().append(field).append(" ").append(analyzers::isolate(value));
      notes.back().append("; 'warraq-searcher ").append(lists);
    }
  };
  look_up(request.sources, archive::prefix::kSource, "source", "info' lists the sources");
  look_up(request.categories, archive::prefix::kCategory, "category", "info' lists the categories");
  look_up(request.authors, archive::prefix::kAuthor, "author",
          "facets --by author' lists the authors");
  look_up(request.agencies, archive::prefix::kAgency, "agency",
          "facets --by agency' lists the agencies");
  return notes;
}

}  // namespace warraq::searcher
