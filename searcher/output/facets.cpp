#include "searcher/output/facets.h"
#include "searcher/output/highlight.h"

#include <algorithm>
#include <string>

#include "searcher/output/csv_field.h"
#include "searcher/output/format.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

void print_lines(std::ostream& out, const Facets& facets) {
  for (const Facet& facet : facets.facets) {
    for (const FacetValue& value : facet.values) {
      const Json line = {{"type", "facet"},
                         {"field", name_of(facet.field)},
                         {"value", value.value},
                         {"articles", value.articles}};
      out << to_text(line) << '\n';
    }
  }
  Json summary = {{"type", "summary"}, {"version", kVersion}, {"total", facets.total}};
  Json fields = Json::object();
  for (const Facet& facet : facets.facets) {
    fields[std::string(name_of(facet.field))] = {{"distinct", facet.distinct},
                                                 {"missing", facet.missing}};
  }
  summary["fields"] = std::move(fields);
  if (!facets.notes.empty()) summary["notes"] = facets.notes;
  out << to_text(summary) << '\n';
}

void print_table(std::ostream& out, const Facets& facets) {
  out << "field,value,articles" << kCsvLineEnd;
  for (const Facet& facet : facets.facets) {
    for (const FacetValue& value : facet.values) {
      out << name_of(facet.field) << ',' << csv_field(value.value) << ',' << value.articles
          << kCsvLineEnd;
    }
  }
}

void print_count(std::ostream& out, std::uint64_t count, std::size_t width,
                 const std::string& text) {
  const std::string digits = with_separators(count);
  out << "  " << std::string(width - std::min(width, digits.size()), ' ') << digits << "  " << text
      << '\n';
}

void print_facet(std::ostream& out, const Facet& facet) {
  out << name_of(facet.field) << '\n';
  std::uint64_t most = facet.missing;
  for (const FacetValue& value : facet.values) most = std::max(most, value.articles);
  const std::size_t width = with_separators(most).size();
  for (const FacetValue& value : facet.values) {
    print_count(out, value.articles, width, analyzers::isolate(cut_for_people(value.value)));
  }
  if (facet.missing > 0) print_count(out, facet.missing, width, "(none)");
  const std::uint64_t more = facet.distinct - facet.values.size();
  if (more > 0) out << "  and " << counted(more, "more value") << '\n';
  out << '\n';
}

}  // namespace

Json as_json(const std::vector<Facet>& facets) {
  Json result = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"articles", value.articles}});
    }
    result[std::string(name_of(facet.field))] = {
        {"values", std::move(values)}, {"distinct", facet.distinct}, {"missing", facet.missing}};
  }
  return result;
}

Json as_json(const Facets& facets) {
  Json object = {{"version", kVersion}, {"total", facets.total}};
  if (!facets.notes.empty()) object["notes"] = facets.notes;
  object["facets"] = as_json(facets.facets);
  return object;
}

void print_for_people(std::ostream& out, const std::vector<Facet>& facets) {
  for (const Facet& facet : facets) print_facet(out, facet);
}

void print_facets(std::ostream& out, const Facets& facets, CountsFormat format) {
  switch (format) {
    case CountsFormat::json:
      out << to_text(as_json(facets)) << '\n';
      return;
    case CountsFormat::jsonl:
      return print_lines(out, facets);
    case CountsFormat::csv:
      return print_table(out, facets);
    case CountsFormat::human:
      print_for_people(out, facets.facets);
      out << counted(facets.total, "article") << '\n';
  }
}

}  // namespace warraq::searcher::output
