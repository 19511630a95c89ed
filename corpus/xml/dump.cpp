#include <algorithm>
#include <map>
#include <set>

#include "corpus/markup/record_fields.h"
#include "corpus/xml/dump_names.h"
#include "corpus/xml/record_kind.h"
#include "corpus/xml/texts.h"

namespace warraq::corpus {
namespace {

std::string name_of(const Element& element) {
  const std::string_view given = element.attribute("name");
  return std::string(
      !given.empty() && is_named_by_attribute(element.name()) ? given : element.node().written);
}

bool is_listed(std::string_view field) { return field == "author" || field == "category"; }

bool is_declaration(std::string_view attribute) {
  return attribute.starts_with("xmlns") || attribute.starts_with("xsi:");
}

class DumpArticle {
 public:
  DumpArticle(const Element& record, const FieldMap& map, DumpNames& names)
      : record_(record), map_(map), names_(names) {}

  Article make() {
    for (const MappedField& field : map_.fields) add_mapped(field);
    rank_attributes();
    rank_children(record_);
    add_attributes();
    add_children(record_);
    if (!fields_.has("body") && !is_mapped("body")) add_own_text();
    return fields_.take();
  }

 private:
  [[nodiscard]] bool is_mapped(std::string_view field) const {
    return std::any_of(map_.fields.begin(), map_.fields.end(),
                       [&](const MappedField& mapped) { return mapped.name == field; });
  }

  void add_mapped(const MappedField& field) {
    for (const std::string& path : field.paths) {
      if (add_from(record_, path, field.name)) return;
    }
  }

  /// Adds what stands at `path` below `element`; false where nothing does.
  bool add_from(const Element& element, std::string_view path, const std::string& field) {
    if (path.starts_with('@')) {
      const std::string_view value = element.attribute(path.substr(1));
      fields_.add(field, value);
      if (element == record_ && !value.empty()) used_attributes_.insert(path.substr(1));
      return !value.empty();
    }
    if (path.empty() || path == ".") {
      const std::string text = field == "body" ? body_text(element) : line_text(element);
      fields_.add(field, text);
      if (!text.empty()) used_.insert(element.index());
      return !text.empty();
    }
    const std::size_t end = std::min(path.find('/'), path.size());
    bool any = false;
    for (const Element& child : element.children()) {
      if (name_of(child) != path.substr(0, end) && child.name() != path.substr(0, end)) continue;
      any = add_from(child, path.substr(std::min(end + 1, path.size())), field) || any;
    }
    return any;
  }

  [[nodiscard]] bool holds_used(const Element& element) const {
    const auto next = used_.upper_bound(element.index());
    return next != used_.end() && *next < element.node().end;
  }

  /// An element around fields: <head><title>…
  [[nodiscard]] bool is_around_fields(const Element& element,
                                      const std::optional<UsualName>& usual) const {
    if (holds_used(element)) return true;
    if (usual && (usual->field == "body" || is_listed(usual->field))) return false;
    const std::vector<Element> children = element.children();
    return std::any_of(children.begin(), children.end(), [this](const Element& child) {
      return names_.field_of(name_of(child)).has_value();
    });
  }

  void rank(const std::optional<UsualName>& usual) {
    if (!usual) return;
    const auto [known, is_new] = best_.try_emplace(usual->field, usual->rank);
    if (!is_new) known->second = std::min(known->second, usual->rank);
  }

  void rank_attributes() {
    for (const MarkupAttribute& attribute : record_.attributes()) {
      rank(names_.field_of(attribute.name));
    }
  }

  void rank_children(const Element& parent) {
    for (const Element& child : parent.children()) {
      const std::optional<UsualName> usual = names_.field_of(name_of(child));
      if (used_.count(child.index()) != 0) continue;
      if (is_around_fields(child, usual)) {
        rank_children(child);
      } else {
        rank(usual);
      }
    }
  }

  /// The field of that name, unless a better name or the mapping gives it.
  [[nodiscard]] std::string_view field_of(const std::optional<UsualName>& usual) const {
    if (!usual || is_mapped(usual->field)) return {};
    const auto best = best_.find(usual->field);
    return best != best_.end() && best->second == usual->rank ? usual->field : std::string_view();
  }

  void add_attributes() {
    for (const MarkupAttribute& attribute : record_.attributes()) {
      if (used_attributes_.count(attribute.name) != 0 || is_declaration(attribute.name)) continue;
      const std::string_view field = field_of(names_.field_of(attribute.name));
      if (field.empty()) {
        fields_.add_extra(attribute.name, attribute.value);
      } else {
        fields_.add(field, attribute.value);
      }
    }
  }

  void add_children(const Element& parent) {
    for (const Element& child : parent.children()) {
      const std::string name = name_of(child);
      const std::optional<UsualName> usual = names_.field_of(name);
      if (used_.count(child.index()) != 0) continue;
      if (is_around_fields(child, usual)) {
        add_children(child);
      } else {
        add(child, name, field_of(usual));
      }
    }
  }

  void add(const Element& element, const std::string& name, std::string_view field) {
    if (field == "dateline") {
      fields_.add_dateline(line_text(element));
    } else if (field == "body") {
      fields_.add("body", body_text(element));
    } else if (is_listed(field) && element.has_children()) {
      for (const Element& child : element.children()) fields_.add(field, line_text(child));
    } else if (field.empty() || (fields_.has(field) && !is_listed(field))) {
      fields_.add_extra(name, element.has_children() ? body_text(element) : text_of(element));
    } else {
      fields_.add(field, line_text(element));
    }
  }

  static std::string text_of(const Element& element) {
    std::string text = body_text(element);
    return text.empty() ? std::string(attribute_text(element)) : text;
  }

  /// <article title="…">The text.</article>
  void add_own_text() {
    fields_.add("body", lines_of(record_, [](const Element&) { return true; }));
  }

  Element record_;
  const FieldMap& map_;
  DumpNames& names_;
  RecordFields fields_;
  std::set<std::uint32_t> used_;  ///< elements that the mapping named
  std::set<std::string_view> used_attributes_;
  std::map<std::string_view, std::size_t> best_;  ///< the rank of the best name of each field
};

}  // namespace

Article article_of_dump(const Element& record, const FieldMap& map, DumpNames& names) {
  return DumpArticle(record, map, names).make();
}

}  // namespace warraq::corpus
