// Tables with a header (CSV, TSV), told by how they begin.
#pragma once

#include <string_view>

namespace warraq::corpus {

/// Whether the first line of `text` has names of columns that are known, in Arabic or English, two
/// of them or more; or `extension` (file_name.h) is that of a table and the lines have equally many
/// cells. Cells are kept apart by tabs, commas, semicolons or bars, and may be quoted.
[[nodiscard]] bool begins_table(std::string_view text, std::string_view extension);

}  // namespace warraq::corpus
