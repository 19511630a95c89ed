#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "corpus/article/fields.h"
#include "corpus/article/json_fault.h"
#include "corpus/article/json_text.h"
#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "warraq/corpus/article.h"

namespace warraq::corpus {
namespace {

/// Buffers that one long record has grown past this are given back after it: simdjson holds up to
/// fourteen times the text.
constexpr std::size_t kKeptBufferBytes = std::size_t{4} << 20;

constexpr std::size_t kMaxSizeBytes = simdjson::SIMDJSON_MAXSIZE_BYTES - simdjson::SIMDJSON_PADDING;

/// Thrown inside this file alone.
struct Unreadable {
  std::string reason;
};

std::string_view kind_of(const simdjson::dom::element& value) {
  switch (value.type()) {
    case simdjson::dom::element_type::ARRAY:
      return "an array";
    case simdjson::dom::element_type::OBJECT:
      return "an object";
    case simdjson::dom::element_type::STRING:
      return "text";
    case simdjson::dom::element_type::BOOL:
      return "a truth value";
    case simdjson::dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

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
      throw Unreadable{"neither a title nor a body"};
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

struct ArticleParser::Buffers {
  simdjson::dom::parser parser;
  std::string text;  ///< the record, mended where it must be

  Article read(std::string_view json, std::size_t& replaced);
  simdjson::error_code parse_text(simdjson::dom::element& root);
  void trim();
};

// The buffer keeps simdjson's padding only while it is parsed: everything else works on the text.
simdjson::error_code ArticleParser::Buffers::parse_text(simdjson::dom::element& root) {
  const std::size_t size = text.size();
  text.append(simdjson::SIMDJSON_PADDING, '\0');
  const simdjson::error_code error = parser.parse(text.data(), size, false).get(root);
  text.resize(size);
  return error;
}

Article ArticleParser::Buffers::read(std::string_view json, std::size_t& replaced) {
  if (json.size() > kMaxSizeBytes) throw Unreadable{describe_fault({}, simdjson::CAPACITY)};
  text = json;
  replaced = mend_escapes(text);
  simdjson::dom::element root;
  simdjson::error_code error = parse_text(root);
  if (error == simdjson::UTF8_ERROR) {
    RepairedText repaired = repair_utf8(text);
    text = std::move(repaired.text);
    replaced += repaired.replaced;
    error = parse_text(root);
  }
  std::string as_written;
  if (error == simdjson::NUMBER_ERROR) {
    as_written = text;
    blank_numbers(text);
    error = parse_text(root);
  }
  if (error != simdjson::SUCCESS) throw Unreadable{describe_fault(text, error)};
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    throw Unreadable{"not a JSON object, but " + std::string(kind_of(root))};
  }
  return ArticleBuilder(object, as_written.empty() ? text : as_written).build();
}

void ArticleParser::Buffers::trim() {
  if (text.capacity() <= kKeptBufferBytes) return;
  text = std::string();
  parser = simdjson::dom::parser();
}

ArticleParser::ArticleParser() : buffers_(std::make_unique<Buffers>()) {}
ArticleParser::~ArticleParser() = default;

ParsedArticle ArticleParser::parse(std::string_view json) {
  ParsedArticle parsed;
  try {
    parsed.article = buffers_->read(json, parsed.replaced_sequences);
  } catch (const Unreadable& unreadable) {
    parsed.reason = unreadable.reason;
  }
  buffers_->trim();
  return parsed;
}

}  // namespace warraq::corpus
