#include "corpus/readers/csv_columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "corpus/article/extra.h"
#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "corpus/article/text.h"
#include "corpus/readers/csv_cells.h"
#include "corpus/readers/usual_names.h"
#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

constexpr std::array<std::string_view, 6> kDelimiters{",", ";", "\t", "|", "،", "؛"};

/// The column that `#3` means, from 0.
std::optional<std::size_t> numbered_column(std::string_view path) {
  if (!path.starts_with('#')) return std::nullopt;
  std::size_t number = 0;
  const char* end = path.data() + path.size();
  const auto read = std::from_chars(path.data() + 1, end, number);
  if (read.ec != std::errc{} || read.ptr != end || number == 0) return std::nullopt;
  return number - 1;
}

std::string column_name(std::size_t column) { return "column_" + std::to_string(column + 1); }

bool same_name(std::string_view column, std::string_view path) {
  return trimmed(column) == trimmed(path);
}

template <typename Takes>
bool any_path(const FieldMap& map, Takes takes) {
  return std::any_of(map.fields.begin(), map.fields.end(), [&](const MappedField& field) {
    return std::any_of(field.paths.begin(), field.paths.end(), takes);
  });
}

bool means_something(const std::string& name, const FieldMap& map) {
  return usual_name(name) ||
         any_path(map, [&](const std::string& path) { return same_name(name, path); });
}

const KnownField* known_field(std::string_view name) {
  const auto* known = std::find_if(kKnownFields.begin(), kKnownFields.end(),
                                   [&](const KnownField& field) { return field.name == name; });
  return known == kKnownFields.end() ? nullptr : known;
}

}  // namespace

std::string named_delimiter(std::string_view line) {
  constexpr std::string_view kSeparatorLine = "sep=";
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() >= 2 && line.starts_with('"') && line.ends_with('"')) {
    line = line.substr(1, line.size() - 2);
  }
  if (!line.starts_with(kSeparatorLine)) return {};
  line.remove_prefix(kSeparatorLine.size());
  constexpr std::size_t kLongest = 2;  // bytes: an Arabic comma
  return line.size() <= kLongest ? std::string(line) : std::string();
}

std::string delimiter_of(std::string_view header, const FieldMap& map) {
  std::string best(kDelimiters.front());
  std::pair<std::size_t, std::size_t> best_score;
  std::vector<std::string> cells;
  for (const std::string_view delimiter : kDelimiters) {
    split_cells(header, delimiter, cells);
    const auto named = std::count_if(cells.begin(), cells.end(), [&](const std::string& name) {
      return means_something(name, map);
    });
    const std::pair score(static_cast<std::size_t>(named), cells.size());
    if (score <= best_score) continue;
    best_score = score;
    best = delimiter;
  }
  return best;
}

bool is_header(const std::vector<std::string>& cells, const FieldMap& map) {
  if (const std::optional<std::size_t> first = numbered_column(map.record)) return *first > 0;
  const bool numbers_alone = !map.fields.empty() && !any_path(map, [](const std::string& path) {
    return !numbered_column(path);
  });
  return !numbers_alone || std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return usual_name(cell).has_value();
  });
}

CsvColumns::CsvColumns(const std::vector<std::string>& names, const FieldMap& map) {
  add_mapped(names, map);
  add_usual(names);
  name_extras(names);
}

bool CsvColumns::has_field(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [&](const Field& field) { return field.name == name; });
}

bool CsvColumns::is_taken(std::size_t column) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const Field& field) {
    return std::find(field.columns.begin(), field.columns.end(), column) != field.columns.end();
  });
}

