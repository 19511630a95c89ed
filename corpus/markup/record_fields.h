// The fields of a record as they come, one after the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// Makes an article of named texts. Blank ones count for nothing. Of several bodies each is lines
/// of the body; several authors, sources, agencies and categories are listed, "، " between them; of
/// other known fields the first counts, and several extra ones of a name are an array.
class RecordFields {
 public:
  /// `name` is a known field's or any other, which is kept as an extra one.
  void add(std::string_view name, std::string_view text);
  /// Kept as an extra field, whatever it is called: another title is "other_title".
  void add_extra(std::string_view name, std::string_view text);
  /// Whether the known field `name` holds something.
  [[nodiscard]] bool has(std::string_view name) const;
  /// A dateline: a date where it names a year, as dumps have it; else where the story comes from,
  /// kept as the extra field "dateline".
  void add_dateline(std::string_view text);
  [[nodiscard]] Article take();

 private:
  Article article_;
  std::vector<std::vector<std::string>> extra_texts_;  ///< in the order of article_.extra
  std::unordered_map<std::string, std::size_t> extra_places_;
};

/// Whether a number from 1500 to 2199 stands in `text`, in ASCII, Arabic-Indic or Persian digits.
[[nodiscard]] bool names_year(std::string_view text);

}  // namespace warraq::corpus
