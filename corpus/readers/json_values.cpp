#include "corpus/readers/json_values.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/article/json_text.h"

namespace warraq::corpus {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Values nested more deeply are not looked for: each level is read over once more.
constexpr std::size_t kDeepest = 32;

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

/// Calls `take(member, text, index, name)` for each.
template <typename Take>
void for_each_member(simdjson::dom::object object, std::string_view json, Take take) {
  const std::vector<std::string_view> texts = member_values(json);
  std::size_t index = 0;
  for (const simdjson::dom::key_value_pair member : object) {
    take(member.value, texts.at(index), index, member.key);
    ++index;
  }
}

/// Calls `take(element, text, index)` for each.
template <typename Take>
void for_each_element(simdjson::dom::array array, std::string_view json, Take take) {
  const std::vector<std::string_view> texts = element_values(json);
  std::size_t index = 0;
  for (const element child : array) {
    take(child, texts.at(index), index);
    ++index;
  }
}

class Search {
 public:
  void in_object(simdjson::dom::object object, std::string_view text, std::string_view path) {
    const std::string_view step = path.substr(0, path.find('.'));
    std::optional<JsonValue> by_path;
    std::optional<JsonValue> by_step;
    for_each_member(object, text,
                    [&](const element& member, std::string_view member_text, std::size_t index,
                        std::string_view name) {
                      if (name == path) by_path = JsonValue{member, member_text, {index}};
                      if (name == step) by_step = JsonValue{member, member_text, {index}};
                    });
    const std::optional<JsonValue>& next = by_path ? by_path : by_step;
    if (!next) return;
    descend(next->element, next->text, next->place.front(),
            by_path ? std::string_view() : rest_of(path, step));
  }

  [[nodiscard]] std::vector<JsonValue> found() && { return std::move(found_); }

 private:
  static std::string_view rest_of(std::string_view path, std::string_view step) {
    path.remove_prefix(std::min(step.size() + 1, path.size()));
    return path;
  }

  void descend(const element& child, std::string_view text, std::size_t index,
               std::string_view path) {
    if (place_.size() == kDeepest) return;
    place_.push_back(index);
    if (path.empty()) {
      found_.push_back({child, text, place_});
    } else if (child.type() == element_type::ARRAY) {
      in_array(simdjson::dom::array(child), text, path);
    } else if (child.type() == element_type::OBJECT) {
      in_object(simdjson::dom::object(child), text, path);
    }
    place_.pop_back();
  }

  void in_array(simdjson::dom::array array, std::string_view text, std::string_view path) {
    const std::string_view step = path.substr(0, path.find('.'));
    const std::optional<std::size_t> number = number_in(step);
    for_each_element(array, text,
                     [&](const element& child, std::string_view child_text, std::size_t index) {
                       if (!number) descend(child, child_text, index, path);
                       if (number == index) descend(child, child_text, index, rest_of(path, step));
                     });
  }

  JsonPlace place_;
  std::vector<JsonValue> found_;
};

bool append_texts_of(const element& value, std::string_view text, std::size_t depth,
                     std::vector<std::string>& texts) {
  switch (value.type()) {
    case element_type::NULL_VALUE:
      return true;
    case element_type::OBJECT:
      return false;
    case element_type::STRING:
      texts.emplace_back(std::string_view(value));
      return true;
    case element_type::ARRAY: {
      if (depth == kDeepest) return false;
      bool all = true;
      for_each_element(
          simdjson::dom::array(value), text,
          [&](const element& child, std::string_view child_text, std::size_t /*index*/) {
            all = append_texts_of(child, child_text, depth + 1, texts) && all;
          });
      return all;
    }
    default:
      texts.emplace_back(text);
      return true;
  }
}

}  // namespace

std::vector<JsonValue> find_values(simdjson::dom::object object, std::string_view json,
                                   std::string_view path) {
  Search search;
  search.in_object(object, json, path);
  return std::move(search).found();
}

bool append_texts(const JsonValue& value, std::vector<std::string>& texts) {
  return append_texts_of(value.element, value.text, 0, texts);
}

std::string json_without(const element& value, std::string_view text,
                         std::span<const JsonPlace> places, std::size_t depth) {
  const bool object = value.type() == element_type::OBJECT;
  std::string json;
  const auto keep = [&](const element& child, std::string_view child_text, std::size_t index,
                        std::string_view name) {
    const auto end = std::find_if(places.begin(), places.end(),
                                  [&](const JsonPlace& place) { return place[depth] != index; });
    const std::span<const JsonPlace> inside(places.begin(), end);
    places = places.subspan(inside.size());
    if (!inside.empty() && inside.front().size() == depth + 1) return;
    const std::string kept = inside.empty() ? without_white_space(child_text)
                                            : json_without(child, child_text, inside, depth + 1);
    if (kept.empty()) return;
    json += json.empty() ? (object ? '{' : '[') : ',';
    if (object) {
      append_json_string(json, name);
      json += ':';
    }
    json += kept;
  };
  if (object) {
    for_each_member(simdjson::dom::object(value), text, keep);
  } else {
    for_each_element(simdjson::dom::array(value), text,
                     [&](const element& child, std::string_view child_text, std::size_t index) {
                       keep(child, child_text, index, {});
                     });
  }
  if (!json.empty()) json += object ? '}' : ']';
  return json;
}

}  // namespace warraq::corpus
