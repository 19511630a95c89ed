// Abbreviations and names written in parts (أ.ف.ب, أ ف ب, U.S.A., G20) as one more token each.
#pragma once

#include <string_view>

#include "analyzers/token_writer.h"

namespace warraq::analyzers {

/// Looks through the tokens that `writer` has made of `text` and adds, after the first part of each
/// such run, a token with `joined` set that spans the run.
void add_joined_words(std::string_view text, TokenWriter& writer);

}  // namespace warraq::analyzers
