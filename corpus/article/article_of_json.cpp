#include "corpus/article/article_of_json.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/article/fields.h"
#include "corpus/article/json_document.h"
#include "corpus/article/json_text.h"
#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

/// Thrown inside this file alone.
struct Unreadable {
  std::string reason;
};

std::string shortened(std::string_view json) {
  constexpr std::size_t kLongest = 40;
  if (json.size() <= kLongest) return std::string(json);
  return std::string(json.substr(0, kLongest)) + "…";
}

bool is_between_characters(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// Takes `expected` from the beginning of `text`.
bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

bool take(std::string_view& text, std::size_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

/// [[begin,end],…], without white space, as ranges of `text`, where that is what `json` is. Read
/// where it is written: a parser that holds numbers in 64 bits may not have them.
std::optional<std::vector<TextRange>> ranges_of(std::string_view json, std::string_view text) {
  std::vector<TextRange> ranges;
  std::size_t after = 0;
  if (!take(json, '[')) return std::nullopt;
  do {
    TextRange range;
    const bool is_range = take(json, '[') && take(json, range.begin) && take(json, ',') &&
                          take(json, range.end) && take(json, ']');
    const bool fits = is_range && after <= range.begin && range.begin < range.end &&
                      range.end <= text.size() && is_between_characters(text, range.begin) &&
                      is_between_characters(text, range.end);
    if (!fits) return std::nullopt;
    ranges.push_back(range);
    after = range.end;
  } while (take(json, ','));
  return json == "]" ? std::optional(std::move(ranges)) : std::nullopt;
}

/// Fills an article from the members of a record's object.
class ArticleBuilder {
 public:
  /// `json` is the text that `object` was parsed from; numbers and extra values are taken from it.
  ArticleBuilder(simdjson::dom::object object, std::string_view json)
      : object_(object), json_(json) {}

  Article build() {
    std::size_t index = 0;
    for (const simdjson::dom::key_value_pair member : object_) {
      const auto known =
          std::find_if(kKnownFields.begin(), kKnownFields.end(),
                       [&](const KnownField& field) { return field.name == member.key; });
      if (known != kKnownFields.end()) {
        article_.*known->member = text_of(*known, member.value, index);
      } else {
        add_extra(member.key, index);
      }
      ++index;
    }
    if (is_blank(article_.title) && is_blank(article_.body)) {
      throw Unreadable{std::string(kNeitherTitleNorBody)};
    }
    take_furniture();
    return std::move(article_);
  }

 private:
  std::string text_of(const KnownField& field, const simdjson::dom::element& value,
                      std::size_t index) {
    if (value.is_null()) return {};
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) return std::string(text);
    const bool number = value.is_number();
    if (number && field.may_be_number) return std::string(written_value(index));
    std::string reason = "field \"" + std::string(field.name) + "\" must be text" +
                         (field.may_be_number ? " or a number" : "") + ", but is " +
                         std::string(kind_of(value));
    if (number || value.is_bool()) reason += ": " + shortened(written_value(index));
    throw Unreadable{reason};
  }

  void add_extra(std::string_view name, std::size_t index) {
    std::string value = without_white_space(written_value(index));
    const auto [place, is_new] = extra_places_.try_emplace(name, article_.extra.size());
    if (is_new) {
      article_.extra.push_back({std::string(name), std::move(value)});
    } else {
      article_.extra[place->second].json = std::move(value);
    }
  }

  /// What somebody else calls furniture stays an extra field.
  void take_furniture() {
    const auto named =
        std::find_if(article_.extra.begin(), article_.extra.end(),
                     [](const ExtraField& field) { return field.name == kFurnitureField; });
    if (named == article_.extra.end()) return;
    std::optional<std::vector<TextRange>> ranges = ranges_of(named->json, article_.body);
    if (!ranges) return;
    article_.furniture = std::move(*ranges);
    article_.extra.erase(named);
  }

  std::string_view written_value(std::size_t index) {
    if (written_values_.empty()) written_values_ = member_values(json_);
    return written_values_.at(index);
  }

  simdjson::dom::object object_;
  std::string_view json_;
  std::vector<std::string_view> written_values_;  // most records have no need of them
  std::unordered_map<std::string_view, std::size_t> extra_places_;
  Article article_;
};

}  // namespace

ParsedArticle article_of_json(simdjson::dom::object object, std::string_view json) {
  try {
    return {ArticleBuilder(object, json).build(), {}, 0};
  } catch (const Unreadable& unreadable) {
    return {std::nullopt, unreadable.reason, 0};
  }
}

}  // namespace warraq::corpus
