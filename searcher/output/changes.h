// What has changed since a query was saved.
#pragma once

#include <ostream>

#include "warraq/searcher/saved_query.h"

namespace warraq::searcher::output {

/// One line an article.
void print_change_for_people(std::ostream& out, const ChangedArticle& changed);
void print_change_as_json(std::ostream& out, const ChangedArticle& changed);

/// The last line.
void print_changes_for_people(std::ostream& out, const Changes& changes,
                              const SavedHeader& saved);
void print_changes_as_json(std::ostream& out, const Changes& changes, const SavedHeader& saved);

}  // namespace warraq::searcher::output
