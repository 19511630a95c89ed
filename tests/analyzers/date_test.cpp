// One date in a field, as the sites, agencies and feeds of the Arab world write it.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/date.h"

namespace {

using warraq::analyzers::Calendar;
using warraq::analyzers::Date;
using warraq::analyzers::DateRefusal;
using warraq::analyzers::kMaxDateBytes;
using warraq::analyzers::parse_date;
using warraq::analyzers::read_date;

std::string iso(std::string_view text) {
  const auto date = parse_date(text);
  return date ? date->iso() : "none";
}

void check_all(const std::vector<const char*>& texts, std::string_view day) {
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(iso(text) == day);
  }
}

void check_refused(const std::vector<const char*>& texts, DateRefusal refusal) {
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(iso(text) == "none");
    CHECK(read_date(text).refusal == refusal);
    CHECK(!read_date(text).ambiguous);
  }
}

}  // namespace

TEST_CASE("a day is read in its three ISO forms") {
  check_all({"2018-02-17", "2018/02/17", "20180217", "  2018-02-17\n"}, "2018-02-17");
}

TEST_CASE("Arabic-Indic and Persian digits count as digits") {
  check_all({"٢٠١٨-٠٢-١٧", "۲۰۱۸/۰۲/۱۷", "٢٠١٨٠٢١٧", "١٧ فبراير ٢٠١٨", "۱۷/۲/۲۰۱۸"}, "2018-02-17");
}

TEST_CASE("a time may follow, with or without a zone, and does not move the day") {
  check_all({"2018-02-17T23:30", "2018-02-17 23:30:59", "2018-02-17T23:30:00Z",
             "2018-02-17t23:30:00z", "2018-02-17T23:30:00+03:00", "2018-02-17T23:30:00.123456-0500",
             "2018-02-17 23:30:00 +03", "2018-02-17 23:30:00 GMT", "2018-02-17 23:30:00 UTC",
             "٢٠١٨-٠٢-١٧ ٢٣:٣٠", "20180217T2330", "20180217T233059Z", "2018-02-17 2330"},
            "2018-02-17");
}

TEST_CASE("a zone may follow a day alone, as in XML Schema") {
  check_all({"2018-02-17Z", "2018-02-17z", "2018-02-17+03:00", "2018-02-17-05:00"}, "2018-02-17");
  check_refused({"2018-02-17+99:00", "2018-02-17TZ", "2018-02-17Zx", "2018-02-17+"},
                DateRefusal::not_a_date);
}

TEST_CASE("a label may stand before a date") {
  check_all(
      {"نشر في: 21 مارس 2018", "نُشِر في : الأربعاء 21 مارس 2018 - 10:30",
       "آخر تحديث: 21/03/2018 10:30", "تاريخ النشر: ٢١ آذار ٢٠١٨", "التاريخ:2018-03-21",
       "Published: March 21, 2018", "Last updated: 2018-03-21T10:30:00Z",
       "نشر في: الأربعاء: 21 مارس 2018", "أُضيف إلى الموقع بتاريخ اليوم الموافق: 21 مارس 2018"},
      "2018-03-21");
  CHECK(read_date("نشر في: 21 مارس 2018").labelled);
  CHECK_FALSE(read_date("الأربعاء: 21 مارس 2018").labelled);
  CHECK_FALSE(read_date("2018-03-21").labelled);
  CHECK(read_date("نشر في: 03/04/2018").ambiguous);
  check_refused({"نشر في 21 مارس 2018 في القاهرة:", "نشر في:", "نشر في: القاهرة", ": أمس",
                 "رقم 5: 21 مارس 2018", "آخر تحديث: نشر في: 21 مارس 2018",
                 "مباراة الأهلي والزمالك في القاهرة مساء اليوم الأربعاء: 21 مارس 2018"},
                DateRefusal::not_a_date);
  check_refused({"نشر في: 31 فبراير 2018"}, DateRefusal::impossible);
}

