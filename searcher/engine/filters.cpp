#include "searcher/engine/filters.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "corpus/article/agencies.h"
#include "searcher/engine/field_match.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using Names = std::vector<std::string>;

/// A field that requests filter by, as people read it.
struct FilteredField {
  NameField field;
  const Names Request::*names;
  std::string_view one;
  std::string_view list;  ///< what lists them, by the name that commands and HTTP share
};

constexpr std::array<FilteredField, 4> kFields = {
    FilteredField{NameField::source, &Request::sources, "source", "'info' lists the sources"},
    FilteredField{NameField::category, &Request::categories, "category",
                  "'info' lists the categories"},
    FilteredField{NameField::author, &Request::authors, "author",
                  "'facets' by author list the authors"},
    FilteredField{NameField::agency, &Request::agencies, "agency",
                  "'facets' by agency list the agencies"}};

Condition dates_of(const Request& request) {
  if (request.from && request.to && *request.to < *request.from) {
    throw Error(ErrorCode::query,
                "the dates run backwards: from " + request.from->iso() + " to " + request.to->iso(),
                "give the earlier date first: exchange from and to");
  }
  Condition result;
  result.kind = Condition::Kind::dates;
  result.from = request.from;
  result.to = request.to;
  return result;
}

Condition any_name(NameField field, const Names& names) {
  Condition result;
  result.kind = Condition::Kind::any;
  for (const std::string& name : names) {
    Condition& child = result.children.emplace_back();
    child.kind = Condition::Kind::name;
    child.name_field = field;
    child.whole = true;
    child.name = name;
  }
  return result;
}

// Each is looked for among all names of its field.
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kMostAlike = 3;

const FilteredField& field_of(NameField field) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [field](const FilteredField& each) { return each.field == field; });
}

// Of the condition, the first few, each once.
void collect_names(const Condition& condition, std::vector<const Condition*>& names) {
  if (names.size() == kMostNames) return;
  if (condition.kind == Condition::Kind::name) {
    const bool known = std::any_of(names.begin(), names.end(), [&](const Condition* other) {
      return other->name_field == condition.name_field && other->name == condition.name;
    });
    if (!known) names.push_back(&condition);
  }
  for (const Condition& child : condition.children) collect_names(child, names);
}

// As articles mostly have it; empty for an agency that is not known, or called so already.
std::string usual_agency_name(NameField field, const std::string& name) {
  const corpus::Creditor* const agency =
      field == NameField::agency ? corpus::find_creditor(name) : nullptr;
  if (agency == nullptr || agency->kind != corpus::CreditKind::agency) return {};
  return agency->name == name ? std::string() : std::string(agency->name);
}

// AFP finds أ ف ب too.
void add_agency_names(Condition& condition) {
  for (Condition& child : condition.children) add_agency_names(child);
  if (condition.kind != Condition::Kind::name) return;
  std::string usual = usual_agency_name(condition.name_field, condition.name);
  if (usual.empty()) return;
  Condition either;
  either.kind = Condition::Kind::any;
  either.children.assign(2, condition);
  either.children.back().name = std::move(usual);
  condition = std::move(either);
}

// By this name, or for an agency by its usual one.
bool is_known(const Xapian::Database& database, Condition name,
              const analyzers::Analyzer& analyzer) {
  if (is_name_known(database, name, analyzer)) return true;
  name.name = usual_agency_name(name.name_field, name.name);
  return !name.name.empty() && is_name_known(database, name, analyzer);
}

Condition in_group(std::uint64_t group) {
  Condition result;
  result.kind = Condition::Kind::duplicates;
  result.duplicate_group = group;
  return result;
}

}  // namespace

Condition with_filters(Condition condition, const Request& request) {
  std::vector<Condition> filters;
  for (const FilteredField& field : kFields) {
    const Names& names = request.*field.names;
    if (!names.empty()) filters.push_back(any_name(field.field, names));
  }
  if (request.from || request.to) filters.push_back(dates_of(request));
  if (request.duplicate_group) filters.push_back(in_group(*request.duplicate_group));
  Condition result;
  result.children = std::move(filters);
  if (result.children.empty()) {
    result = std::move(condition);
  } else {
    result.children.insert(result.children.begin(), std::move(condition));
  }
  add_agency_names(result);
  return result;
}

bool is_filtered(const Request& request) {
  return request.from || request.to || request.duplicate_group ||
         std::any_of(kFields.begin(), kFields.end(),
                     [&](const FilteredField& field) { return !(request.*field.names).empty(); });
}

std::vector<std::string> notes_on_filters(const archive::OpenArchive& archive,
                                          const Request& request,
                                          const analyzers::Analyzer& analyzer) {
  Names notes;
  for (const FilteredField& field : kFields) {
    for (const std::string& name : request.*field.names) {
      Condition sought;
      sought.name_field = field.field;
      sought.whole = true;
      sought.name = name;
      if (is_known(archive.database(), sought, analyzer)) continue;
      notes.push_back("no article has the ");
      notes.back().append(field.one).append(" ").append(analyzers::isolate(name));
      notes.back().append("; ").append(field.list);
    }
  }
  return notes;
}

std::vector<std::string> notes_on_names(const Xapian::Database& database,
                                        const Condition& condition,
                                        const analyzers::Analyzer& analyzer) {
  Names notes;
  std::vector<const Condition*> names;
  collect_names(condition, names);
  for (const Condition* name : names) {
    if (is_known(database, *name, analyzer)) continue;
    const FilteredField& field = field_of(name->name_field);
    std::string& note = notes.emplace_back("no article has the ");
    note.append(field.one).append(" ").append(analyzers::isolate(name->name));
    const Names alike = names_like(database, name->name_field, name->name, analyzer, kMostAlike);
    if (alike.empty()) {
      note.append("; ").append(field.list);
      continue;
    }
    note += "; there is ";
    for (const std::string& other : alike) {
      if (&other != &alike.front()) note += ", ";
      note += analyzers::isolate(other);
    }
  }
  return notes;
}

}  // namespace warraq::searcher
