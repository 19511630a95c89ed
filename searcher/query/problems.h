// What was not understood in a query, put for people.
#pragma once

#include <string>
#include <string_view>

#include "searcher/query/tree.h"

namespace warraq::searcher {

/// Where `place` is in `query`: the number of its first character, from 1, and the words around it
/// with the piece between ⟦ and ⟧, isolated so that it reads right in either direction: character
/// 5 of ⁨غزة ⟦AND⟧⁩.
[[nodiscard]] std::string describe_place(std::string_view query, Place place);

/// One line: what is wrong, where, and what was searched instead.
[[nodiscard]] std::string describe_problem(std::string_view query, const Problem& problem);

/// Throws Error(query) for the first of `problems`, if there are any: what a strict request does.
void refuse_problems(std::string_view query, const std::vector<Problem>& problems);

}  // namespace warraq::searcher
