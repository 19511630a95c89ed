#include "searcher/engine/selection.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "indexer/archive/schema.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/match.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::uint32_t as_number(const analyzers::Date& date) {
  return static_cast<std::uint32_t>(date.year * 10'000 + date.month * 100 + date.day);
}

template <typename Keep>
void keep_if(DocumentSet& documents, Keep keep) {
  documents.for_each([&](std::uint32_t document) {
    if (!keep(document)) documents.remove(document);
  });
}

void keep_dates(const archive::Columns& columns, const Request& request, DocumentSet& documents) {
  const std::uint32_t from = request.from ? as_number(*request.from) : 1;
  const std::uint32_t to =
      request.to ? as_number(*request.to) : std::numeric_limits<std::uint32_t>::max();
  keep_if(documents, [&](std::uint32_t document) {
    const std::uint32_t day = columns.date(document);
    return day >= from && day <= to;
  });
}

void keep_names(const Xapian::Database& database, const std::vector<std::string>& terms,
                DocumentSet& documents) {
  DocumentSet having(documents.last());
  for (const std::string& term : terms) {
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
         ++posting) {
      if (*posting <= having.last()) having.add(*posting);
    }
  }
  documents &= having;
}

// The terms of one kind of filter, any of which will do.
using Terms = std::vector<std::string>;

std::vector<Terms> terms_of(const Request& request, const analyzers::Analyzer& analyzer) {
  struct Names {
    const std::vector<std::string>& names;
    std::string_view prefix;
  };
  const std::array<Names, 4> filters = {{{request.sources, archive::prefix::kSource},
                                         {request.categories, archive::prefix::kCategory},
                                         {request.authors, archive::prefix::kAuthor},
                                         {request.agencies, archive::prefix::kAgency}}};
  std::vector<Terms> result;
  for (const Names& filter : filters) {
    if (filter.names.empty()) continue;
    Terms& terms = result.emplace_back();
    for (const std::string& name : filter.names) {
      terms.push_back(archive::make_term(filter.prefix, archive::field_key(analyzer, name)));
    }
  }
  return result;
}

}  // namespace

void keep_filtered(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                   const Request& request, ArticleSet& articles) {
  if (request.from && request.to && *request.to < *request.from) {
    throw Error(ErrorCode::query,
                "the dates run backwards: from " + request.from->iso() + " to " + request.to->iso(),
                "give the earlier date as --from and the later one as --to");
  }
  const std::vector<Terms> names = terms_of(request, analyzer);
  for (std::size_t i = 0; i < articles.databases.size(); ++i) {
    const archive::OpenedDatabase& database = archive.databases()[i];
    DocumentSet& documents = articles.databases[i];
    for (const Terms& terms : names) keep_names(database.database, terms, documents);
    if (request.from || request.to) keep_dates(database.columns(), request, documents);
    if (request.duplicate_group) {
      keep_if(documents, [&](std::uint32_t document) {
        return database.columns().duplicate_group(document) == *request.duplicate_group;
      });
    }
  }
}

Selection select_articles(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                          const Request& request) {
  if (is_blank(request.query)) {
    Selection result{all_articles(archive), {}};
    keep_filtered(archive, analyzer, request, result.articles);
    return result;
  }
  const Inquiry inquiry(analyzer, archive, request);
  Selection result{find_articles(archive, analyzer, inquiry), inquiry.query().notes};
  keep_filtered(archive, analyzer, request, result.articles);
  return result;
}

}  // namespace warraq::searcher
