// The documents of one database by what their fields are: names and days.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// The term prefix that a field's names are filtered by (schema.h).
[[nodiscard]] std::string_view term_prefix_of(NameField field);

/// The documents that a `name` condition finds. Spellings may differ as those of words may. Throws
/// what Xapian throws.
[[nodiscard]] DocumentSet documents_named(const archive::OpenedDatabase& database,
                                          const Condition& name,
                                          const analyzers::Analyzer& analyzer);

/// Whether any article has a name that the `name` condition finds.
[[nodiscard]] bool is_name_known(const Xapian::Database& database, const Condition& name,
                                 const analyzers::Analyzer& analyzer);

/// The names of a field that are most like `name`, which is none of them: those that hold it or
/// that it holds, then those that differ by a few letters; at most `most`.
[[nodiscard]] std::vector<std::string> names_like(const Xapian::Database& database, NameField field,
                                                  std::string_view name,
                                                  const analyzers::Analyzer& analyzer,
                                                  std::size_t most);

/// Those of `within` that a `dates` condition finds; a document without a date is in no range.
[[nodiscard]] DocumentSet documents_dated(const archive::OpenedDatabase& database,
                                          const Condition& dates, const DocumentSet& within);

/// Those of `within` that are in a group of near duplicates (duplicate_group.h).
[[nodiscard]] DocumentSet documents_in_group(const archive::OpenedDatabase& database,
                                             std::uint64_t group, const DocumentSet& within);

}  // namespace warraq::searcher