TEST_CASE("dates as programs write them are read the short way as they are the long one") {
  CHECK(rc::check("random ISO dates", [] {
    std::string text = *rc::gen::elementOf(
        std::vector<std::string>{"0000-00-00", "0000-00-00T00:00:00Z", "0000-00-00T00:00:00+00:00",
                                 "0000-00-00T00:00:00", "0000-00-00 00:00:00"});
    text.replace(0, 2, *rc::gen::elementOf(std::vector<std::string>{"14", "19", "20", "21"}));
    for (std::size_t i = 2; i < text.size(); ++i) {
      // Small digits first, for half of the dates and times to exist.
      if (text[i] == '0') text[i] = *rc::gen::elementOf(std::string("000111222345679"));
    }
    // A character without width is passed over, but not by the short way.
    RC_ASSERT(read_date(text).date == read_date("\u200F" + text).date);
    RC_ASSERT(read_date(text).refusal == read_date("\u200F" + text).refusal);
  }));
}

TEST_CASE("days that do not exist are impossible") {
  check_refused({"0000-00-00",     "3112-20-16",    "2018-13-01",  "2018-00-10",  "2018-04-31",
                 "2018-01-00",     "2019-02-29",    "1900-02-29",  "1499-12-31",  "2200-01-01",
                 "31 فبراير 2018", "29/02/2019",    "31/04/2018",  "00/03/2018",  "45 مارس 2018",
                 "31 رمضان 1445",  "12 رمضان 2018", "12 رجب 1299", "12 رجب 1501", "13/13/1445 هـ"},
                DateRefusal::impossible);
}

TEST_CASE("halves that contradict each other are impossible") {
  check_refused({"21 مارس/شباط 2018", "21 يناير (كانون الأول) 2018", "21 مارس 2018 هـ",
                 "12 رمضان 1445م", "12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2019م",
                 "12 ربيع الأول 1445هـ الموافق 30 سبتمبر 2023م"},
                DateRefusal::impossible);
}

TEST_CASE("leap years follow the Gregorian rule") {
  CHECK(iso("2016-02-29") == "2016-02-29");
  CHECK(iso("29 شباط 2000") == "2000-02-29");
}

TEST_CASE("the years at the ends of the range are in it") {
  CHECK(iso("1500-01-01") == "1500-01-01");
  CHECK(iso("2199-12-31") == "2199-12-31");
}

TEST_CASE("text that is no date is none") {
  check_refused({"",
                 " ",
                 "2018",
                 "2018-02",
                 "مارس 2018",
                 "21 مارس",
                 "مارس",
                 "ماي",
                 "2018-02/17",
                 "2018-02-17x",
                 "2018-02-17T",
                 "2018-02-17 25:00",
                 "2018-02-17 10:60",
                 "2018-02-17 10",
                 "2018-02-17 10:00:",
                 "2018-02-17 1000:30",
                 "2018-02-17 10:00:61",
                 "2018-02-17 10:00:00.",
                 "2018-02-171",
                 "201802171230",
                 "2018-02-17T10:00+",
                 "2018-02-17T10:00+99:00",
                 "2018-02-17 10:00 غدا",
                 "21-23 مارس 2018",
                 "21 مارس 2018 - 23 مارس 2018",
                 "21 مارس 2018 في القاهرة",
                 "أمس",
                 "اليوم",
                 "قبل ثلاث ساعات",
                 "الأربعاء",
                 "10:30",
                 "1521648000",
                 "+973 17 123 456",
                 "02-2345678",
                 "192.168.10.2018",
                 "3.0.2",
                 "\xD9",
                 "2018-02-1\xD9"},
                DateRefusal::not_a_date);
}

