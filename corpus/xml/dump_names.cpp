#include "corpus/xml/dump_names.h"

#include <algorithm>
#include <array>

#include "corpus/article/text.h"

namespace warraq::corpus {

bool is_named_by_attribute(std::string_view element) {
  constexpr std::array<std::string_view, 6> kNames{"field",    "column", "col",
                                                   "property", "str",    "arr"};
  return std::find(kNames.begin(), kNames.end(), lower_ascii(element)) != kNames.end();
}

std::optional<UsualName> DumpNames::field_of(std::string_view name) {
  constexpr std::size_t kMostKnown = 4096;
  const auto known = known_.find(name);
  if (known != known_.end()) return known->second;
  std::optional<UsualName> field = usual_name(name);
  const std::string lower = lower_ascii(name);
  if (lower == "dateline") field = UsualName{"dateline", 0};
  if (lower == "docno") field = UsualName{"id", 0};
  if (known_.size() < kMostKnown) known_.emplace(name, field);
  return field;
}

}  // namespace warraq::corpus
