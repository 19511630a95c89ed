#pragma once

#include <xapian.h>

namespace warraq::searcher {

/// An article among an archive's databases, opened as one.
struct FoundArticle {
  Xapian::docid document = 0;
  double score = 0;
  bool looked_at_again = false;  ///< closer forms are in the score
};

}  // namespace warraq::searcher
