// What the commands' command lines have in common.
#pragma once

#include <string>
#include <vector>

namespace warraq::indexer::cli {

/// Throws Error(usage) where a command that takes no arguments was given some.
void require_no_arguments(const std::vector<std::string>& positional);

}  // namespace warraq::indexer::cli
