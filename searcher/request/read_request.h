// Requests out of parameters: one reading for the command line, JSON lines, HTTP and the page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/parameters.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What a request may ask for at the most, where others pay for it.
struct RequestLimits {
  std::size_t limit = 999'999'999;     ///< hits of a page
  std::size_t offset = 999'999'999;    ///< hits passed over
  std::size_t snippets = 999'999'999;  ///< passages of a hit
  std::size_t query_bytes = 0;         ///< 0: as many as the language takes
};

/// Of exclude-variant, values at the most, and bytes of each.
inline constexpr std::size_t kMaxExcludedVariants = 256;
inline constexpr std::size_t kMaxExcludedVariantBytes = 4'096;

/// The request that `parameters` make: query, limit, offset, snippets, from, to, source, category,
/// author, agency, group, sort, exact, no-variants, exclude-variant, all, strict, relax, collapse,
/// facets. Names that it does not know are of no account (require_known() tells them). Throws
/// Error: usage for a value that a parameter does not take or that is past its limit, naming it as
/// `naming` does, and for several values of one that takes one (`facets` is a list, however it is
/// given); query for a date that does not exist.
enum class Naming { option, parameter };  ///< "--limit (-n)", or "limit"
[[nodiscard]] Request read_request(const Parameters& parameters, const RequestLimits& limits,
                                   Naming naming);

/// The same without query, limit, offset and snippets, which are left as they are by default: for
/// what counts or gives whole articles, and may take a limit of its own.
[[nodiscard]] Request read_filters(const Parameters& parameters, Naming naming);

/// Throws Error(usage) for the first parameter that is none of `known`, naming it and them.
void require_known(const Parameters& parameters, const std::vector<std::string_view>& known);

/// All names that read_request() knows.
[[nodiscard]] const std::vector<std::string_view>& request_parameters();

/// "source,year": fields between commas. Throws Error(usage).
[[nodiscard]] std::vector<FacetField> read_facet_fields(std::string_view name,
                                                        std::string_view value);

}  // namespace warraq::searcher
