// What facets and timeline share.
#pragma once

#include <boost/program_options.hpp>

#include "searcher/output/facets.h"

namespace warraq::searcher::commands {

/// Adds the filters, the options of matching, --stdin and --format.
void add_count_options(boost::program_options::options_description& options);

/// --format. Throws Error(usage).
[[nodiscard]] output::CountsFormat counts_format(
    const boost::program_options::variables_map& values);

}  // namespace warraq::searcher::commands
