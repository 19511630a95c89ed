#include "corpus/readers/json_articles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "corpus/article/article_of_json.h"
#include "corpus/article/extra.h"
#include "corpus/article/fields.h"
#include "corpus/article/json_document.h"
#include "corpus/article/json_text.h"
#include "corpus/article/text.h"
#include "corpus/readers/json_values.h"
#include "corpus/readers/usual_names.h"
#include "warraq/analyzers/direction.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kRendered = "rendered";

const KnownField* known_field(std::string_view name) {
  const auto* known = std::find_if(kKnownFields.begin(), kKnownFields.end(),
                                   [&](const KnownField& field) { return field.name == name; });
  return known == kKnownFields.end() ? nullptr : known;
}

/// Paragraphs are lines; several authors, or sections, are listed.
std::string joined(const std::vector<std::string>& texts, std::string_view field) {
  const std::string_view separator = field == "title" || field == "body" ? "\n" : "، ";
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

/// Fills an article from the values at paths.
class MappedArticle {
 public:
  MappedArticle(simdjson::dom::object object, std::string_view json)
      : object_(object), json_(json) {}

  ParsedArticle build(const std::vector<MappedField>& fields) {
    for (const MappedField& field : fields) {
      if (field.name == kFurnitureField) continue;  // Warraq's own, and of no other making
      names_.insert(field.name);
      const KnownField* known = known_field(field.name);
      if (known == nullptr) {
        take_extra(field);
      } else if (std::string reason = take_text(field, known->member, true); !reason.empty()) {
        return {std::nullopt, std::move(reason), 0};
      }
    }
    for (const KnownField& known : kKnownFields) {
      const std::string name(known.name);
      if (names_.contains(name)) continue;
      std::string reason = take_text({name, {name}}, known.member, false);
      if (!reason.empty()) return {std::nullopt, std::move(reason), 0};
    }
    if (is_blank(article_.title) && is_blank(article_.body)) {
      return {std::nullopt, std::string(kNeitherTitleNorBody), 0};
    }
    keep_the_rest();
    return {std::move(article_), {}, 0};
  }

 private:
  void take(const std::vector<JsonValue>& values) {
    for (const JsonValue& value : values) taken_.push_back(value.place);
  }

  [[nodiscard]] bool is_taken(const std::vector<JsonValue>& values) const {
    return std::any_of(values.begin(), values.end(), [&](const JsonValue& value) {
      return std::find(taken_.begin(), taken_.end(), value.place) != taken_.end();
    });
  }

  /// The reason why none of the field's values can be its text, where they hold something.
  std::string take_text(const MappedField& field, std::string Article::*member, bool again) {
    std::string reason;
    for (const std::string& path : field.paths) {
      const std::vector<JsonValue> values = find_values(object_, json_, path);
      if (!again && is_taken(values)) continue;
      std::vector<std::string> texts;
      bool all = true;
      for (const JsonValue& value : values) all = append_texts(value, texts) && all;
      std::string text = joined(texts, field.name);
      if (!all) {
        reason = "field \"" + field.name + "\" must be text, but there is an object at " +
                 analyzers::isolate(path);
        continue;
      }
      take(values);
      if (is_blank(text)) continue;
      article_.*member = std::move(text);
      return {};
    }
    return reason;
  }

  void take_extra(const MappedField& field) {
    for (const std::string& path : field.paths) {
      const std::vector<JsonValue> values = find_values(object_, json_, path);
      std::string json;
      for (const JsonValue& value : values) {
        if (value.element.is_null()) continue;
        if (!json.empty()) json += ',';
        json += without_white_space(value.text);
      }
      if (json.empty()) continue;
      if (values.size() > 1) json = '[' + json + ']';
      set_extra_json(article_, field.name, std::move(json));
      take(values);
      return;
    }
  }

  /// Of two members of one name the last counts, even where it was taken.
  void keep_the_rest() {
    std::sort(taken_.begin(), taken_.end());
    std::vector<ExtraField> rest;
    std::unordered_map<std::string_view, std::size_t> places;
    const std::vector<std::string_view> texts = member_values(json_);
    std::size_t index = 0;
    for (const simdjson::dom::key_value_pair member : object_) {
      const auto [place, is_new] = places.try_emplace(member.key, rest.size());
      if (is_new) rest.push_back({std::string(member.key), {}});
      rest[place->second].json = rest_of(member.value, texts.at(index), index);
      ++index;
    }
    for (const KnownField& known : kKnownFields) names_.insert(std::string(known.name));
    names_.insert(std::string(kFurnitureField));
    for (ExtraField& field : rest) {
      if (field.json.empty()) continue;
      if (names_.contains(field.name)) field.name = free_name(field.name, places);
      article_.extra.push_back(std::move(field));
    }
  }

  [[nodiscard]] std::string rest_of(const simdjson::dom::element& value, std::string_view text,
                                    std::size_t index) const {
    const auto [begin, end] = std::equal_range(
        taken_.begin(), taken_.end(), JsonPlace{index},
        [](const JsonPlace& a, const JsonPlace& b) { return a.front() < b.front(); });
    if (begin == end) return without_white_space(text);
    if (begin->size() == 1) return {};
    return json_without(value, text, {begin, end}, 1);
  }

  /// A name for a member that is called as a field is which was taken from elsewhere.
  std::string free_name(const std::string& name,
                        const std::unordered_map<std::string_view, std::size_t>& members) {
    for (std::size_t number = 2;; ++number) {
      std::string free = name + '_' + std::to_string(number);
      if (!members.contains(free) && names_.insert(free).second) return free;
    }
  }

  simdjson::dom::object object_;
  std::string_view json_;
  std::vector<JsonPlace> taken_;
  std::unordered_set<std::string> names_;  ///< of the article's fields
  Article article_;
};

/// Whether WordPress's REST interface wraps a text so: {"rendered": "…"}.
bool is_rendered(const simdjson::dom::element& value) {
  std::string_view text;
  simdjson::dom::object object;
  return value.get(object) == simdjson::SUCCESS && object[kRendered].get(text) == simdjson::SUCCESS;
}

bool holds_rendered(simdjson::dom::object object) {
  return std::any_of(object.begin(), object.end(), [](const simdjson::dom::key_value_pair& member) {
    return is_rendered(member.value);
  });
}

/// Each field from the member whose name is the most usual for it.
std::vector<MappedField> fields_by_usual_names(simdjson::dom::object object) {
  std::vector<MappedField> fields;
  std::vector<std::size_t> ranks;
  for (const simdjson::dom::key_value_pair member : object) {
    const std::optional<UsualName> usual = usual_name(member.key);
    if (!usual || member.value.is_null()) continue;
    std::string path(member.key);
    if (is_rendered(member.value)) path.append(1, '.').append(kRendered);
    const auto known = std::find_if(fields.begin(), fields.end(), [&](const MappedField& field) {
      return field.name == usual->field;
    });
    const auto at = static_cast<std::size_t>(known - fields.begin());
    if (known == fields.end()) {
      fields.push_back({std::string(usual->field), {std::move(path)}});
      ranks.push_back(usual->rank);
    } else if (usual->rank < ranks[at]) {
      known->paths.front() = std::move(path);
      ranks[at] = usual->rank;
    }
  }
  return fields;
}

bool has_member(simdjson::dom::object object, std::string_view name) {
  return object[name].error() == simdjson::SUCCESS;
}

ParsedArticle article_by_usual_names(simdjson::dom::object object, std::string_view json) {
  return MappedArticle(object, json).build(fields_by_usual_names(object));
}

/// Elasticsearch's wrapping: the record itself is _source, its id _id.
ParsedArticle article_in_source(simdjson::dom::object object, std::string_view json) {
  const std::vector<JsonValue> sources = find_values(object, json, "_source");
  simdjson::dom::object source;
  if (sources.empty() || sources.front().element.get(source) != simdjson::SUCCESS) {
    return {std::nullopt, std::string(kNeitherTitleNorBody), 0};
  }
  ParsedArticle parsed = article_of_json(source, sources.front().text);
  if (!parsed.article && parsed.reason == kNeitherTitleNorBody) {
    parsed = article_by_usual_names(source, sources.front().text);
  }
  std::string_view id;
  if (parsed.article && parsed.article->id.empty() && object["_id"].get(id) == simdjson::SUCCESS) {
    parsed.article->id = id;
  }
  return parsed;
}

ParsedArticle article_by_names(simdjson::dom::object object, std::string_view json) {
  ParsedArticle parsed = article_of_json(object, json);
  if (parsed.reason == kNeitherTitleNorBody) parsed = article_in_source(object, json);
  if (parsed.article && !is_blank(parsed.article->body)) return parsed;
  if (!parsed.article && parsed.reason != kNeitherTitleNorBody && !holds_rendered(object)) {
    return parsed;
  }
  // A text by another name is worth more than a title alone.
  ParsedArticle usual = article_by_usual_names(object, json);
  const bool has_text = usual.article && !is_blank(usual.article->body);
  return has_text || !parsed.article ? usual : parsed;
}

}  // namespace

