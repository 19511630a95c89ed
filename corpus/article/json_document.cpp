#include "corpus/article/json_document.h"

#include "corpus/article/json_fault.h"
#include "corpus/article/json_text.h"
#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

/// Buffers that one long record has grown past this are given back after it: simdjson holds up to
/// fourteen times the text.
constexpr std::size_t kKeptBufferBytes = std::size_t{4} << 20;

constexpr std::size_t kMaxSizeBytes = simdjson::SIMDJSON_MAXSIZE_BYTES - simdjson::SIMDJSON_PADDING;

}  // namespace

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

// The buffer keeps simdjson's padding only while it is parsed: everything else works on the text.
simdjson::error_code JsonDocument::parse(simdjson::dom::element& root) {
  const std::size_t size = text_.size();
  text_.append(simdjson::SIMDJSON_PADDING, '\0');
  const simdjson::error_code error = parser_.parse(text_.data(), size, false).get(root);
  text_.resize(size);
  return error;
}

std::string JsonDocument::read(std::string_view json) {
  as_written_.clear();
  replaced_ = 0;
  if (json.size() > kMaxSizeBytes) return describe_fault({}, simdjson::CAPACITY);
  text_ = json;
  replaced_ = mend_escapes(text_);
  simdjson::dom::element root;
  simdjson::error_code error = parse(root);
  if (error == simdjson::UTF8_ERROR) {
    RepairedText repaired = repair_utf8(text_);
    text_ = std::move(repaired.text);
    replaced_ += repaired.replaced;
    error = parse(root);
  }
  if (error == simdjson::NUMBER_ERROR) {
    as_written_ = text_;
    blank_numbers(text_);
    error = parse(root);
  }
  if (error != simdjson::SUCCESS) return describe_fault(text_, error);
  if (root.get(object_) != simdjson::SUCCESS) {
    return "not a JSON object, but " + std::string(kind_of(root));
  }
  return {};
}

void JsonDocument::trim() {
  if (text_.capacity() <= kKeptBufferBytes) return;
  text_ = std::string();
  as_written_ = std::string();
  parser_ = simdjson::dom::parser();
}

}  // namespace warraq::corpus
