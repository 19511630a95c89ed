// Counts of what a query finds: by field, and over time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "warraq/analyzers/date.h"
#include "warraq/searcher/facet_names.h"

namespace warraq::searcher {

struct FacetValue {
  std::string value;  ///< as most of its articles spell it; YYYY, YYYY-MM
  std::uint64_t articles = 0;
};

/// Exact counts of one field over the articles that were found. Spellings of one name that fold to
/// the same words count as one.
struct Facet {
  FacetField field = FacetField::source;
  /// Names: the most articles first, no more than were asked for. Years and months: all, in order,
  /// those without an article left out.
  std::vector<FacetValue> values;
  std::uint64_t distinct = 0;  ///< values, those not asked for included
  std::uint64_t missing = 0;   ///< articles without the field
};

struct Facets {
  std::uint64_t total = 0;  ///< articles found
  std::vector<Facet> facets;
  std::vector<std::string> notes;  ///< as an Answer's
};

struct TimelineInterval {
  analyzers::Date first;       ///< its first day
  std::uint64_t articles = 0;  ///< found
  std::uint64_t total = 0;     ///< in the archive, narrowed down by the same names and days
  /// articles / total; 0 where there are none.
  [[nodiscard]] double ratio() const {
    return total == 0 ? 0 : static_cast<double>(articles) / static_cast<double>(total);
  }
};

struct Timeline {
  Interval interval = Interval::day;  ///< never automatic
  /// Without gaps, from the first article found to the last; where days are asked for, from the
  /// first to the last article that they have.
  std::vector<TimelineInterval> intervals;
  std::uint64_t total = 0;    ///< articles found
  std::uint64_t undated = 0;  ///< of them those without a date, which are in no interval
  std::vector<std::string> notes;
};

/// More intervals than this are refused: days of a hundred years, the years of any dates are fewer.
inline constexpr std::size_t kMaxIntervals = 40'000;

}  // namespace warraq::searcher
