#include "searcher/request/filter_notes.h"

#include <utility>

namespace warraq::searcher {

void add_notes_on_filters(Searcher& searcher, const Request& request,
                          std::vector<std::string>& notes) {
  for (std::string& note : searcher.notes_on_filters(request)) notes.push_back(std::move(note));
}

}  // namespace warraq::searcher
