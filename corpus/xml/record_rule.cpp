#include "corpus/xml/record_rule.h"

#include <algorithm>
#include <bit>
#include <map>

#include "corpus/article/fields.h"
#include "corpus/markup/attributes.h"
#include "corpus/markup/text_stream.h"
#include "corpus/xml/dump_names.h"

namespace warraq::corpus {
namespace {

using Kind = MarkupToken::Kind;
using Fields = std::uint32_t;

constexpr Fields kTitle = 1U << 1U;
constexpr Fields kBody = 1U << 2U;
constexpr Fields kDate = 1U << 3U;

std::optional<RecordKind> standard_kind(const ElementPath& path) {
  const std::string_view name = without_prefix(path.back());
  if (name == "newsItem") return RecordKind::newsml;
  if (name == "nitf") return RecordKind::nitf;
  if (name == "TEI" || name == "TEI.2") return RecordKind::tei;
  if (path.size() < 2) return std::nullopt;
  const std::string_view parent = without_prefix(path[path.size() - 2]);
  if (name == "entry" && parent == "feed") return RecordKind::feed;
  if (name == "item" && (parent == "channel" || parent == "RDF" || parent == "rss")) {
    return RecordKind::feed;
  }
  return std::nullopt;
}

/// Goes through a document's beginning and counts which fields elements hold.
class Survey {
 public:
  /// What the document has, if anything.
  std::optional<ElementPath> run(std::string_view beginning, bool& is_standard) {
    MarkupScanner scanner(MarkupDialect::xml, text_alone(beginning));
    for (MarkupToken token = scanner.next(); token.kind != Kind::finished; token = scanner.next()) {
      if (token.kind == Kind::start) start(token);
      if (token.kind == Kind::end) end(token.name);
      if (is_standard_) break;
    }
    is_standard = is_standard_;
    while (!open_.empty()) pop();
    return best_place();
  }

 private:
  struct Place {
    Fields fields = 0;
    ElementPath path;
  };

  void start(const MarkupToken& token) {
    if (open_.size() == MarkupTree::kMostLevels) return;
    path_.emplace_back(token.name);
    is_standard_ = standard_kind(path_).has_value();
    open_.push_back(0);
    std::string_view name = token.name;
    std::string_view attributes = token.text;
    while (const std::optional<WrittenAttribute> attribute = take_attribute(attributes)) {
      if (attribute->name == "name" && is_named_by_attribute(token.name)) {
        name = attribute->value;
      } else {
        open_.back() |= fields_of(attribute->name);
      }
    }
    if (open_.size() > 1) open_[open_.size() - 2] |= fields_of(name);
    if (token.is_empty) pop();
  }

  void end(std::string_view name) {
    const auto level = std::find(path_.rbegin(), path_.rend(), name);
    if (level == path_.rend()) return;
    const auto levels = static_cast<std::size_t>(path_.rend() - level) - 1;
    while (open_.size() > levels) pop();
  }

  void pop() {
    constexpr std::size_t kMostPlaces = 4096;
    if (open_.back() != 0 && places_.size() < kMostPlaces) {
      std::string key;
      for (const std::string& name : path_) (key += '/') += name;
      Place& place = places_[key];
      place.path = path_;
      if (score(open_.back()) > score(place.fields)) place.fields = open_.back();
    }
    open_.pop_back();
    path_.pop_back();
  }

  Fields fields_of(std::string_view name) {
    const std::optional<UsualName> usual = names_.field_of(name);
    if (!usual) return 0;
    const auto* field =
        std::find_if(kKnownFields.begin(), kKnownFields.end(),
                     [&](const KnownField& each) { return each.name == usual->field; });
    return field == kKnownFields.end() ? kDate : 1U << (field - kKnownFields.begin());
  }

  static int score(Fields fields) {
    if ((fields & (kTitle | kBody)) == 0) return 0;
    return std::popcount(fields) + ((fields & kBody) != 0 ? 2 : 0);
  }

  [[nodiscard]] std::optional<ElementPath> best_place() const {
    const Place* best = nullptr;
    const auto is_better = [&](const Place& place) {
      if (score(place.fields) == 0) return false;
      if (best == nullptr || score(place.fields) != score(best->fields)) {
        return best == nullptr || score(place.fields) > score(best->fields);
      }
      return place.path.size() < best->path.size();
    };
    for (const auto& [key, place] : places_) {
      if (is_better(place)) best = &place;
    }
    return best == nullptr ? std::nullopt : std::optional(best->path);
  }

  ElementPath path_;
  std::vector<Fields> open_;  ///< of each open element
  std::map<std::string, Place> places_;
  DumpNames names_;
  bool is_standard_ = false;
};

}  // namespace

RecordRule RecordRule::at(std::string_view place) {
  RecordRule rule;
  rule.from_root_ = place.starts_with('/');
  while (!place.empty()) {
    const std::size_t end = std::min(place.find('/'), place.size());
    if (end > 0) rule.path_.emplace_back(place.substr(0, end));
    place.remove_prefix(std::min(end + 1, place.size()));
  }
  return rule;
}

std::optional<RecordRule> RecordRule::of(std::string_view beginning) {
  RecordRule rule;
  bool is_standard = false;
  std::optional<ElementPath> place = Survey().run(beginning, is_standard);
  if (is_standard) return rule;
  if (!place) return std::nullopt;
  rule.path_ = *std::move(place);
  rule.from_root_ = true;
  return rule;
}

std::optional<RecordKind> RecordRule::kind_of(const ElementPath& path) const {
  if (path_.empty()) return standard_kind(path);
  if (path.size() < path_.size() || (from_root_ && path.size() != path_.size())) {
    return std::nullopt;
  }
  const bool matches = std::equal(path_.rbegin(), path_.rend(), path.rbegin());
  return matches ? std::optional(RecordKind::dump) : std::nullopt;
}

}  // namespace warraq::corpus
