// What elements of a dump are called.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/readers/usual_names.h"

namespace warraq::corpus {

/// Dumps of databases name columns in attributes, <field name="title">: then this is the name.
[[nodiscard]] bool is_named_by_attribute(std::string_view element);

/// The fields that elements and attributes usually mean. Remembers names, of which dumps have few.
/// Not thread-safe.
class DumpNames {
 public:
  /// "dateline" is one of the fields; RecordFields::add_dateline() reads it.
  [[nodiscard]] std::optional<UsualName> field_of(std::string_view name);

 private:
  std::map<std::string, std::optional<UsualName>, std::less<>> known_;
};

}  // namespace warraq::corpus
