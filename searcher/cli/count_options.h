// What facets and timeline share.
#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/facets.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

/// Adds the filters, the options of matching, --stdin and --format.
void add_count_options(boost::program_options::options_description& options);

/// --format. Throws Error(usage).
[[nodiscard]] output::CountsFormat counts_format(
    const boost::program_options::variables_map& values);

/// The fields named in `list`, with commas between them, each once. Throws Error(usage), naming
/// `option`.
[[nodiscard]] std::vector<FacetField> facet_fields(std::string_view option,
                                                   const std::string& list);

}  // namespace warraq::searcher::commands
