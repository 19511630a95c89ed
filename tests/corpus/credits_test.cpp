#include "warraq/corpus/credits.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "corpus/article/agencies.h"
#include "corpus/article/utf8.h"

namespace {

using namespace warraq::corpus;
using Names = std::vector<std::string>;

Credits of_body(std::string body) {
  Article article;
  article.body = std::move(body);
  return find_credits(article);
}

Credits of_author(std::string author) {
  Article article;
  article.author = std::move(author);
  article.body = "أعلنت البلدية أمس افتتاح الجسر الجديد.";
  return find_credits(article);
}

const std::string kText = "أعلنت البلدية أمس افتتاح الجسر الجديد.";

TEST_CASE("datelines name place and agency, and say where the text begins") {
  struct Case {
    std::string dateline;
    std::string place;
    Names agencies;
  };
  const std::vector<Case> cases{
      {"القاهرة (رويترز) - ", "القاهرة", {"رويترز"}},
      {"باريس - أ ف ب - ", "باريس", {"أ ف ب"}},
      {"باريس – أ.ف.ب – ", "باريس", {"أ ف ب"}},
      {"غزة/ 12 مارس/ وفا/ ", "غزة", {"وفا"}},
      {"عمان 12 آذار (بترا) -- ", "عمان", {"بترا"}},
      {"مرسى الرمان، بلاد الساحل (CNN)-- ", "مرسى الرمان، بلاد الساحل", {"CNN"}},
      {"(CNN) -- ", "", {"CNN"}},
      {"رويترز - ", "", {"رويترز"}},
      {"بكين (شينخوا)— ", "بكين", {"شينخوا"}},
      {"لندن (رويترز/أ ف ب): ", "لندن", {"رويترز", "أ ف ب"}},
      {"القاهرة - رويترز\n", "القاهرة", {"رويترز"}},
      {"الرياض - واس: ", "الرياض", {"واس"}},
      {"أبوظبي / وام: ", "أبوظبي", {"وام"}},
      {"أبوظبي / وام / ", "أبوظبي", {"وام"}},
      {"أبوظبي في 3 مايو / وام / ", "أبوظبي", {"وام"}},
      {"دمشق-سانا ", "دمشق", {"سانا"}},
      {"دمشق-سانا: ", "دمشق", {"سانا"}},
      {"باريس-أ ف ب ", "باريس", {"أ ف ب"}},
      {"دمشق - سانا: ", "دمشق", {"سانا"}},
      {"الدوحة - قنا: ", "الدوحة", {"قنا"}},
      {"القاهرة - أ ش أ: ", "القاهرة", {"أ ش أ"}},
      {"واشنطن ـ رويترز: ", "واشنطن", {"رويترز"}},
      {"القدس المحتلة - وكالات: ", "القدس المحتلة", {"وكالات"}},
      {"مرسى الرمان - وكالات: ", "مرسى الرمان", {"وكالات"}},
      {"لندن - الشرق الأوسط: ", "لندن", {}},
      {"فرانس 24/ أ ف ب/ ", "", {"أ ف ب"}},
      {"الرياض 15 ربيع الأول 1440 هـ الموافق 23 نوفمبر 2018 م واس\n", "الرياض", {"واس"}}};
  for (const Case& one : cases) {
    CAPTURE(one.dateline);
    std::string body = one.dateline;
    body.append(kText).append("\n").append(kText);
    const Credits credits = of_body(body);
    CHECK(credits.place == one.place);
    CHECK(credits.agencies == one.agencies);
    CHECK(credits.dateline.of(body) == one.dateline);
  }
}

TEST_CASE("closing credits") {
  struct Case {
    std::string credit;
    Names agencies;
    std::string original_source;
  };
  const std::vector<Case> cases{{"(رويترز)", {"رويترز"}, ""},
                                {"المصدر: وكالات", {"وكالات"}, ""},
                                {"فرانس24/ أ ف ب", {"أ ف ب"}, ""},
                                {"أ.ش.أ", {"أ ش أ"}, ""},
                                {"-وات-", {"وات"}, ""},
                                {"رويترز، د ب أ", {"رويترز", "د ب أ"}, ""},
                                {"*نقلاً عن \"الشرق الأوسط\"", {}, "الشرق الأوسط"},
                                {"* نقلا عن \"الساحل\" المحلية", {}, "الساحل المحلية"}};
  for (const Case& one : cases) {
    CAPTURE(one.credit);
    const std::string body = kText + "\n" + one.credit;
    const Credits credits = of_body(body);
    CHECK(credits.agencies == one.agencies);
    CHECK(credits.original_source == one.original_source);
    CHECK(credits.credit.of(body) == one.credit);
  }
  CHECK(of_body(kText + " (أ ف ب)").agencies == Names{"أ ف ب"});
  CHECK(of_body(kText + " وكالات").agencies == Names{"وكالات"});
  const std::string stars = kText + "\n*نقلاً عن الساحل المحلية\n** المقالات تعبر عن أصحابها";
  CHECK(of_body(stars).original_source == "الساحل المحلية");
}

TEST_CASE("an author field may hold place, agency and person") {
  CHECK(of_author("مدريد - د ب أ").place == "مدريد");
  CHECK(of_author("مدريد - د ب أ").agencies == Names{"د ب أ"});
  CHECK(of_author("موقع الساحل - رويترز").agencies == Names{"رويترز"});
  CHECK(of_author("العربية.نت - رويترز").agencies == Names{"رويترز"});
  CHECK(of_author("العربية.نت - رويترز").place.empty());
  CHECK(of_author("كان (فرنسا) - هالة السماك").place == "كان (فرنسا)");
  CHECK(of_author("القاهرة – هالة السماك").author == "هالة السماك");
  CHECK(of_author("سول/واشنطن - رويترز").place == "سول/واشنطن");
  CHECK(of_author("العربية.نت ووكالات").agencies == Names{"وكالات"});
  CHECK(of_author("هالة السماك").place.empty());
  CHECK(of_author("مراسلة الساحل في دمشق").place == "دمشق");
}

TEST_CASE("a place beside an outlet in the author field is the outlet's seat") {
  for (const std::string seat :
       {"أبوظبي - سكاي نيوز عربية", "دبي – العربية.نت", "دبي - قناة العربية", "باريس - فرانس 24"}) {
    CAPTURE(seat);
    CHECK(of_author(seat).place.empty());
    CHECK(of_author(seat).agencies.empty());
    Article article;
    article.author = seat;
    article.body = "دمشق - سكاي نيوز عربية - " + kText;
    CHECK(find_credits(article).place == "دمشق");
  }
  CHECK(of_author("القاهرة - العربية.نت، هالة السماك").place == "القاهرة");
  CHECK(of_author("القاهرة - العربية.نت، رويترز").place == "القاهرة");
}

TEST_CASE("a dateline in a field of its own") {
  const auto of_field = [](const std::string& json) {
    Article article;
    article.body = kText;
    article.extra.push_back({"dateline", json});
    return find_credits(article);
  };
  for (const std::string dateline : {"بغداد 13-5 (اف ب)", "بغداد 13-5 (أ ف ب) -", "بغداد - أ ف ب",
                                     "بغداد (أ ف ب)", "بغداد 13 مايو / أ ف ب /"}) {
    CAPTURE(dateline);
    CHECK(of_field("\"" + dateline + "\"").place == "بغداد");
    CHECK(of_field("\"" + dateline + "\"").agencies == Names{"أ ف ب"});
  }
  CHECK(of_field("[\"بيروت، 3 مايو\"]").place == "بيروت");
  CHECK(of_field("[\"بيروت، 3 مايو\"]").dateline.empty());
  CHECK(of_field("\"الافتتاحية\"").place.empty());
  CHECK(of_field("{\"city\":1}").place.empty());
}

TEST_CASE("bylines") {
  CHECK(of_body("كتب: سالم الحداد\n" + kText).author == "سالم الحداد");
  CHECK(of_body("القاهرة - من سالم الحداد\n" + kText).author == "سالم الحداد");
  CHECK(of_body("القاهرة - من سالم الحداد\n" + kText).place == "القاهرة");
  CHECK(of_body("بقلم سالم الحداد\n" + kText).author == "سالم الحداد");
  CHECK(of_body(kText + "\nإعداد: هالة السماك").author == "هالة السماك");
}

TEST_CASE("a name within a sentence is no credit") {
  for (const std::string body :
       {"قالت رويترز إن الجسر افتتح أمس.", "ذكرت وكالة الأنباء (واس) أن الجسر افتتح أمس.",
        "نقلت وكالة أنباء (شينخوا) - وهي رسمية - أن الجسر افتتح.",
        "أظهر استطلاع لرويترز/إبسوس أن السكان راضون.", "كتب التاريخ مثلهم؟ لا أحد يدري.",
        "افتتح الجسر أمس، حسب ما ذكرت وكالة رويترز.", "المجموعة الأولى\nمصر - جنوب أفريقيا",
        "وزير الخارجية: العلاقات - واس: الرياض - متينة.", "وزير الخارجية: العلاقات متينة.",
        "قالت رويترز: الجسر افتتح أمس.", "الوحدة - الجزيرة: مباراة اليوم تبدأ في الخامسة.",
        "أغسطس/ آب: بدأ الموسم.", "لندن-باريس: رحلة اليوم تأخرت.",
        "الأحمر-سانا أعلنت أمس افتتاح الجسر.", "دمشق - بيروت: الطريق مفتوح، قالت سانا: لا زحام.",
        "تونس - ليبيا: مباراة اليوم\nتبدأ في الخامسة.", "فارس الحداد - لاعب الساحل - يعتزل."}) {
    CAPTURE(body);
    const Credits credits = of_body(body);
    CHECK(credits.agencies.empty());
    CHECK(credits.author.empty());
    CHECK(credits.place.empty());
    CHECK(credits.dateline.empty());
    CHECK(credits.credit.empty());
  }
}

TEST_CASE("what was given stays, what was not is added") {
  Article article;
  article.author = "مدريد - د ب أ";
  article.body = kText;
  apply_credits(article);
  CHECK(article.author == "مدريد - د ب أ");
  CHECK(article.agency == "د ب أ");
  CHECK(article.extra == std::vector<ExtraField>{{"place", "\"مدريد\""}});
  CHECK(article.body == kText);
  article.agency = "أخرى";
  article.extra[0].json = "\"هنا\"";
  apply_credits(article);
  CHECK(article.agency == "أخرى");
  CHECK(article.extra == std::vector<ExtraField>{{"place", "\"هنا\""}});
  Article several;
  several.body = kText + "\nرويترز/ أ ف ب";
  apply_credits(several);
  CHECK(several.agency == "رويترز، أ ف ب");
}

TEST_CASE("agencies are known however they are spelled") {
  for (const std::string_view form : {"أ ف ب", "أ.ف.ب", "أف ب", "ا ف ب", "AFP", "فرانس برس",
                                      "وكالة فرانس برس", "«أ ف ب»", "الفرنسية"}) {
    CAPTURE(form);
    REQUIRE(find_creditor(form) != nullptr);
    CHECK(find_creditor(form)->name == "أ ف ب");
  }
  CHECK(find_creditor("") == nullptr);
  CHECK(find_creditor("وكالة") == nullptr);
  CHECK(find_creditor("الساحل") == nullptr);
}

TEST_CASE("news and press of a country are its agency only behind the word agency") {
  for (const std::string name : {"الأنباء الكويتية", "الأنباء السعودية", "الأنباء الأردنية",
                                 "الأنباء الفرنسية", "الأنباء والمعلومات الفلسطينية",
                                 "الأنباء المركزية", "الصحافة الفلسطينية", "الصحافة الألمانية"}) {
    CAPTURE(name);
    REQUIRE(find_creditor(name) != nullptr);
    CHECK(find_creditor(name)->kind == CreditKind::outlet);
    REQUIRE(find_creditor("وكالة " + name) != nullptr);
    CHECK(find_creditor("وكالة " + name)->kind == CreditKind::agency);
    const Credits credits = of_body(kText + "\n*نقلاً عن " + name);
    CHECK(credits.agencies.empty());
    CHECK(credits.original_source == name);
  }
  CHECK(find_creditor("وكالة الأنباء الكويتية")->name == "كونا");
  CHECK(of_body(kText + "\n*نقلاً عن وكالة الأنباء الكويتية").agencies == Names{"كونا"});
  CHECK(of_body(kText + "\nالأنباء الكويتية (كونا)").agencies == Names{"كونا"});
  CHECK(of_author("الكويت - وكالة الأنباء الكويتية").agencies == Names{"كونا"});
}

TEST_CASE("ranges lie in the body, apart, between characters") {
  const std::vector<std::string> pieces{
      "القاهرة", " - ",      "رويترز",   "(",           ")",      "أ ف ب", "\n",
      " ",       ".",        "كتب: ",    "سالم الحداد", "،",      "/",     "12",
      "--",      "المصدر: ", "نقلاً عن ", "*",           "\u200F", "\"",    "ـ"};
  CHECK(rc::check([&pieces] {
    Article article;
    for (const std::string& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
      article.body += piece;
    }
    article.author = *rc::gen::elementOf(pieces) + *rc::gen::elementOf(pieces);
    const Credits credits = find_credits(article);
    RC_ASSERT(credits.dateline.begin <= credits.dateline.end);
    RC_ASSERT(credits.credit.begin <= credits.credit.end);
    RC_ASSERT(credits.credit.end <= article.body.size());
    RC_ASSERT(credits.credit.empty() || credits.dateline.end <= credits.credit.begin);
    RC_ASSERT(is_valid_utf8(credits.dateline.of(article.body)));
    RC_ASSERT(is_valid_utf8(credits.credit.of(article.body)));
    RC_ASSERT(is_valid_utf8(credits.place) && is_valid_utf8(credits.author));
    RC_ASSERT(is_valid_utf8(credits.original_source));
  }));
}

}  // namespace
