#include "warraq/searcher/facet_names.h"

#include <algorithm>
#include <array>

namespace warraq::searcher {
namespace {

constexpr std::array<std::string_view, kFacetFields> kFieldNames = {"source", "category", "author",
                                                                    "agency", "year",     "month"};
constexpr std::array<std::string_view, 5> kIntervalNames = {"auto", "day", "week", "month", "year"};

template <typename Value, std::size_t kCount>
std::optional<Value> value_named(const std::array<std::string_view, kCount>& names,
                                 std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name_of(FacetField field) {
  return kFieldNames.at(static_cast<std::size_t>(field));
}

std::optional<FacetField> facet_field_named(std::string_view name) {
  return value_named<FacetField>(kFieldNames, name);
}

std::string_view name_of(Interval interval) {
  return kIntervalNames.at(static_cast<std::size_t>(interval));
}

std::optional<Interval> interval_named(std::string_view name) {
  return value_named<Interval>(kIntervalNames, name);
}

}  // namespace warraq::searcher
