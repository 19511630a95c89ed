#include "corpus/article/extra.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/article/json_text.h"

namespace warraq::corpus {

std::string extra_text(const Article& article, std::string_view name) {
  const auto field = std::find_if(article.extra.begin(), article.extra.end(),
                                  [&](const ExtraField& extra) { return extra.name == name; });
  if (field == article.extra.end()) return {};
  constexpr bool kMayThrow = false;
  const auto value = nlohmann::json::parse(field->json, nullptr, kMayThrow);
  if (value.is_string()) return value.get<std::string>();
  std::string texts;
  if (!value.is_array()) return texts;
  for (const auto& part : value) {
    if (!part.is_string()) return {};
    texts += (texts.empty() ? "" : "\n") + part.get<std::string>();
  }
  return texts;
}

bool has_extra(const Article& article, std::string_view name) {
  return std::any_of(article.extra.begin(), article.extra.end(),
                     [&](const ExtraField& field) { return field.name == name; });
}

void set_extra(Article& article, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string json;
  append_json_string(json, text);
  set_extra_json(article, name, std::move(json));
}

void set_extra_json(Article& article, std::string_view name, std::string json) {
  const auto there = std::find_if(article.extra.begin(), article.extra.end(),
                                  [&](const ExtraField& field) { return field.name == name; });
  if (there == article.extra.end()) {
    article.extra.push_back({std::string(name), std::move(json)});
  } else {
    there->json = std::move(json);
  }
}

}  // namespace warraq::corpus
