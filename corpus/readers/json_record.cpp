#include "corpus/readers/json_record.h"

#include <string>
#include <utility>

#include "corpus/article/utf8.h"
#include "corpus/decode.h"

namespace warraq::corpus {
namespace {

/// So many broken sequences may stand in UTF-8; a text in another character set has more.
constexpr std::size_t kFewFaults = 8;

}  // namespace

Record record_of_json(JsonArticles& articles, std::string_view json, Origin origin) {
  ParsedArticle parsed = articles.parse(json);
  Decoding decoding;
  if (parsed.replaced_sequences > kFewFaults && !is_valid_utf8(json)) {
    DecodedRecord decoded = decode_record(json, "utf-8", TextKind::plain);
    if (decoded.decoding.charset != decoding.charset) {
      parsed = articles.parse(decoded.text);
      parsed.replaced_sequences += decoded.replaced;
    }
    decoding = std::move(decoded.decoding);
  }
  if (!parsed.article) {
    return Rejection{std::move(origin), std::move(parsed.reason), std::string(json)};
  }
  return ReadArticle{*std::move(parsed.article), std::move(origin), parsed.replaced_sequences,
                     std::move(decoding)};
}

}  // namespace warraq::corpus
