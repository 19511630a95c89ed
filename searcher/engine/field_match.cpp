#include "searcher/engine/field_match.h"

#include <array>
#include <string>

#include "indexer/archive/schema.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

std::uint32_t slot_of(NameField field) {
  constexpr std::array<std::uint32_t, 4> kSlots = {archive::slot::kSource, archive::slot::kCategory,
                                                   archive::slot::kAuthor, archive::slot::kAgency};
  return kSlots.at(static_cast<std::size_t>(field));
}

// The key of the value that a term stands for: of a long one the term has the beginning alone.
std::string key_of(const Xapian::Database& database, const std::string& term,
                   std::string_view prefix, NameField field, const analyzers::Analyzer& analyzer) {
  if (term.size() <= archive::kMaxPlainTermBytes) return term.substr(prefix.size());
  const Xapian::docid first = *database.postlist_begin(term);
  return archive::field_key(analyzer, database.get_document(first).get_value(slot_of(field)));
}

std::uint32_t number_of(const std::optional<analyzers::Date>& date, std::uint32_t otherwise) {
  if (!date) return otherwise;
  return static_cast<std::uint32_t>(date->year * 10'000 + date->month * 100 + date->day);
}

}  // namespace

std::string_view term_prefix_of(NameField field) {
  constexpr std::array<std::string_view, 4> kPrefixes = {
      archive::prefix::kSource, archive::prefix::kCategory, archive::prefix::kAuthor,
      archive::prefix::kAgency};
  return kPrefixes.at(static_cast<std::size_t>(field));
}

DocumentSet documents_named(const archive::OpenedDatabase& database, const Condition& name,
                            const analyzers::Analyzer& analyzer) {
  DocumentSet result(database.database.get_lastdocid());
  const std::string prefix(term_prefix_of(name.name_field));
  const std::string wanted = archive::field_key(analyzer, name.name);
  if (name.whole) {
    add_documents(database, archive::make_term(prefix, wanted), result);
    return result;
  }
  const Xapian::Database& terms = database.database;
  for (auto term = terms.allterms_begin(prefix); term != terms.allterms_end(prefix); ++term) {
    const std::string key = key_of(terms, *term, prefix, name.name_field, analyzer);
    const std::string words = ' ' + key + ' ';
    if (words.find(' ' + wanted + ' ') != std::string::npos) {
      add_documents(database, *term, result);
    }
  }
  return result;
}

DocumentSet documents_dated(const archive::OpenedDatabase& database, const Condition& dates,
                            const DocumentSet& within) {
  DocumentSet result(within.last());
  const std::uint32_t from = number_of(dates.from, 1);
  const std::uint32_t to = number_of(dates.to, UINT32_MAX);
  const archive::Columns& columns = database.columns();
  within.for_each([&](std::uint32_t document) {
    const std::uint32_t date = columns.date(document);
    if (date >= from && date <= to) result.add(document);
  });
  return result;
}

DocumentSet documents_in_group(const archive::OpenedDatabase& database, std::uint64_t group,
                               const DocumentSet& within) {
  DocumentSet result(within.last());
  const archive::Columns& columns = database.columns();
  within.for_each([&](std::uint32_t document) {
    if (columns.duplicate_group(document) == group) result.add(document);
  });
  return result;
}

}  // namespace warraq::searcher
