#include "searcher/engine/facets.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/calendar.h"
#include "searcher/engine/day_counts.h"

namespace warraq::searcher {
namespace {

using archive::NameColumn;

NameColumn column_of(FacetField field) {
  switch (field) {
    case FacetField::category:
      return NameColumn::category;
    case FacetField::author:
      return NameColumn::author;
    case FacetField::agency:
      return NameColumn::agency;
    default:
      return NameColumn::source;
  }
}

// Counts of spellings; that of the empty one are articles without the field.
using Spellings = std::unordered_map<std::string_view, std::uint64_t>;

Spellings count_spellings(const archive::OpenArchive& archive, const ArticleSet& articles,
                          NameColumn name) {
  Spellings result;
  for (std::size_t i = 0; i < articles.databases.size(); ++i) {
    const archive::Columns& columns = archive.databases()[i].columns();
    const std::span<const std::string_view> names = columns.names(name);
    std::vector<std::uint64_t> counts(names.size());
    articles.databases[i].for_each(
        [&](std::uint32_t document) { ++counts[columns.name(name, document)]; });
    for (std::size_t code = 0; code < counts.size(); ++code) {
      if (counts[code] != 0) result[names[code]] += counts[code];
    }
  }
  return result;
}

// A name in its spellings.
struct Name {
  std::uint64_t articles = 0;
  std::string_view spelling;
  std::uint64_t with_spelling = 0;

  void add(std::string_view text, std::uint64_t count) {
    articles += count;
    if (count > with_spelling || (count == with_spelling && text < spelling)) {
      spelling = text;
      with_spelling = count;
    }
  }
};

std::vector<Name> names_of(const Spellings& spellings, const analyzers::Analyzer& analyzer) {
  std::unordered_map<std::string, Name> names;
  for (const auto& [spelling, articles] : spellings) {
    if (!spelling.empty()) names[archive::field_key(analyzer, spelling)].add(spelling, articles);
  }
  std::vector<Name> result;
  result.reserve(names.size());
  for (const auto& [key, name] : names) result.push_back(name);
  return result;
}

bool is_before(const Name& left, const Name& right) {
  if (left.articles != right.articles) return left.articles > right.articles;
  return left.spelling < right.spelling;
}

Facet names_facet(const Spellings& spellings, const analyzers::Analyzer& analyzer,
                  std::size_t limit) {
  Facet result;
  const auto without = spellings.find(std::string_view());
  result.missing = without != spellings.end() ? without->second : 0;
  std::vector<Name> names = names_of(spellings, analyzer);
  result.distinct = names.size();
  const std::size_t shown = limit == 0 ? names.size() : std::min(limit, names.size());
  std::partial_sort(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), names.end(),
                    is_before);
  for (const Name& name : std::span(names).first(shown)) {
    result.values.push_back({std::string(name.spelling), name.articles});
  }
  return result;
}

std::string label_of(std::int64_t number, Interval interval) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  return first_day_of(number, interval)
      .iso()
      .substr(0, interval == Interval::year ? kYear : kMonth);
}

Facet days_facet(const DayCounts& days, Interval interval) {
  Facet result;
  std::int64_t last = -1;
  for (const auto& [day, articles] : days) {
    if (day == 0) {
      result.missing = articles;
      continue;
    }
    const std::int64_t number = interval_of(day, interval);
    if (number != last) result.values.push_back({label_of(number, interval), 0});
    last = number;
    result.values.back().articles += articles;
  }
  result.distinct = result.values.size();
  return result;
}

}  // namespace

std::vector<Facet> count_facets(const archive::OpenArchive& archive,
                                const analyzers::Analyzer& analyzer, const ArticleSet& articles,
                                std::span<const FacetField> fields, std::size_t limit) {
  std::vector<Facet> result;
  for (const FacetField field : fields) {
    if (field == FacetField::year || field == FacetField::month) {
      result.push_back(days_facet(count_days(archive, articles),
                                  field == FacetField::year ? Interval::year : Interval::month));
    } else {
      result.push_back(
          names_facet(count_spellings(archive, articles, column_of(field)), analyzer, limit));
    }
    result.back().field = field;
  }
  return result;
}

}  // namespace warraq::searcher
