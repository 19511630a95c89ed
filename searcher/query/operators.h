// Marks that other search engines take for operators and this one searches as words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warraq::searcher {

/// Adds one note that names the operators in `words`, text outside quotations, if there are any:
/// + or - before a word, AND OR NOT, a * after a word, a field's name and colon before one.
void note_operators(std::string_view words, std::vector<std::string>& notes);

}  // namespace warraq::searcher
