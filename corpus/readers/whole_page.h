// An input that is one record, as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "corpus/input/buffered_input.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// All of `input`, called `file` in messages, or why that cannot be had: it is longer than `limit`
/// bytes, or ends early.
[[nodiscard]] std::variant<std::string, Rejection> read_whole_page(BufferedInput& input,
                                                                   const std::string& file,
                                                                   std::size_t limit);

}  // namespace warraq::corpus
