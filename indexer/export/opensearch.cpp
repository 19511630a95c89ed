#include "indexer/export/opensearch.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "indexer/archive/schema.h"
#include "indexer/terms/word_terms.h"
#include "warraq/analyzers/date.h"
#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"
#include "warraq/indexer/export.h"

namespace warraq::indexer {
namespace {

using corpus::append_json_string;

struct Level {
  std::string_view title_field;
  std::string_view text_field;
  std::string_view analyzers::Token::*form;
};

constexpr std::array<Level, 3> kLevelsOfWords{{
    {"title_stem", "text_stem", &analyzers::Token::stem},
    {"title_normalised", "text_normalised", &analyzers::Token::normalised},
    {"title_exact", "text_exact", &analyzers::Token::exact},
}};
constexpr std::size_t kStemLevel = 0;

// An id of up to this size stands as it is. A longer one becomes its beginning and a hash of it,
// which is always longer than this: so neither kind can be mistaken for the other.
constexpr std::size_t kMaxPlainIdBytes = 400;

std::string document_id(std::string_view id) {
  if (id.size() <= kMaxPlainIdBytes) return std::string(id);
  return std::string(
             analyzers::beginning_within(id, kMaxDocumentIdBytes - archive::kMaxTermBytes)) +
         archive::make_term("", id);
}

void append_word(std::string& words, std::string_view mark, std::string_view form) {
  if (!words.empty()) words += ' ';
  words += mark;
  // Lucene's whitespace tokeniser cuts words of more than 255 characters into several.
  archive::append_term(words, "", form);
}

void append_name(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  append_name(out, name);
  append_json_string(out, value);
}

// Several values of one field: OpenSearch puts a gap between them, so that no phrase reaches over.
void append_values(std::string& out, std::string_view name,
                   std::initializer_list<std::string_view> values) {
  const auto is_empty = [](std::string_view value) { return value.empty(); };
  if (std::all_of(values.begin(), values.end(), is_empty)) return;
  append_name(out, name);
  out += '[';
  for (const std::string_view value : values) {
    if (value.empty()) continue;
    if (out.back() != '[') out += ',';
    append_json_string(out, value);
  }
  out += ']';
}

void append_date(std::string& out, std::string_view given) {
  const auto day = analyzers::parse_date(given);
  const std::string iso = day ? day->iso() : std::string();
  append_field(out, "date", iso);
  if (given != iso) append_field(out, "date_given", given);
}

std::string group_digits(std::uint64_t group) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, group >>= 4U) {
    *digit = "0123456789abcdef"[group & 15U];
  }
  return digits;
}

void append_extra(std::string& out, const corpus::Article& article) {
  if (article.extra.empty()) return;
  append_name(out, "extra");
  out += '{';
  for (const corpus::ExtraField& field : article.extra) {
    append_name(out, field.name);
    out += field.json;
  }
  out += '}';
}

void append_furniture(std::string& out, const corpus::Article& article) {
  if (article.furniture.empty()) return;
  append_name(out, corpus::kFurnitureField);
  out += '[';
  for (const corpus::TextRange& range : article.furniture) {
    if (out.back() != '[') out += ',';
    out += '[' + std::to_string(range.begin) + ',' + std::to_string(range.end) + ']';
  }
  out += ']';
}

using Json = nlohmann::ordered_json;

Json keyword() {
  // Lucene's longest term has 32,766 bytes, and a character up to four.
  return {{"type", "keyword"}, {"ignore_above", 8191}};
}

Json properties() {
  const Json stored_only = {{"type", "text"}, {"index", false}};
  const Json not_looked_into = {{"type", "object"}, {"enabled", false}};
  Json result = {{"id", keyword()},
                 {"title", stored_only},
                 {"body", stored_only},
                 {"date", {{"type", "date"}, {"format", "strict_date"}}},
                 {"date_given", {{"type", "keyword"}, {"index", false}, {"doc_values", false}}}};
  for (const char* name : {"source", "category", "author", "agency", "url", "duplicate_group"}) {
    result[name] = keyword();
  }
  result["extra"] = not_looked_into;
  result[std::string(corpus::kFurnitureField)] = not_looked_into;
  for (const Level& level : kLevelsOfWords) {
    for (const std::string_view name : {level.title_field, level.text_field}) {
      result[std::string(name)] = {
          {"type", "text"}, {"analyzer", "whitespace"}, {"index_options", "positions"}};
    }
  }
  return result;
}

