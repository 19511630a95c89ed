// The same model as two databases, ours and Xapian's, and what must hold of them.
#pragma once

#include <string>

#include "indexer/glass/database_writer.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/model.h"

namespace warraq::tests {

struct Pair {
  std::string bulk;  ///< by our writer
  std::string api;   ///< by Xapian
};

/// Writes both into `folder`, in place of those of an earlier call.
[[nodiscard]] Pair write_both(const TempFolder& folder, const Model& model,
                              const glass::DatabaseOptions& options = {});

/// Checks that both read the same.
void check_same_contents(const Pair& pair);
/// The same, and that Xapian's checker finds no fault with ours.
void check_equal(const Pair& pair);

}  // namespace warraq::tests
