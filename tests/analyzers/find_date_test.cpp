// Dates in running text.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>

#include "tests/analyzers/random_text.h"
#include "warraq/analyzers/date.h"

namespace {

using warraq::analyzers::find_date;

/// The date that is found with the text it was found as: 2018-03-21 [21 مارس 2018].
std::string found(std::string_view text) {
  const auto date = find_date(text);
  if (!date) return "none";
  return date->reading.date->iso() + " [" +
         std::string(text.substr(date->begin, date->end - date->begin)) + "]";
}

}  // namespace

TEST_CASE("a date in a line of a page") {
  CHECK(found("نشر في: 12 مارس 2019") == "2019-03-12 [12 مارس 2019]");
  CHECK(found("تاريخ النشر:12/03/2019 10:30 ص") == "2019-03-12 [12/03/2019]");
  CHECK(found("القاهرة - الثلاثاء، 12 مارس (آذار) 2019 - خاص") ==
        "2019-03-12 [الثلاثاء، 12 مارس (آذار) 2019]");
  CHECK(found("الرياض 12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2023م واس") ==
        "2023-09-27 [12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2023م]");
  CHECK(found("Published 2019-03-12T10:30:00+03:00 by") == "2019-03-12 [2019-03-12]");
  CHECK(found("آخر تحديث ٢٠١٩/٣/١٢م") == "2019-03-12 [٢٠١٩/٣/١٢م]");
  CHECK(found("الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م - العدد 16018") ==
        "2012-05-02 [الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م]");
  CHECK(found("بغداد في 2 مايس 2012") == "2012-05-02 [2 مايس 2012]");
  CHECK(found("GMT 10:00:00 2005 الثلاثاء 3 مايو") == "2005-05-03 [2005 الثلاثاء 3 مايو]");
  CHECK(found("منذ عام 2005 الثلاثاء 3 مايو 2011 أول") == "2011-05-03 [الثلاثاء 3 مايو 2011]");
  CHECK(found("منذ عام 2006 الثلاثاء 3 مايو") == "none");
  CHECK(warraq::analyzers::parse_date("GMT 10:00:00 2005 الثلاثاء 3 مايو")->iso() == "2005-05-03");
}

TEST_CASE("a date in a sentence") {
  CHECK(found("افتتح المتحف في الخامس والعشرين من يناير/كانون الثاني عام 2011، ثم أغلق.") ==
        "2011-01-25 [الخامس والعشرين من يناير/كانون الثاني عام 2011]");
  CHECK(found("وفي الـ24 من مارس 2017، سجل الفريق 70 نقطة") == "2017-03-24 [24 من مارس 2017]");
  CHECK(found("أكد الوزير صباح اليوم الأربعاء26 أفريل 2017أن") ==
        "2017-04-26 [اليوم الأربعاء26 أفريل 2017]");
  CHECK(found("يقام المعرض بين 2-3 مايو 2018 في العاصمة") == "2018-05-03 [3 مايو 2018]");
  CHECK(found("صدر الأمر بتاريخ 11 / 5 / 1439هـ.") == "2018-01-28 [11 / 5 / 1439هـ]");
}

TEST_CASE("the first of several, and the first that is possible") {
  CHECK(found("من 1 يناير 2018 إلى 31 يناير 2018") == "2018-01-01 [1 يناير 2018]");
  CHECK(found("في 31 فبراير 2018 ثم 1 مارس 2018") == "2018-03-01 [1 مارس 2018]");
  CHECK(found("12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2019م") == "none");
}

TEST_CASE("what is not a whole date in a text is none") {
  for (const char* text :
       {"ارتفع الناتج في مارس 2018 بنسبة 3%", "في الأسبوع الأول من يناير 2018",
        "في النصف الثاني من أبريل 2018", "تعادلا في كانون الأول ديسمبر 2018",
        "زارت تيريزا ماي القاهرة عام 2018", "قال جوان 12 مرة إن 2018 عام صعب",
        "بين 14 يونيو و15 يوليو", "الهاتف 0021671234567", "العنوان 192.168.10.2018",
        "الإصدار 1.21.03.2018", "https://example.com/2018/03/21/sport", "رقم 20180321",
        "انتهت المباراة 3-1 عام 2018", "مباراة 2/1/2018x", "يوم الأربعاء 21 مارس 18 قتيلا",
        "نسبة 1.5 مارس 2018", "", "أمس الثلاثاء"}) {
    CAPTURE(text);
    CHECK(found(text) == "none");
  }
}

TEST_CASE("a date is found behind any length of text") {
  for (const char* filler : {"كلمة ", "1 ", "مارس ", "الأول من ", "من ", "/", "1/", "\u064E"}) {
    CAPTURE(filler);
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += filler;
    CHECK(found(text + "؛ الثلاثاء 12 آذار 2019") == "2019-03-12 [الثلاثاء 12 آذار 2019]");
  }
}

TEST_CASE("a date that is found lies in the text, and is found again from there") {
  CHECK(rc::check("random text", [] {
    const std::string before = *warraq::analyzers::test::random_text();
    const std::string text = before + " 12 مارس 2019، " + *warraq::analyzers::test::random_text();
    const auto date = find_date(text);
    RC_ASSERT(date.has_value());
    RC_ASSERT(date->begin < date->end && date->end <= text.size());
    const auto again = find_date(std::string_view(text).substr(date->begin));
    RC_ASSERT(again && again->reading.date == date->reading.date);
  }));
}
