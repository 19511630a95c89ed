#include "corpus/article/set_extra.h"

#include <algorithm>

#include "corpus/article/json_text.h"

namespace warraq::corpus {
namespace {

auto named(std::string_view name) {
  return [name](const ExtraField& field) { return field.name == name; };
}

}  // namespace

bool has_extra(const Article& article, std::string_view name) {
  return std::any_of(article.extra.begin(), article.extra.end(), named(name));
}

void set_extra(Article& article, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string json;
  append_json_string(json, text);
  const auto field = std::find_if(article.extra.begin(), article.extra.end(), named(name));
  if (field != article.extra.end()) {
    field->json = std::move(json);
  } else {
    article.extra.push_back({std::string(name), std::move(json)});
  }
}

}  // namespace warraq::corpus
