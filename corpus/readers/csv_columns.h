// Which column of a table is which field of an article.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/article.h"
#include "warraq/corpus/field_map.h"

namespace warraq::corpus {

/// The delimiter that a line like `sep=;` names, which spreadsheets write for each other as the
/// first; empty where it is another line.
[[nodiscard]] std::string named_delimiter(std::string_view line);

/// The delimiter that tells most columns of a header apart whose names mean something, else most
/// columns: a comma, semicolon, tab, bar, or the Arabic comma or semicolon.
[[nodiscard]] std::string delimiter_of(std::string_view header, const FieldMap& map);

/// Whether a table's first row names its columns. It does unless every path of the map is a number
/// (#3) and no cell is a usual name of a field. `record = #1` and `record = #2` in the map say it.
[[nodiscard]] bool is_header(const std::vector<std::string>& cells, const FieldMap& map);

/// Takes an article's fields out of a row: those that the map names from its columns, and the
/// others from the columns with usual names. A column that gives no field is kept as an extra one.
class CsvColumns {
 public:
  /// `names` are the header's cells; empty where there is none, but the map's numbers.
  CsvColumns(const std::vector<std::string>& names, const FieldMap& map);

  /// Whether any column gives a title or a body.
  [[nodiscard]] bool give_text() const;

  /// "title" or "body", where the map names columns for it of which none is among `count`; else
  /// empty. A table may well lack any other field that the map names.
  [[nodiscard]] std::string_view missing_text(std::size_t count) const;

  /// Cells that are missing count as empty.
  [[nodiscard]] Article article(const std::vector<std::string>& cells) const;

 private:
  struct Field {
    std::string name;
    std::string Article::*member = nullptr;  ///< null: an extra field
    std::vector<std::size_t> columns;        ///< the first that holds something counts
  };

  void add_mapped(const std::vector<std::string>& names, const FieldMap& map);
  void add_usual(const std::vector<std::string>& names);
  void name_extras(const std::vector<std::string>& names);
  [[nodiscard]] static bool is_text(const Field& field);
  [[nodiscard]] bool has_field(std::string_view name) const;
  [[nodiscard]] bool is_taken(std::size_t column) const;

  std::vector<Field> fields_;
  std::vector<std::string> extra_names_;  ///< of each column, were it to give no field
};

/// `names` as a message lists them.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

}  // namespace warraq::corpus