void CsvColumns::add_mapped(const std::vector<std::string>& names, const FieldMap& map) {
  for (const MappedField& mapped : map.fields) {
    const KnownField* known = known_field(mapped.name);
    Field field{mapped.name, known == nullptr ? nullptr : known->member, {}};
    for (const std::string& path : mapped.paths) {
      const auto named = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return same_name(name, path);
      });
      if (named != names.end()) {
        field.columns.push_back(static_cast<std::size_t>(named - names.begin()));
      } else if (const std::optional<std::size_t> column = numbered_column(path)) {
        field.columns.push_back(*column);
      }
    }
    fields_.push_back(std::move(field));
  }
}

// One column each: another of a name that is usual too may well hold something else.
void CsvColumns::add_usual(const std::vector<std::string>& names) {
  struct Choice {
    std::size_t rank = 0;
    std::optional<std::size_t> column;
  };
  std::array<Choice, kKnownFields.size()> choices;
  for (std::size_t column = 0; column < names.size(); ++column) {
    const std::optional<UsualName> usual = usual_name(names[column]);
    if (!usual || is_taken(column)) continue;
    Choice& choice =
        choices.at(static_cast<std::size_t>(known_field(usual->field) - kKnownFields.begin()));
    if (!choice.column || usual->rank < choice.rank) choice = {usual->rank, column};
  }
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const KnownField& known = kKnownFields.at(i);
    if (!choices.at(i).column || has_field(known.name)) continue;
    fields_.push_back({std::string(known.name), known.member, {*choices.at(i).column}});
  }
}

// Names that are no article's own, and unique: what is kept must not be taken for something else.
// Columns that give no field, and so are kept whenever they hold something, choose first.
void CsvColumns::name_extras(const std::vector<std::string>& names) {
  std::set<std::string, std::less<>> taken;
  for (const KnownField& known : kKnownFields) taken.emplace(known.name);
  for (const Field& field : fields_) taken.insert(field.name);
  extra_names_.resize(names.size());
  for (const bool of_fields : {false, true}) {
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (is_taken(column) != of_fields) continue;
      const std::string_view given = trimmed(names[column]);
      const std::string base = given.empty() ? column_name(column) : std::string(given);
      std::string name = base;
      for (std::size_t number = 2; !taken.insert(name).second; ++number) {
        name = base + '_' + std::to_string(number);
      }
      extra_names_[column] = std::move(name);
    }
  }
}

bool CsvColumns::give_text() const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [](const Field& field) { return is_text(field) && !field.columns.empty(); });
}

std::string_view CsvColumns::missing_text(std::size_t count) const {
  const auto missing = std::find_if(fields_.begin(), fields_.end(), [&](const Field& field) {
    return is_text(field) && std::all_of(field.columns.begin(), field.columns.end(),
                                         [&](std::size_t column) { return column >= count; });
  });
  return missing == fields_.end() ? std::string_view() : missing->name;
}

bool CsvColumns::is_text(const Field& field) {
  return field.member == &Article::title || field.member == &Article::body;
}

Article CsvColumns::article(const std::vector<std::string>& cells) const {
  Article article;
  std::vector<bool> used(cells.size());
  for (const Field& field : fields_) {
    const auto column =
        std::find_if(field.columns.begin(), field.columns.end(),
                     [&](std::size_t at) { return at < cells.size() && !is_blank(cells[at]); });
    if (column == field.columns.end()) continue;
    used[*column] = true;
    if (field.member != nullptr) {
      article.*field.member = cells[*column];
    } else {
      set_extra(article, field.name, cells[*column]);
    }
  }
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (used[column] || is_blank(cells[column])) continue;
    std::string json;
    append_json_string(json, cells[column]);
    const bool named = column < extra_names_.size();
    article.extra.push_back({named ? extra_names_[column] : column_name(column), std::move(json)});
  }
  return article;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMostNames = 20;
  constexpr std::size_t kLongestName = 60;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    if (i > 0) list += ", ";
    list += analyzers::isolate(analyzers::beginning_within(trimmed(names[i]), kLongestName));
  }
  if (names.size() > kMostNames) list += ", …";
  return list;
}

}  // namespace warraq::corpus