TEST_CASE("months by the names of each country") {
  check_all({"17 يناير 2018", "17 كانون الثاني 2018", "17 كانون ثاني 2018", "17 كانونالثاني 2018",
             "17 جانفي 2018", "17 أي النار 2018"},
            "2018-01-17");
  check_all({"17 شباط 2018", "17 فيفري 2018", "17 النوار 2018"}, "2018-02-17");
  check_all({"17 أبريل 2018", "17 ابريل 2018", "17 إبريل 2018", "17 نيسان 2018", "17 أفريل 2018",
             "17 افريل 2018"},
            "2018-04-17");
  check_all({"17 أيار 2018", "17 ايار 2018", "17 ماي 2018"}, "2018-05-17");
  check_all({"17 يونيو 2018", "17 يونيه 2018", "17 حزيران 2018", "17 جوان 2018"}, "2018-06-17");
  check_all({"17 يوليو 2018", "17 يوليه 2018", "17 تموز 2018", "17 جويلية 2018", "17 يوليوز 2018"},
            "2018-07-17");
  check_all({"17 أغسطس 2018", "17 اغسطس 2018", "17 آب 2018", "17 أوت 2018", "17 غشت 2018",
             "17 أغشت 2018", "17 هانيبال 2018"},
            "2018-08-17");
  check_all({"17 أيلول 2018", "17 شتنبر 2018", "17 الفاتح 2018"}, "2018-09-17");
  check_all({"17 أكتوبر 2018", "17 تشرين الأول 2018", "17 تشرين أول 2018"}, "2018-10-17");
  check_all({"17 نونبر 2018", "17 تشرين الثاني 2018", "17 الحرث 2018"}, "2018-11-17");
  check_all({"17 ديسمبر 2018", "17 كانون الأول 2018", "17 دجنبر 2018", "17 دجمبر 2018"},
            "2018-12-17");
}

TEST_CASE("words, commas and a second name around the month") {
  check_all(
      {"الأربعاء 21 آذار/مارس 2018", "الأربعاء، ٢١ مارس (آذار) ٢٠١٨", "21 من مارس عام 2018",
       "21 من شهر آذار من عام 2018", "2018 مارس 21", "21 مارس، 2018م", "مارس 21، 2018",
       "21 مارس/ آذار 2018", "21 مارس آذار 2018", "21 مارس - آذار 2018", "21-مارس-2018",
       "21/آذار/2018", "يوم الأربعاء الموافق 21 مارس 2018 ميلادية", "الحادي والعشرون من مارس 2018"},
      "2018-03-21");
  check_all({"الأول من مايو 2018", "أول مايو 2018", "غرة ماي 2018", "الفاتح من ماي 2018"},
            "2018-05-01");
  CHECK(iso("الثاني عشر من ربيع الأول 1445") == "2023-09-27");
}

TEST_CASE("times and zones as pages print them") {
  check_all({"21 مارس 2018 - 10:30", "الأربعاء 21 مارس 2018 | 10:30 ص", "21/03/2018 10:30 م",
             "21 مارس 2018 الساعة 10:30 مساءً", "21 مارس 2018، 15:30 بتوقيت غرينتش",
             "21 مارس 2018 15:30 GMT+3", "10:30 - 21 مارس 2018", "10:30 صباحا 21/03/2018",
             "21 مارس 2018 (15:30 بتوقيت مكة المكرمة)", "21 مارس 2018 على الساعة 18:00"},
            "2018-03-21");
}

TEST_CASE("English and French dates, of feeds and Maghreb's sites") {
  check_all({"Wed, 21 Mar 2018 19:02:15 +0400", "Wed, 21 Mar 2018 19:02:15 GMT", "March 21, 2018",
             "Mar. 21st, 2018 10:30 AM", "21 March 2018 at 7:02 p.m.", "21-Mar-2018",
             "Wed Mar 21 19:02:15 +0000 2018", "Wed Mar 21 19:02:15 2018",
             "Wed Mar 21 2018 19:02:15 GMT+0400 (Gulf Standard Time)", "mercredi 21 mars 2018",
             "21 MARS 2018 à 10h30", "mer. 21 mars 2018"},
            "2018-03-21");
  check_all({"1er août 2018", "1er aout 2018", "1er aou\u0302t 2018"}, "2018-08-01");
  CHECK(iso("mar. 20 mars 2018") == "2018-03-20");
  CHECK(iso("21 février 2018") == "2018-02-21");
}

TEST_CASE("numbers: the day first, and said so where it might be the month") {
  check_all({"21/03/2018", "21-3-2018", "21.03.2018", "21 / 3 / 2018", "3/21/2018", "2018-3-21",
             "21ـ3ـ2018", "21؍3؍2018"},
            "2018-03-21");
  for (const char* text : {"03/04/2018", "3-4-2018", "03.04.2018 10:00"}) {
    CAPTURE(text);
    CHECK(iso(text) == "2018-04-03");
    CHECK(read_date(text).ambiguous);
  }
  CHECK(!read_date("21/03/2018").ambiguous);
  CHECK(!read_date("03/03/2018").ambiguous);
  CHECK(!read_date("2018/03/04").ambiguous);
  CHECK(!read_date("03/04/1445 هـ").ambiguous);
}

