// What visitors are told of an archive that cannot be read.
#pragma once

#include <functional>
#include <string_view>

#include "warraq/error.h"

namespace warraq::searcher::serve {

/// `error`, or, where it is one of the archive itself, one of the same code that names no file and
/// no command. What it said then is reported, once a minute at the most, where `report` is not
/// empty. Thread-safe, if `report` is.
[[nodiscard]] Error for_visitors(const Error& error,
                                 const std::function<void(std::string_view)>& report);

}  // namespace warraq::searcher::serve
