// Printing facets and timelines.
#pragma once

#include <cstddef>
#include <ostream>
#include <vector>

#include "searcher/output/json_hit.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher::output {

enum class CountsFormat { human, json, jsonl, csv };

/// By field: what json, and the hits' own formats, have under `facets`.
[[nodiscard]] Json as_json(const std::vector<Facet>& facets);
/// For people: each field with its values, the counts before them.
void print_for_people(std::ostream& out, const std::vector<Facet>& facets);

/// What `json` prints of them.
[[nodiscard]] Json as_json(const Facets& facets);
[[nodiscard]] Json as_json(const Timeline& timeline);

void print_facets(std::ostream& out, const Facets& facets, CountsFormat format);

/// How a timeline is drawn for people.
struct ChartStyle {
  std::size_t width = 80;  ///< columns of a line
  bool blocks = true;      ///< bars of block characters, eighths wide; else of #
};

void print_timeline(std::ostream& out, const Timeline& timeline, CountsFormat format,
                    const ChartStyle& style);

}  // namespace warraq::searcher::output
