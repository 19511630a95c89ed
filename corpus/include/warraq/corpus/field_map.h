// Which parts of a record of other making are which fields of an article: --map.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "warraq/export.h"

namespace warraq::corpus {

/// Where one field is taken from.
struct MappedField {
  std::string name;                ///< the article's: title, body, … or any other, which is kept
  std::vector<std::string> paths;  ///< places in a record; the first that holds something counts
  bool operator==(const MappedField&) const = default;
};

/// A mapping. What a path means is the format's: a column's name; member names joined by dots;
/// element names joined by slashes, @ before an attribute's.
struct FieldMap {
  std::string record;  ///< where records are: an element, a path to an array; may be empty
  std::vector<MappedField> fields;
  [[nodiscard]] bool empty() const { return record.empty() && fields.empty(); }
  bool operator==(const FieldMap&) const = default;
};

/// Reads a mapping file: UTF-8 lines `name = path | path …`, `record = path`; empty lines, and
/// lines that begin with #, mean nothing. Throws Error(usage) with the line and the reason.
[[nodiscard]] WARRAQ_EXPORT FieldMap parse_field_map(std::string_view text);

}  // namespace warraq::corpus
