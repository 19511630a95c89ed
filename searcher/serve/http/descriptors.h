// How many files and sockets the process may have open.
#pragma once

#include <cstddef>

namespace warraq::searcher::serve {

/// Raises the limit as far as the process may by itself, and returns it.
std::size_t raise_descriptor_limit();

}  // namespace warraq::searcher::serve