TEST_CASE("a weekday or a Hijri date tells the day from the month") {
  for (const char* text : {"الثلاثاء 03/04/2018", "03/04/2018 الموافق 17 رجب 1439هـ"}) {
    CAPTURE(text);
    CHECK(iso(text) == "2018-04-03");
    CHECK(!read_date(text).ambiguous);
  }
  CHECK(iso("الأحد 03/04/2018") == "2018-03-04");
  CHECK(!read_date("الأحد 03/04/2018").ambiguous);
  CHECK(read_date("الخميس 03/04/2018").ambiguous);
}

TEST_CASE("years of two digits are read where the weekday bears them out") {
  CHECK(iso("Wed, 21 Mar 18 19:02:15 GMT") == "2018-03-21");
  CHECK(iso("Sat, 21 Mar 98 19:02:15 GMT") == "1998-03-21");
  check_refused({"21/03/18", "21 مارس 18", "Thu, 21 Mar 18 19:02:15 GMT", "الأربعاء 21 مارس 18:30"},
                DateRefusal::not_a_date);
}

TEST_CASE("Hijri dates") {
  check_all(
      {"12 ربيع الأول 1445هـ", "١٢ ربيع الأول ١٤٤٥ ه", "12 ربيع أول 1445", "12/03/1445 هـ",
       "12-3-1445هـ", "1445/03/12 هـ", "12/3/1445", "الأربعاء / 12 / ربيع الأول / 1445 هجرية"},
      "2023-09-27");
  check_all({"1 رمضان 1445", "غرة رمضان المبارك 1445هـ", "1 شهر رمضان 1445"}, "2024-03-11");
  check_all({"29 ذو القعدة 1444", "29 ذي القعدة 1444هـ", "29 ذوالقعده 1444"}, "2023-06-18");
  check_all({"5 جمادى الآخرة 1445", "5 جمادى الثانية 1445", "5 جمادى الثاني 1445"}, "2023-12-18");
  CHECK(read_date("12 ربيع الأول 1445هـ").calendar == Calendar::hijri);
  CHECK(read_date("27 سبتمبر 2023").calendar == Calendar::gregorian);
}

TEST_CASE("of a Hijri and a Gregorian date of one day the Gregorian one counts") {
  CHECK(iso("12 ربيع الأول 1445هـ الموافق 27 سبتمبر 2023م") == "2023-09-27");
  // Where the month was seen to begin a day later than in Mecca.
  check_all({"12 ربيع الأول 1445هـ الموافق لـ 28 سبتمبر 2023",
             "الخميس 12 ربيع الأول 1445 هـ - 28 سبتمبر 2023 م", "28/9/2023 - 12/3/1445هـ",
             "28 سبتمبر 2023 (12 ربيع الأول 1445هـ)"},
            "2023-09-28");
}

TEST_CASE("what is not seen does not matter") {
  check_all({"21 مـــارس 2018", "21\u00A0مارس\u00A02018", "\u200F21\u200F مارس\u200F 2018",
             "\u202B٢١ مارس ٢٠١٨\u202C", "21 مَارِس 2018", "\uFEFF21 مارس 2018",
             "\u20672018-03-21\u2069", "2018\u200E-\u200E03\u200E-\u200E21", "21 ﻣﺎﺭﺱ 2018",
             "21 مارس 20\u200E18", "(21 مارس 2018)", "21 مارس 2018."},
            "2018-03-21");
}

TEST_CASE("a longer text than a date's is none, however it begins") {
  const std::string date = "21 مارس 2018";
  CHECK(iso(date + std::string(kMaxDateBytes - date.size(), ' ')) == "2018-03-21");
  CHECK(iso(date + std::string(kMaxDateBytes - date.size() + 1, ' ')) == "none");
  CHECK(iso(date + std::string(100, '.') + "x") == "none");
}

TEST_CASE("the two written forms of a day") {
  const Date date{1987, 6, 5};
  CHECK(date.iso() == "1987-06-05");
  CHECK(date.compact() == "19870605");
}