struct JsonArticles::Buffers {
  JsonDocument document;
};

JsonArticles::JsonArticles(const FieldMap& map)
    : buffers_(std::make_unique<Buffers>()), fields_(map.fields) {
  constexpr std::string_view kAllElements = "[]";  // as arrays are looked into anyway
  for (MappedField& field : fields_) {
    for (std::string& path : field.paths) {
      for (std::size_t at = path.find(kAllElements); at != std::string::npos;
           at = path.find(kAllElements, at)) {
        path.erase(at, kAllElements.size());
      }
    }
  }
}

JsonArticles::~JsonArticles() = default;

ParsedArticle JsonArticles::parse(std::string_view json) {
  JsonDocument& document = buffers_->document;
  std::string reason = document.read(json);
  if (!reason.empty()) return {std::nullopt, std::move(reason), document.replaced()};
  ParsedArticle parsed = fields_.empty()
                             ? article_by_names(document.object(), document.text())
                             : MappedArticle(document.object(), document.text()).build(fields_);
  if (fields_.empty() && parsed.reason == kNeitherTitleNorBody &&
      !has_member(document.object(), "title") && !has_member(document.object(), "body")) {
    parsed.reason += " (--map says where they are)";
  }
  parsed.replaced_sequences = document.replaced();
  document.trim();
  return parsed;
}

}  // namespace warraq::corpus
