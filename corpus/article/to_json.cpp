// Writes an article straight into one string: this runs once for every article that is indexed, so
// no tree of JSON values is built.
#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "warraq/corpus/article.h"

namespace warraq::corpus {
namespace {

void append_name(std::string& out, std::string_view name) {
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
}

std::size_t likely_size(const Article& article) {
  constexpr std::size_t kNamesAndPunctuation = 128;
  std::size_t size = kNamesAndPunctuation;
  for (const KnownField& field : kKnownFields) size += (article.*field.member).size();
  for (const ExtraField& field : article.extra) size += field.name.size() + field.json.size();
  return size + size / 16;  // for escapes
}

}  // namespace

std::string to_json(const Article& article) {
  std::string out;
  out.reserve(likely_size(article));
  out += '{';
  for (const KnownField& field : kKnownFields) {
    const std::string& value = article.*field.member;
    if (value.empty()) continue;
    append_name(out, field.name);
    append_json_string(out, value);
  }
  for (const ExtraField& field : article.extra) {
    append_name(out, field.name);
    out += field.json;
  }
  out += '}';
  return out;
}

}  // namespace warraq::corpus
