// What a file's name says of its content.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// The extension of `name` in lower case, without its dot, one of a compression left out: "jsonl"
/// of News.JSONL.gz. Empty where there is none.
[[nodiscard]] std::string extension_of(std::string_view name);

}  // namespace warraq::corpus
