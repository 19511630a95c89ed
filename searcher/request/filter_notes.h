// What is to be said of a request's filters, for every way in which one comes.
#pragma once

#include <string>
#include <vector>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Adds what Searcher::notes_on_filters() says to `notes`.
void add_notes_on_filters(Searcher& searcher, const Request& request,
                          std::vector<std::string>& notes);

}  // namespace warraq::searcher
