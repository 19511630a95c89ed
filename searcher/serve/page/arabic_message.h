// Messages of the library in Arabic: the library speaks English, and Arabic pages do not.
#pragma once

#include <string_view>

#include "searcher/serve/page/html.h"

namespace warraq::searcher::serve {

/// Writes what `message`, a note or an error of the library, says in Arabic, with what it quotes
/// isolated. Nothing is written, and false given back, for one that is not known.
[[nodiscard]] bool write_in_arabic(Html& html, std::string_view message);

}  // namespace warraq::searcher::serve
