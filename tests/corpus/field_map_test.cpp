#include <doctest/doctest.h>

#include <string>

#include "warraq/corpus/field_map.h"
#include "warraq/error.h"

namespace {

using namespace warraq::corpus;

std::string refusal_of(std::string_view text) {
  try {
    static_cast<void>(parse_field_map(text));
  } catch (const warraq::Error& error) {
    CHECK(error.code() == warraq::ErrorCode::usage);
    return error.what();
  }
  return {};
}

TEST_CASE("a mapping names the places of fields") {
  const FieldMap map = parse_field_map(
      "\xEF\xBB\xBF# أرشيف الجريدة\r\nrecord = /archive/item\r\n\r\n"
      "title = العنوان | headline\n body=content.text \nقسم = @section");
  CHECK(map.record == "/archive/item");
  CHECK(map.fields == std::vector<MappedField>{{"title", {"العنوان", "headline"}},
                                               {"body", {"content.text"}},
                                               {"قسم", {"@section"}}});
  CHECK(parse_field_map("").empty());
}

TEST_CASE("a mapping that cannot be read says where") {
  CHECK(refusal_of("title = a\nbody").find("line 2") != std::string::npos);
  CHECK(refusal_of("= a").find("no field") != std::string::npos);
  CHECK(refusal_of("title =").find("empty path") != std::string::npos);
  CHECK(refusal_of("title = a | ").find("empty path") != std::string::npos);
  CHECK(refusal_of("title = a\ntitle = b").find("once more") != std::string::npos);
  CHECK(refusal_of("record = a\nrecord = b").find("once more") != std::string::npos);
  CHECK(refusal_of("record = a | b").find("more than one") != std::string::npos);
  CHECK(refusal_of("title = \xC7\xE1").find("UTF-8") != std::string::npos);
}

}  // namespace
