#include "corpus/html/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/article/text.h"
#include "corpus/html/text.h"

namespace warraq::corpus {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxScript = std::size_t{4} << 20;  ///< simdjson takes 14 times as much
constexpr std::size_t kMaxNamed = 1000;                   ///< people and organisations of a page

std::string_view text_of(const element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<element> member(const object& from, std::string_view name) {
  element value;
  return from[name].get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
}

std::string_view text_member(const object& from, std::string_view name) {
  const std::optional<element> value = member(from, name);
  return value ? text_of(*value) : std::string_view();
}

/// Calls `visit` with the value, or with each item of an array.
template <typename Visit>
void each(const element& value, Visit visit) {
  array items;
  if (value.get(items) != simdjson::SUCCESS) return visit(value);
  for (const element item : items) visit(item);
}

bool is_of_type(const object& from, bool (*matches)(std::string_view)) {
  bool found = false;
  if (const std::optional<element> type = member(from, "@type")) {
    each(*type, [&](const element& name) { found = found || matches(text_of(name)); });
  }
  return found;
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" ||
         type.ends_with("/Report");
}

bool is_page_type(std::string_view type) { return type.ends_with("WebPage"); }

void set(std::string& field, std::string_view text) {
  if (field.empty()) field = html_text(text);
}

class Reading {
 public:
  explicit Reading(LinkedArticle& article) : article_(article) {}

  void read(const element& root) {
    collect_names(root, 0);
    visit(root, 0);
  }

 private:
  /// @graph lets objects name each other by @id.
  void collect_names(const element& value, int depth) {
    if (depth > kMaxDepth) return;
    object from;
    if (value.get(from) == simdjson::SUCCESS) {
      const std::string_view id = text_member(from, "@id");
      const std::string_view name = text_member(from, "name");
      if (!id.empty() && !name.empty() && names_.size() < kMaxNamed) names_.emplace(id, name);
      for (const auto field : from) collect_names(field.value, depth + 1);
      return;
    }
    array items;
    if (value.get(items) != simdjson::SUCCESS) return;
    for (const element item : items) collect_names(item, depth + 1);
  }

  void visit(const element& value, int depth) {
    if (depth > kMaxDepth || article_.is_article) return;
    object from;
    if (value.get(from) == simdjson::SUCCESS) {
      if (is_of_type(from, is_article_type)) return take_article(from);
      if (is_of_type(from, is_page_type)) take_dates(from);
      for (const auto field : from) visit(field.value, depth + 1);
      return;
    }
    array items;
    if (value.get(items) != simdjson::SUCCESS) return;
    for (const element item : items) visit(item, depth + 1);
  }

  void take_dates(const object& from) {
    set(article_.date_published, text_member(from, "datePublished"));
    set(article_.date_created, text_member(from, "dateCreated"));
    set(article_.date_modified, text_member(from, "dateModified"));
  }

  void take_article(const object& from) {
    article_.is_article = true;
    // A page's dates are given way to: an article's own are nearer to it.
    if (!text_member(from, "datePublished").empty()) article_.date_published.clear();
    if (!text_member(from, "dateModified").empty()) article_.date_modified.clear();
    take_dates(from);
    set(article_.headline, text_member(from, "headline"));
    set(article_.headline, text_member(from, "name"));
    set(article_.author, names_in(from, "author"));
    if (article_.author.empty()) set(article_.author, names_in(from, "creator"));
    set(article_.publisher, names_in(from, "publisher"));
    if (const auto section = member(from, "articleSection")) {
      each(*section, [&](const element& name) { set(article_.section, text_of(name)); });
    }
    set(article_.url, text_member(from, "url"));
    if (const auto page = member(from, "mainEntityOfPage")) {
      object named;
      set(article_.url,
          page->get(named) == simdjson::SUCCESS ? text_member(named, "@id") : text_of(*page));
    }
    if (article_.body.empty()) article_.body = text_member(from, "articleBody");
  }

  std::string names_in(const object& from, std::string_view property) const {
    std::string names;
    const std::optional<element> value = member(from, property);
    if (!value) return names;
    each(*value, [&](const element& person) {
      const std::string_view name = name_of(person);
      if (name.empty()) return;
      if (!names.empty()) names += "، ";
      names += name;
    });
    return names;
  }

  std::string_view name_of(const element& person) const {
    object from;
    if (person.get(from) != simdjson::SUCCESS) return text_of(person);
    const std::string_view name = text_member(from, "name");
    if (!name.empty()) return name;
    const auto known = names_.find(text_member(from, "@id"));
    return known == names_.end() ? std::string_view() : known->second;
  }

  LinkedArticle& article_;
  std::map<std::string_view, std::string_view> names_;
};

/// What templates write into JSON although it is none: bare line feeds and tabs, a comment or CDATA
/// around the whole, a comma before a closing bracket, a semicolon at the end.
std::string tidied(std::string_view script) {
  const std::size_t begin = std::min(script.find_first_of("{["), script.size());
  const std::size_t end = script.find_last_of("}]");
  std::string json(script.substr(begin, end == std::string_view::npos ? 0 : end + 1 - begin));
  std::replace_if(
      json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  std::size_t comma = std::string::npos;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] == ',') {
      comma = at;
    } else if (json[at] == '}' || json[at] == ']') {
      if (comma != std::string::npos) json[comma] = ' ';
      comma = std::string::npos;
    } else if (json[at] != ' ') {
      comma = std::string::npos;
    }
  }
  return json;
}

/// The string that follows the name of a member, its escapes resolved as far as they go.
std::string_view find_member(std::string_view json, std::string_view quoted_name) {
  std::size_t at = json.find(quoted_name);
  if (at == std::string_view::npos) return {};
  at = json.find_first_not_of(" :\t\r\n", at + quoted_name.size());
  if (at == std::string_view::npos || json[at] != '"') return {};
  const std::size_t begin = at + 1;
  for (at = begin; at < json.size() && json[at] != '"' && json[at] != '\n'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return json.substr(begin, std::min(at, json.size()) - begin);
}

std::string unescaped(std::string_view text) {
  simdjson::dom::parser parser;
  const std::string json = "[\"" + std::string(text) + "\"]";
  element value;
  if (parser.parse(json).at(0).get(value) != simdjson::SUCCESS) return std::string(text);
  return std::string(text_of(value));
}

void salvage(std::string_view json, LinkedArticle& article) {
  if (json.find("Article\"") == std::string_view::npos) return;
  article.is_article = true;
  set(article.headline, unescaped(find_member(json, "\"headline\"")));
  set(article.date_published, unescaped(find_member(json, "\"datePublished\"")));
  set(article.date_modified, unescaped(find_member(json, "\"dateModified\"")));
  set(article.section, unescaped(find_member(json, "\"articleSection\"")));
}

}  // namespace

void read_linked_data(std::string_view script, LinkedArticle& article) {
  if (article.is_article || script.size() > kMaxScript) return;
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(script.data(), script.size()).get(root) == simdjson::SUCCESS) {
    return Reading(article).read(root);
  }
  const std::string json = tidied(script);
  if (parser.parse(json).get(root) == simdjson::SUCCESS) return Reading(article).read(root);
  salvage(script, article);
}

}  // namespace warraq::corpus
