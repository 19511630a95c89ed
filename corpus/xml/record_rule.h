// Which elements of an XML document are records, and of what kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/xml/record_kind.h"

namespace warraq::corpus {

/// The names of the elements that are open, as they are written, outermost first.
using ElementPath = std::vector<std::string>;

/// Says of an element whether it is a record.
class RecordRule {
 public:
  /// The elements of feeds, NewsML-G2, NITF and TEI, wherever they stand.
  RecordRule() = default;
  /// Those at this place of a mapping: "/archive/item" from the document's root, "item" anywhere.
  [[nodiscard]] static RecordRule at(std::string_view place);
  /// What a document that begins so has; nothing where no element holds fields of usual names.
  /// Records are told first by the names of the formats above; else they are those elements at one
  /// place that hold most fields of usual names, a body counting twice more, and of two such places
  /// the outer ones.
  [[nodiscard]] static std::optional<RecordRule> of(std::string_view beginning);

  [[nodiscard]] std::optional<RecordKind> kind_of(const ElementPath& path) const;

 private:
  ElementPath path_;
  bool from_root_ = false;
};

}  // namespace warraq::corpus
