// The attributes of a start tag.
#pragma once

#include <optional>
#include <string_view>

namespace warraq::corpus {

struct WrittenAttribute {
  std::string_view name;
  std::string_view value;  ///< references unresolved
};

/// Takes the first attribute from what stands between a start tag's name and its end. Values may
/// stand between quotes, or without, or be missing.
[[nodiscard]] std::optional<WrittenAttribute> take_attribute(std::string_view& attributes);

}  // namespace warraq::corpus
