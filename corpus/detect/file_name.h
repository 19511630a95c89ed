// What a file's name says of its content.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// The extension of `name` in lower case, without its dot, one of a compression left out: "jsonl"
/// of News.JSONL.gz. Empty where there is none.
[[nodiscard]] std::string extension_of(std::string_view name);

/// "a style sheet", "a script", …: what a text of this name is that lies beside pages and is no
/// article. Queries behind a name, as savers of sites keep them (style.css?ver=4.9), make no
/// difference. Empty where the name says nothing of the kind.
[[nodiscard]] std::string_view kind_of_name(std::string_view name);

}  // namespace warraq::corpus
