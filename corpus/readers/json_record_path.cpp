#include "corpus/readers/json_record_path.h"

#include <algorithm>

#include "corpus/article/json_document.h"
#include "corpus/article/json_fault.h"
#include "corpus/article/json_text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// The name of the member that is being read, of an object; empty in an array.
using Levels = std::vector<std::string_view>;

JsonPath path_of(const Levels& levels) {
  JsonPath path;
  for (const std::string_view name : levels) {
    if (!name.empty()) path.push_back(member_name(name));
  }
  return path;
}

bool is_array_of_objects(std::string_view json, std::size_t at) {
  const std::size_t first = json.find_first_not_of(kWhiteSpace, at + 1);
  return json[at] == '[' && first != std::string_view::npos && json[first] == '{';
}

}  // namespace

std::optional<JsonPath> find_record_path(std::string_view json) {
  Levels levels;
  std::string_view last_string;
  std::size_t at = 0;
  while (at < json.size()) {
    const std::size_t begin = at++;
    switch (json[begin]) {
      case '"':
        at = string_end(json, begin);
        last_string = json.substr(begin, at - begin);
        break;
      case ':':
        if (!levels.empty()) levels.back() = last_string;
        break;
      case '{':
      case '[':
        if (is_array_of_objects(json, begin)) return path_of(levels);
        if (levels.size() == kMaxNesting) return std::nullopt;
        levels.emplace_back();
        break;
      case '}':
      case ']':
        if (!levels.empty()) levels.pop_back();
        break;
      default:
        break;
    }
  }
  return std::nullopt;
}

JsonPath record_path(std::string_view dotted) {
  JsonPath path;
  while (!dotted.empty()) {
    const std::size_t end = std::min(dotted.find('.'), dotted.size());
    std::string_view name = dotted.substr(0, end);
    if (name.ends_with("[]")) name.remove_suffix(2);
    if (!name.empty()) path.emplace_back(name);
    dotted.remove_prefix(std::min(end + 1, dotted.size()));
  }
  return path;
}

std::string member_name(std::string_view quoted) {
  if (quoted.find('\\') == std::string_view::npos) {
    return std::string(quoted.substr(1, std::max<std::size_t>(quoted.size(), 2) - 2));
  }
  JsonDocument document;
  if (!document.read('{' + std::string(quoted) + ":0}").empty()) return std::string(quoted);
  return std::string((*document.object().begin()).key);
}

}  // namespace warraq::corpus
