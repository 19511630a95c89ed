// Real news in several character sets against its twin in UTF-8, where its folder is given.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/corpus/support/real_data.h"
#include "warraq/analyzers/charset.h"

using namespace warraq::analyzers;

namespace {

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
  return text;
}

}  // namespace

TEST_CASE("real text is decoded letter for letter (WARRAQ_TEST_DATA)") {
  const auto folder = warraq::tests::real_data("formats/derived");
  if (!folder) return;

  // windows-1256 has no U+FEFF, of which these articles have some: its twins were written without.
  const std::string sgml = read(*folder / "ldc_like_utf8.sgml");
  const DecodedText sgml_1256 = decode(read(*folder / "ldc_like_cp1256.sgml"), {}, Markup::tags);
  CHECK(sgml_1256.charset.name == "windows-1256");
  CHECK(sgml_1256.text == replaced(sgml, "\uFEFF", "?"));

  const std::string utf16 = read(*folder / "ldc_like_utf16le.sgml");
  CHECK(decode(utf16, {}, Markup::tags).text == sgml);
  const DecodedText unmarked = decode(std::string_view(utf16).substr(2), {}, Markup::tags);
  CHECK(unmarked.charset.name == "UTF-16LE");
  CHECK(name_of(unmarked.charset.basis) == "detected");
  CHECK(unmarked.text == sgml);

  const std::string xml = read(*folder / "abu_el_khair_like_utf8.xml");
  CHECK(declared_in_markup(xml) == "utf-8");
  CHECK(decode(xml, "utf-8", Markup::tags).text == xml);
  const std::string xml_1256 = read(*folder / "abu_el_khair_like_cp1256.xml");
  CHECK(declared_in_markup(xml_1256) == "windows-1256");
  for (const std::string_view declared : {"windows-1256", "", "utf-8", "iso-8859-1"}) {
    CAPTURE(declared);
    const DecodedText text = decode(xml_1256, declared, Markup::tags);
    CHECK(text.charset.name == "windows-1256");
    CHECK(text.text ==
          replaced(replaced(xml, "\uFEFF", "&#65279;"), "\"utf-8\"", "\"windows-1256\""));
  }

  const std::string page = read(*folder / "page_windows-1256.html");
  CHECK(declared_in_markup(page) == "windows-1256");
  const DecodedText page_text = decode(page, {}, Markup::tags);
  CHECK(page_text.charset.name == "windows-1256");
  CHECK(page_text.replaced == 0);
  CHECK(page_text.text.find(" في ") != std::string::npos);
  const std::string modern = read(*folder / "page_utf-8.html");
  CHECK(decode(modern, declared_in_markup(modern), Markup::tags).text == modern);
}
