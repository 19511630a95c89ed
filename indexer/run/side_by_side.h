#pragma once

#include <functional>
#include <span>

namespace warraq::indexer {

/// Runs the tasks on up to `threads` threads, this one among them, and waits for all; throws what
/// the first of them threw.
void run_side_by_side(std::span<const std::function<void()>> tasks, unsigned threads);

}  // namespace warraq::indexer
