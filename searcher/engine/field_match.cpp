#include "searcher/engine/field_match.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/did_you_mean/edit_distance.h"
#include "searcher/did_you_mean/letters.h"
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

bool has_words(const std::string& key, const std::string& wanted) {
  return (' ' + key + ' ').find(' ' + wanted + ' ') != std::string::npos;
}

/// How far names are from one that no article has.
class Likeness {
 public:
  explicit Likeness(std::string name) : name_(std::move(name)), letters_(letters_of(name_)) {}

  // Nothing for a name that is nothing like it.
  [[nodiscard]] std::optional<int> distance(std::string_view key) const {
    const std::size_t shorter = std::min(key.size(), name_.size());
    const bool holds =
        key.find(name_) != std::string_view::npos || name_.find(key) != std::string_view::npos;
    if (shorter >= kLeastHeld && holds) return 0;
    const auto letters = letters_of(key);
    if (!letters_ || !letters) return std::nullopt;
    const int ordinary = edits_.costs().ordinary;
    const int limit = ordinary * static_cast<int>(1 + letters_->size() / kLettersToAMistake);
    const int edits = edits_.between(*letters_, *letters, limit);
    if (edits > limit) return std::nullopt;
    return 1 + edits;
  }

 private:
  static constexpr std::size_t kLeastHeld = 4;  // bytes
  static constexpr std::size_t kLettersToAMistake = 5;

  static std::optional<Letters> letters_of(std::string_view key) {
    std::string joined(key);
    joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
    return Letters::read(joined);
  }

  std::string name_;
  std::optional<Letters> letters_;
  const EditDistance& edits_ = EditDistance::usual();
};

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
    if (has_words(key, wanted)) add_documents(database, *term, result);
  }
  return result;
}

bool is_name_known(const Xapian::Database& database, const Condition& name,
                   const analyzers::Analyzer& analyzer) {
  const std::string prefix(term_prefix_of(name.name_field));
  const std::string wanted = archive::field_key(analyzer, name.name);
  if (database.term_exists(archive::make_term(prefix, wanted))) return true;
  if (name.whole) return false;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (has_words(key_of(database, *term, prefix, name.name_field, analyzer), wanted)) return true;
  }
  return false;
}

std::vector<std::string> names_like(const Xapian::Database& database, NameField field,
                                    std::string_view name, const analyzers::Analyzer& analyzer,
                                    std::size_t most) {
  const std::string prefix(term_prefix_of(field));
  const Likeness likeness(archive::field_key(analyzer, name));
  std::vector<std::pair<int, std::string>> nearest;  // by how far, with their terms
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string found = *term;
    const auto far = likeness.distance(std::string_view(found).substr(prefix.size()));
    if (!far) continue;
    const std::pair candidate{*far, found};
    nearest.insert(std::upper_bound(nearest.begin(), nearest.end(), candidate), candidate);
    if (nearest.size() > most) nearest.pop_back();
  }
  std::vector<std::string> names;
  for (const auto& near : nearest) {
    const Xapian::docid first = *database.postlist_begin(near.second);
    names.push_back(database.get_document(first).get_value(slot_of(field)));
  }
  return names;
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
