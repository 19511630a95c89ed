// What visitors are told of an archive that cannot be read.
#pragma once

#include "warraq/error.h"

namespace warraq::searcher::serve {

/// `error`, or, where it is one of the archive itself, one of the same code that names no file and
/// no command. What it said then stands on standard error, once a minute at the most. Thread-safe.
[[nodiscard]] Error for_visitors(const Error& error);

}  // namespace warraq::searcher::serve
