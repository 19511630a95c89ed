// Input for a scanner.
#pragma once

#include "corpus/input/buffered_input.h"
#include "corpus/markup/scanner.h"

namespace warraq::corpus {

/// The bytes of `input`, which must outlive it, as they are.
[[nodiscard]] MarkupScanner::Refill bytes_of_input(BufferedInput& input);

/// One text, which must outlive it.
[[nodiscard]] MarkupScanner::Refill text_alone(std::string_view text);

}  // namespace warraq::corpus
