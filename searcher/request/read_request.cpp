#include "searcher/request/read_request.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include "searcher/request/dates.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"
#include "warraq/searcher/facet_names.h"

namespace warraq::searcher {
namespace {

// How messages name a parameter: options by their short names too, where they have any.
std::string named(std::string_view name, Naming naming) {
  if (naming == Naming::parameter) return std::string(name);
  std::string result = "--" + std::string(name);
  if (name == "limit") result += " (-n)";
  if (name == "offset") result += " (-o)";
  return result;
}

/// Reads the parameters of one request.
class RequestReader {
 public:
  RequestReader(const Parameters& parameters, Naming naming)
      : parameters_(parameters), naming_(naming) {}

  [[nodiscard]] Request filters() const {
    Request request;
    request.from = date("from", DayOf::first);
    request.to = date("to", DayOf::last);
    request.sources = parameters_.values("source");
    request.categories = parameters_.values("category");
    request.authors = parameters_.values("author");
    request.agencies = parameters_.values("agency");
    request.duplicate_group = group();
    request.sort = sort();
    request.exact = parameters_.flag("exact");
    request.all_words = parameters_.flag("all");
    request.variants = !parameters_.flag("no-variants");
    request.excluded_variants = excluded_variants();
    request.strict = parameters_.flag("strict");
    request.relax = parameters_.flag("relax");
    request.collapse = parameters_.flag("collapse");
    if (const auto fields = parameters_.list("facets")) {
      request.facets = read_facet_fields(named("facets", naming_), *fields);
    }
    return request;
  }

  void read_page(const RequestLimits& limits, Request& request) const {
    request.limit = number("limit", "hits", limits.limit, request.limit);
    request.offset = number("offset", "hits to pass over", limits.offset, request.offset);
    request.snippets = number("snippets", "passages", limits.snippets, request.snippets);
    request.query = parameters_.value("query").value_or("");
    if (limits.query_bytes == 0 || request.query.size() <= limits.query_bytes) return;
    throw Error(ErrorCode::usage,
                named("query", naming_) + " takes " + std::to_string(limits.query_bytes) +
                    " bytes at the most, not " + std::to_string(request.query.size()));
  }

 private:
  // A default past the limit is cut to it: nobody asked for so many.
  [[nodiscard]] std::size_t number(std::string_view name, std::string_view unit, std::size_t most,
                                   std::size_t fallback) const {
    const auto text = parameters_.value(name);
    if (!text) return std::min(fallback, most);
    return cli::read_number({named(name, naming_), unit, 0, most}, *text);
  }

  [[nodiscard]] std::optional<analyzers::Date> date(std::string_view name, DayOf day) const {
    const auto text = parameters_.value(name);
    if (!text) return std::nullopt;
    return read_date(*text, day, named(name, naming_));
  }

  [[nodiscard]] Sort sort() const {
    const std::string name = parameters_.value("sort").value_or("relevance");
    if (name == "relevance") return Sort::relevance;
    if (name == "newest") return Sort::newest;
    if (name == "oldest") return Sort::oldest;
    cli::refuse_value(named("sort", naming_), name, "relevance, newest or oldest");
  }

  [[nodiscard]] std::vector<std::string> excluded_variants() const {
    std::vector<std::string> result = parameters_.values("exclude-variant");
    const bool fit = std::all_of(result.begin(), result.end(), [](const std::string& each) {
      return each.size() <= kMaxExcludedVariantBytes;
    });
    if (fit && result.size() <= kMaxExcludedVariants) return result;
    throw Error(ErrorCode::usage, named("exclude-variant", naming_) + " takes " +
                                      std::to_string(kMaxExcludedVariants) + " spellings of " +
                                      std::to_string(kMaxExcludedVariantBytes) +
                                      " bytes at the most");
  }

  [[nodiscard]] std::optional<std::uint64_t> group() const {
    const auto digits = parameters_.value("group");
    if (!digits) return std::nullopt;
    constexpr std::size_t kDigits = 16;
    constexpr int kHexadecimal = 16;
    std::uint64_t result = 0;
    const char* const end = digits->data() + digits->size();
    const auto [read_to, error] = std::from_chars(digits->data(), end, result, kHexadecimal);
    if (digits->size() == kDigits && error == std::errc() && read_to == end) return result;
    cli::refuse_value(named("group", naming_), *digits,
                      "16 hexadecimal digits, as a hit's duplicate_group has");
  }

  const Parameters& parameters_;
  Naming naming_;
};

}  // namespace

Request read_request(const Parameters& parameters, const RequestLimits& limits, Naming naming) {
  const RequestReader reader(parameters, naming);
  Request request = reader.filters();
  reader.read_page(limits, request);
  return request;
}

Request read_filters(const Parameters& parameters, Naming naming) {
  return RequestReader(parameters, naming).filters();
}

void require_known(const Parameters& parameters, const std::vector<std::string_view>& known) {
  for (const auto& [name, value] : parameters.entries()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string names;
    for (const std::string_view each : known) names.append(names.empty() ? "" : ", ").append(each);
    throw Error(ErrorCode::usage, "there is no parameter " + analyzers::isolate(name),
                names.empty() ? "there are none here" : "there are " + names);
  }
}

const std::vector<std::string_view>& request_parameters() {
  static const std::vector<std::string_view> names = {
      "query",           "limit",  "offset", "snippets", "from",     "to",    "source",
      "category",        "author", "agency", "group",    "sort",     "exact", "no-variants",
      "exclude-variant", "all",    "strict", "relax",    "collapse", "facets"};
  return names;
}

std::vector<FacetField> read_facet_fields(std::string_view name, std::string_view value) {
  std::vector<FacetField> result;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const auto field = facet_field_named(value.substr(begin, end - begin));
    if (!field) {
      cli::refuse_value(name, std::string(value),
                        "source, category, author, agency, year and month, with commas between "
                        "them");
    }
    if (std::find(result.begin(), result.end(), *field) == result.end()) result.push_back(*field);
    begin = end + 1;
  }
  return result;
}

}  // namespace warraq::searcher