Json analysed_fields() {
  Json names = Json::array();
  for (const Level& level : kLevelsOfWords) {
    names.push_back(level.title_field);
    names.push_back(level.text_field);
  }
  return names;
}

}  // namespace

void require_index_name(std::string_view index) {
  constexpr std::size_t kMostBytes = 255;
  const auto refused = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f || (c >= 'A' && c <= 'Z') ||
           std::string_view("\\/*?\"<>|,#:").find(c) != std::string_view::npos;
  };
  const bool good = !index.empty() && index.size() <= kMostBytes && index != "." && index != ".." &&
                    std::string_view("_-+").find(index.front()) == std::string_view::npos &&
                    std::none_of(index.begin(), index.end(), refused);
  if (good) return;
  throw Error(ErrorCode::usage, "no name of an index: " + analyzers::isolate(index),
              "OpenSearch takes small letters, digits, and - _ + . but at the beginning, up to 255 "
              "bytes");
}

std::string opensearch_template(std::string_view index) {
  require_index_name(index);
  const Json similarity = {{"type", "BM25"}, {"k1", kExportedK1}, {"b", kExportedB}};
  const Json mappings = {{"_meta",
                          {{"profile", analyzers::Analyzer::kProfile},
                           {"fingerprint", analyzers::Analyzer().fingerprint()}}},
                         {"dynamic", "strict"},
                         {"_source", {{"excludes", analysed_fields()}}},
                         {"properties", properties()}};
  const Json body = {{"index_patterns", {index}},
                     {"template",
                      {{"settings", {{"index", {{"similarity", {{"default", similarity}}}}}}},
                       {"mappings", mappings}}}};
  return body.dump(2) + '\n';
}

void OpenSearchLines::analyse(const corpus::Article& article) {
  words_ = {};
  bool in_title = true;
  std::uint32_t next_position = 0;
  for_each_word(article, analyzer_, analysis_, [&](const PlacedWord& placed) {
    if (placed.word.joined) return add_joined(placed);
    if (placed.in_title != in_title) next_position = placed.position;
    in_title = placed.in_title;
    add(placed, placed.position - next_position);
    next_position = placed.position + 1;
  });
}

void OpenSearchLines::add(const PlacedWord& placed, std::uint32_t gap) {
  for (std::size_t i = 0; i < kLevels; ++i) {
    std::string& part = placed.in_title ? words_[i].title : words_[i].body;
    for (std::uint32_t position = 0; position < gap; ++position) {
      append_word(part, kStopWordMark, "");
    }
    const bool marked = placed.word.stop && i == kStemLevel;
    append_word(part, marked ? kStopWordMark : "",
                marked ? placed.word.normalised : placed.word.*kLevelsOfWords[i].form);
  }
}

void OpenSearchLines::add_joined(const PlacedWord& placed) {
  for (std::size_t i = 0; i < kLevels; ++i) {
    const std::string_view form = placed.word.*kLevelsOfWords[i].form;
    append_word(words_[i].joined, "", form);
    if (placed.in_title) append_word(words_[i].joined_of_title, "", form);
  }
}

void OpenSearchLines::append_action(std::string_view id) {
  lines_ += R"({"index":{"_index":)";
  append_json_string(lines_, index_);
  lines_ += R"(,"_id":)";
  append_json_string(lines_, document_id(id));
  lines_ += "}}\n";
}

void OpenSearchLines::append_words() {
  for (std::size_t i = 0; i < kLevels; ++i) {
    const Words& words = words_[i];
    append_values(lines_, kLevelsOfWords[i].title_field, {words.title, words.joined_of_title});
    append_values(lines_, kLevelsOfWords[i].text_field, {words.title, words.body, words.joined});
  }
}

void OpenSearchLines::append_document(const StoredArticle& stored) {
  const corpus::Article& article = stored.article;
  lines_ += '{';
  for (const corpus::KnownField& field : corpus::kKnownFields) {
    const std::string& value = article.*field.member;
    if (field.member == &corpus::Article::date) {
      append_date(lines_, value);
    } else {
      append_field(lines_, field.name, value);
    }
  }
  append_field(lines_, "duplicate_group", group_digits(stored.duplicate_group));
  append_extra(lines_, article);
  append_furniture(lines_, article);
  append_words();
  lines_ += "}\n";
}

std::string_view OpenSearchLines::make(const StoredArticle& stored) {
  lines_.clear();
  analyse(stored.article);
  append_action(stored.article.id);
  append_document(stored);
  return lines_;
}

}  // namespace warraq::indexer
