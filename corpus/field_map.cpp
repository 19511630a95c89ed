#include "warraq/corpus/field_map.h"

#include <algorithm>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::corpus {
namespace {

[[noreturn]] void refuse(std::size_t line, const std::string& reason) {
  throw Error(ErrorCode::usage, "line " + std::to_string(line) + " of the mapping " + reason,
              "write lines of the form 'title = headline', or 'body = text | content'");
}

/// Calls `take` with each part of `text` between separators, trimmed.
template <typename Take>
void for_each_part(std::string_view text, char separator, Take take) {
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(trimmed(text.substr(0, end)));
    if (end == text.size()) return;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> paths_of(std::string_view text, std::size_t line) {
  std::vector<std::string> paths;
  for_each_part(text, '|', [&](std::string_view path) {
    if (path.empty()) refuse(line, "has an empty path");
    paths.emplace_back(path);
  });
  return paths;
}

void add_line(FieldMap& map, std::string_view text, std::size_t line) {
  if (text.empty() || text.starts_with('#')) return;
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    refuse(line, "has no '=': " + analyzers::isolate(text));
  }
  const std::string name(trimmed(text.substr(0, equals)));
  if (name.empty()) refuse(line, "names no field before '='");
  std::vector<std::string> paths = paths_of(text.substr(equals + 1), line);
  const bool known = std::any_of(map.fields.begin(), map.fields.end(),
                                 [&](const MappedField& field) { return field.name == name; });
  if (known || (name == "record" && !map.record.empty())) {
    refuse(line, "names " + analyzers::isolate(name) + " once more");
  }
  if (name != "record") {
    map.fields.push_back({name, std::move(paths)});
  } else if (paths.size() == 1) {
    map.record = std::move(paths.front());
  } else {
    refuse(line, "names more than one place of records");
  }
}

}  // namespace

FieldMap parse_field_map(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!is_valid_utf8(text)) {
    throw Error(ErrorCode::usage, "the mapping is not valid UTF-8", "convert it (iconv -t UTF-8)");
  }
  FieldMap map;
  std::size_t line = 0;
  for_each_part(text, '\n', [&](std::string_view part) { add_line(map, part, ++line); });
  return map;
}

}  // namespace warraq::corpus
