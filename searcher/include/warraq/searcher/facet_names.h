// By which fields and intervals articles are counted, and how these are spelt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "warraq/export.h"

namespace warraq::searcher {

/// By what articles are counted.
enum class FacetField : std::uint8_t { source, category, author, agency, year, month };

inline constexpr std::size_t kFacetFields = 6;

/// "source", …: as commands and output spell it.
[[nodiscard]] WARRAQ_EXPORT std::string_view name_of(FacetField field);
[[nodiscard]] WARRAQ_EXPORT std::optional<FacetField> facet_field_named(std::string_view name);

/// Weeks begin on Monday, as in ISO 8601. `automatic` takes the finest of which there are few
/// enough to look at: days for two months, weeks for a year, months for ten years, else years.
enum class Interval : std::uint8_t { automatic, day, week, month, year };

/// "auto", "day", …
[[nodiscard]] WARRAQ_EXPORT std::string_view name_of(Interval interval);
[[nodiscard]] WARRAQ_EXPORT std::optional<Interval> interval_named(std::string_view name);

}  // namespace warraq::searcher
