// Which character set a text is said to be in, and by what.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/analyzers/encoded.h"
#include "warraq/analyzers/charset.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view kNews =
    "أعلنت وزارة الزراعة أمس أن موسم القطن بدأ في المحافظات الجنوبية، وقال متحدث باسمها إن الأسعار "
    "ستبقى كما كانت في العام الماضي. وأضاف أن الوزارة خصصت مبالغ لشراء المحصول من صغار الفلاحين.";

std::string encoded(std::string_view text, const std::string& name) {
  return Encoder(name).encode(text);
}

struct Decided {
  std::string name;
  std::string_view basis;
};

Decided decided(std::string_view bytes, std::string_view declared = {},
                Markup markup = Markup::none) {
  const Charset charset = decide_charset(bytes, declared, markup);
  CHECK(charset.confidence >= 0);
  CHECK(charset.confidence <= 100);
  return {charset.name, name_of(charset.basis)};
}

void check(const Decided& found, std::string_view name, std::string_view basis) {
  CHECK(found.name == name);
  CHECK(found.basis == basis);
}

}  // namespace

TEST_CASE("Arabic news is told in each character set without a declaration") {
  for (const char* name : {"windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "IBM864"}) {
    CAPTURE(name);
    Encoder encoder(name);
    const std::string bytes = encoder.encode(kNews);
    check(decided(bytes), name, "detected");
    const DecodedText text = decode(bytes, {}, Markup::none);
    CHECK(text.text == encoder.kept(kNews));
    CHECK(text.replaced == 0);
    CHECK(text.charset.confidence >= 99);
  }
  check(decided(kNews), "UTF-8", "valid UTF-8");
}

TEST_CASE("a short headline is told too") {
  constexpr std::string_view kHeadline = "افتتاح معرض الكتاب في تونس";
  for (const char* name : {"windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE"}) {
    CAPTURE(name);
    check(decided(encoded(kHeadline, name)), name, "detected");
  }
}

TEST_CASE("a byte order mark decides, and goes") {
  const std::string little = "\xFF\xFE" + encoded(kNews, "UTF-16LE");
  check(decided(little, "windows-1256"), "UTF-16LE", "byte order mark");
  CHECK(decode(little, {}, Markup::none).text == kNews);
  const std::string big = "\xFE\xFF" + encoded(kNews, "UTF-16BE");
  check(decided(big), "UTF-16BE", "byte order mark");
  CHECK(decode(big, {}, Markup::none).text == kNews);
  const std::string utf8 = "\xEF\xBB\xBF" + std::string(kNews);
  check(decided(utf8, "windows-1256"), "UTF-8", "byte order mark");
  CHECK(decode(utf8, {}, Markup::none).text == kNews);
}

TEST_CASE("a mark of UTF-8 before windows-1256 is a relic, and goes") {
  const std::string bytes = "\xEF\xBB\xBF" + encoded(kNews, "windows-1256");
  const DecodedText text = decode(bytes, {}, Markup::none);
  CHECK(text.charset.name == "windows-1256");
  CHECK(text.text == kNews);
}

TEST_CASE("a declaration that the bytes bear out is the basis, under any label") {
  const std::string bytes = encoded(kNews, "windows-1256");
  for (const std::string_view label :
       {"windows-1256", "Windows-1256", "cp1256", "x-cp1256", " CP1256 ", "\"windows-1256\";"}) {
    CAPTURE(label);
    check(decided(bytes, label), "windows-1256", "declared");
  }
  const std::string iso = encoded(kNews, "ISO-8859-6");
  for (const std::string_view label : {"iso-8859-6", "arabic", "ECMA-114", "ISO_8859-6:1987",
                                       "asmo-708", "iso88596", "iso-8859-6-i"}) {
    CAPTURE(label);
    check(decided(iso, label), "ISO-8859-6", "declared");
  }
  check(decided(encoded(kNews, "IBM864"), "cp864"), "IBM864", "declared");
  check(decided(encoded(kNews, "UTF-16LE"), "utf-16"), "UTF-16LE", "declared");
  for (const std::string_view label : {"utf8", "UTF-8", "utf-8"}) {
    check(decided(kNews, label), "UTF-8", "declared");
  }
}

TEST_CASE("a declaration that the bytes contradict does not win") {
  const std::string arabic = encoded(kNews, "windows-1256");
  check(decided(arabic, "utf-8"), "windows-1256", "detected");
  check(decided(arabic, "iso-8859-1"), "windows-1256", "detected");
  check(decided(arabic, "windows-1252"), "windows-1256", "detected");
  check(decided(arabic, "us-ascii"), "windows-1256", "detected");
  check(decided(arabic, "iso-8859-6"), "windows-1256", "detected");
  check(decided(arabic, "utf-16"), "windows-1256", "detected");
  check(decided(arabic, "windows-1251"), "windows-1256", "detected");
  check(decided(arabic, "gb2312"), "windows-1256", "detected");
  check(decided(encoded(kNews, "ISO-8859-6"), "windows-1256"), "ISO-8859-6", "detected");
  check(decided(encoded(kNews, "UTF-16BE"), "utf-16le"), "UTF-16BE", "detected");
  for (const std::string_view label : {"windows-1256", "iso-8859-1", "utf-16", "ibm864", "gbk"}) {
    CAPTURE(label);
    check(decided(kNews, label), "UTF-8", "valid UTF-8");
  }
}

TEST_CASE("a declaration counts where the bytes say little") {
  constexpr auto kWord = "\xE3\xD5\xD1"sv;  // مصر, or كصر in ISO-8859-6
  check(decided(kWord), "windows-1256", "detected");
  check(decided(kWord, "iso-8859-6"), "ISO-8859-6", "declared");
  check(decided("plain", "windows-1256"), "windows-1256", "declared");
  check(decided("plain"), "UTF-8", "valid UTF-8");
  check(decided("", "cp1256"), "windows-1256", "declared");
  check(decided(""), "UTF-8", "valid UTF-8");
  // ة» of windows-1256 is ɻ in UTF-8, which nobody writes.
  check(decided("\xC9\xBB"sv, "windows-1256"), "windows-1256", "declared");
}

TEST_CASE("a label that nobody knows is as good as none") {
  check(decided(kNews, "klingon"), "UTF-8", "valid UTF-8");
  check(decided(encoded(kNews, "windows-1256"), "x-user-defined-7"), "windows-1256", "detected");
  // Sets that turn ASCII into something else are not let through.
  for (const std::string_view label : {"ibm037", "utf-7", "iso-2022-jp", "hz-gb-2312", "scsu"}) {
    CAPTURE(label);
    check(decided("plain", label), "UTF-8", "valid UTF-8");
  }
}

TEST_CASE("UTF-8 but for a few sequences is UTF-8") {
  std::string bytes(kNews);
  bytes.erase(11, 1);              // half a letter
  bytes.insert(60, "\xE2\x80"sv);  // two of three bytes: one maximal subpart
  bytes.insert(100, "\xFF"sv);
  for (const std::string_view label : {"", "utf-8", "windows-1256"}) {
    CAPTURE(label);
    const DecodedText text = decode(bytes, label, Markup::none);
    CHECK(text.charset.name == "UTF-8");
    CHECK(text.charset.confidence < 100);
    CHECK(text.replaced >= 3);
    CHECK(text.text.find("وزارة") != std::string::npos);
  }
}

TEST_CASE("maximal subparts count once each") {
  const Charset utf8{"UTF-8"};
  CHECK(decode_as("\xE2\x80 \xF0\x9F\x98"sv, utf8).replaced == 2);
  CHECK(decode_as("\xED\xA0\x80"sv, utf8).replaced == 3);
  CHECK(decode_as("\xC0\xAF"sv, utf8).text == "\uFFFD\uFFFD");
  CHECK(decode_as("\xD9"sv, utf8).text == "\uFFFD");
}

TEST_CASE("a character cut at the end of a beginning is no fault") {
  const std::string_view beginning = kNews.substr(0, 101);
  REQUIRE(static_cast<unsigned char>(beginning.back()) >= 0xD8);
  const Charset charset = decide_charset(beginning, {}, Markup::none);
  CHECK(charset.name == "UTF-8");
  CHECK(name_of(charset.basis) == "valid UTF-8");
}

TEST_CASE("markup is no evidence") {
  // A page of windows-1256 whose pictures have titles in UTF-8, and scripts with French in Latin-1.
  const std::string page =
      "<html><head><script>var t = 'd\xE9" +
      std::string("j\xE0 vu, \xE9t\xE9, tr\xE8s';</script>") +
      "<!-- \xE9\xE9 --></head><body title='معرض صور من الملتقى الثقافي السنوي في المدينة'>" +
      encoded("افتتح المعرض", "windows-1256") + "</body></html>";
  check(decided(page, {}, Markup::tags), "windows-1256", "detected");
  // Where only markup has any, it is looked at.
  check(decided("<img alt='" + encoded(kNews, "windows-1256") + "'>", {}, Markup::tags),
        "windows-1256", "detected");
  check(decided("1 < 2 " + encoded(kNews, "windows-1256") + " <", {}, Markup::tags), "windows-1256",
        "detected");
}

TEST_CASE("neighbours of Arabic in archives are told, not taken for it") {
  check(decided(encoded("Le président a été reçu hier à Tunis, où il évoquera la coopération.",
                        "ISO-8859-1")),
        "windows-1252", "detected");
  check(decided(encoded("Министр сообщил журналистам, что первые результаты ожидаются осенью.",
                        "windows-1251")),
        "windows-1251", "detected");
  check(decided(encoded("Министр сообщил журналистам, что первые результаты ожидаются осенью.",
                        "windows-1251"),
                "windows-1251"),
        "windows-1251", "declared");
  // Persian in windows-1256.
  check(decided(
            encoded("رئيس جمهور گفت پروژه چاه آب در جنوب کشور گسترش پيدا مي کند", "windows-1256")),
        "windows-1256", "detected");
}

TEST_CASE("nothing that speaks for anything is assumed to be windows-1256") {
  check(decided("\xFF"sv), "windows-1256", "assumed");
}

TEST_CASE("labels in markup") {
  CHECK(declared_in_markup("<meta charset=windows-1256>") == "windows-1256");
  CHECK(declared_in_markup("<html><META CharSet = \"cp1256\" />") == "cp1256");
  CHECK(declared_in_markup("<meta http-equiv=\"Content-Type\" content=\"text/html; "
                           "charset=iso-8859-6\">") == "iso-8859-6");
  CHECK(declared_in_markup("<meta content='text/html;charset=utf-8;' http-equiv=content-type>") ==
        "utf-8");
  CHECK(declared_in_markup("<meta http-equiv=Content-Type content=text/html;charset=utf-8>") ==
        "utf-8");
  CHECK(declared_in_markup("\n<?xml version='1.0' encoding='windows-1256'?>") == "windows-1256");
  CHECK(declared_in_markup("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>") == "utf-8");
  CHECK(declared_in_markup("<!-- <meta charset=a> --><meta charset=b>") == "b");
  CHECK(declared_in_markup("<meta name=a content=b><meta charset=c>") == "c");
  CHECK(declared_in_markup("<meta name=description content='charset of letters'>").empty());
  CHECK(declared_in_markup("<metadata charset=a>").empty());
  CHECK(declared_in_markup("<?xml version='1.0'?>").empty());
  CHECK(declared_in_markup("<meta charset=''>").empty());
  CHECK(declared_in_markup("<meta charset=").empty());
  CHECK(declared_in_markup("<meta").empty());
  CHECK(declared_in_markup("<!-- <meta charset=a>").empty());
  CHECK(declared_in_markup("").empty());
}
