// Random text made of what Arabic news is made of, and of what goes wrong in it.
#pragma once

#include <rapidcheck.h>

#include <string>

namespace warraq::analyzers::test {

/// A text of letters, marks, digits, punctuation, Latin, invisible characters, presentation forms,
/// other scripts and invalid bytes, mixed in pieces short enough to meet at every seam.
rc::Gen<std::string> random_text();

/// The same without what only ICU's dictionaries and invalid bytes bring.
rc::Gen<std::string> random_clean_text();

}  // namespace warraq::analyzers::test
