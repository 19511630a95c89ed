// The fields of an article that a query names, in Arabic and English.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/tree.h"

namespace warraq::searcher {

struct Field {
  enum class Kind { text, name, dates };
  Kind kind = Kind::text;
  TextField text = TextField::any;           ///< of kind text
  NameField name_field = NameField::source;  ///< of kind name
};

/// The field called `name`: title, عنوان, العنوان, …; letter case, marks and hamza do not matter.
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// As queries are printed.
[[nodiscard]] std::string_view name_of(TextField field, FieldNames names);
[[nodiscard]] std::string_view name_of(NameField field, FieldNames names);
[[nodiscard]] std::string_view name_of_dates(FieldNames names);

/// The name of a field that `name` may have been meant for; empty where none is like it.
[[nodiscard]] std::string_view field_like(std::string_view name);

/// A name with a colon behind it.
struct FieldMark {
  std::string_view name;
  std::size_t end = 0;  ///< one past the colon
};

/// The letters and the colon that `text` begins with.
[[nodiscard]] std::optional<FieldMark> field_mark(std::string_view text);

}  // namespace warraq::searcher
