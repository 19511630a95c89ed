// A run's articles cut into batches and handed to a pipeline.
#pragma once

#include <cstddef>

#include "indexer/build/pipeline.h"
#include "indexer/run/article_source.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

/// How many threads the options ask for: as many as the machine has where they name none.
[[nodiscard]] unsigned wanted_jobs(const RunOptions& options);

/// Hands all articles of `source` to `pipeline`, in batches of `batch_bytes` or a little more, and
/// waits until it has done with them. Of articles of the same id in one batch the last stays; the
/// others are counted at `source`. Returns the number of batches. Throws Stopped, and what the
/// workers threw.
std::size_t run_batches(ArticleSource& source, Pipeline& pipeline, std::size_t batch_bytes);

}  // namespace warraq::indexer
