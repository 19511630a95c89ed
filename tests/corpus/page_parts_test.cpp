#include "corpus/page/page_parts.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "corpus/article/utf8.h"
#include "corpus/page/controls.h"
#include "corpus/page/date_line.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/real_data.h"

namespace {

using namespace warraq::corpus;
using warraq::tests::contains;

std::string extra(const Article& article, std::string_view name) {
  for (const ExtraField& field : article.extra) {
    if (field.name == name) return field.json.substr(1, field.json.size() - 2);
  }
  return {};
}

const std::string kLead =
    "افتتحت بلدية مرسى الرمان أمس جسراً جديداً يربط ضفتي الوادي بعد عامين من العمل، مؤكدة أن الحركة "
    "عليه ستبدأ مطلع الأسبوع المقبل.";

TEST_CASE("a saved page is told apart into its parts") {
  const Article page = article_of_page(
      "رئيس البلدية: «طريق الوادي» ينجز قبل موعده\n\n"
      "مرسى الرمان تفتتح جسراً جديداً يربط ضفتي الوادي\n\n"
      "سكان البلدة يعبرون الجسر في يومه الأول | رويترز\n\n"
      "ت + ت - الحجم الطبيعي\n\n" +
      kLead + "\n\nسير سلس\n\nوقال مهندس شارك في البناء إن المشاركة كانت واسعة.\n\nEmail");
  CHECK(page.title == "مرسى الرمان تفتتح جسراً جديداً يربط ضفتي الوادي");
  CHECK(extra(page, "kicker") == "رئيس البلدية: «طريق الوادي» ينجز قبل موعده");
  CHECK(extra(page, "caption") == "سكان البلدة يعبرون الجسر في يومه الأول");
  CHECK(extra(page, "caption_credit") == "رويترز");
  CHECK(page.body == kLead + "\n\nسير سلس\n\nوقال مهندس شارك في البناء إن المشاركة كانت واسعة.");
  CHECK(page.agency.empty());  // the picture's credit is not the article's
}

TEST_CASE("date, byline and dateline lines above the text become fields") {
  const Article page = article_of_page(
      "صيادو الخليج الشمالي يعودون إلى البحر\nبيئة\nنُشر في: الأحد 12 تموز/يوليو 2015\n"
      "كتبت: هالة السماك\nمرسى الرمان - أ ف ب\nشارك | اطبع | Email\n" +
      kLead);
  CHECK(page.title == "صيادو الخليج الشمالي يعودون إلى البحر");
  CHECK(extra(page, "kicker") == "بيئة");
  CHECK(page.date == "الأحد 12 تموز/يوليو 2015");
  CHECK(page.author == "هالة السماك");
  CHECK(page.agency == "أ ف ب");
  CHECK(extra(page, "place") == "مرسى الرمان");
  CHECK(extra(page, "dateline") == "مرسى الرمان - أ ف ب");
  CHECK(page.body == kLead);
}

TEST_CASE("a day that something else is said of is not the page's date") {
  const std::string race = "موعد السباق: الأحد 12 تموز/يوليو 2015";
  const Article page =
      article_of_page("صيادو الخليج الشمالي يعودون إلى البحر\n" + race + "\n" + kLead);
  CHECK(page.date.empty());
  CHECK(contains(page.body, race));
}

TEST_CASE("a date line may have a paper's number and say that it was published") {
  for (const auto& [line, date] : std::vector<std::pair<std::string, std::string>>{
           {"الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م - العدد 16018",
            "الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م"},
           {"العدد 16018 - الأربعاء 2 مايو 2012", "الأربعاء 2 مايو 2012"},
           {"السنة 54 - العدد 16018 - 2 مايس 2012", "2 مايس 2012"},
           {"تم نشره في الأربعاء 2 أيار / مايو 2012. 12:00 صباحاً",
            "الأربعاء 2 أيار / مايو 2012"}}) {
    CAPTURE(line);
    const Article page =
        article_of_page("صيادو الخليج الشمالي يعودون إلى البحر\n" + line + "\n" + kLead);
    CHECK(page.title == "صيادو الخليج الشمالي يعودون إلى البحر");
    CHECK(page.date == date);
    CHECK(extra(page, "kicker").empty());
    CHECK(page.body == kLead);
  }
  CHECK_FALSE(date_of_line("صدر العدد 16018 من المجلة في 2 مايو 2012"));
  CHECK_FALSE(date_of_line("العدد 16018"));
}

TEST_CASE("captions and whose they are") {
  const auto page_with = [](const std::string& line) {
    return article_of_page("عنوان الصفحة المحفوظة هنا\n" + line + "\n" + kLead);
  };
  Article page = page_with("قارب صيد يعبر القناة عند الفجر (أ ف ب)");
  CHECK(extra(page, "caption") == "قارب صيد يعبر القناة عند الفجر");
  CHECK(extra(page, "caption_credit") == "أ ف ب");
  page = page_with("قارب صيد يعبر القناة - تصوير: سالم الحداد");
  CHECK(extra(page, "caption") == "قارب صيد يعبر القناة");
  CHECK(extra(page, "caption_credit") == "سالم الحداد");
  page = page_with("تصوير: سالم الحداد");
  CHECK(extra(page, "caption").empty());
  CHECK(extra(page, "caption_credit") == "سالم الحداد");
  page = page_with("قارب صيد يعبر القناة | أرشيفية");
  CHECK(extra(page, "caption_credit") == "أرشيفية");
  CHECK(page.body == kLead);
}

TEST_CASE("which of two title lines is the headline") {
  const auto title_of = [](const std::string& first, const std::string& second) {
    return article_of_page(first + "\n" + second + "\nشارك\n" + kLead).title;
  };
  // A label, on either side.
  CHECK(title_of("محليات", "مرسى الرمان تستعد لموسم الصيف") == "مرسى الرمان تستعد لموسم الصيف");
  CHECK(title_of("مرسى الرمان تستعد لموسم الصيف", "محليات") == "مرسى الرمان تستعد لموسم الصيف");
  // The lead retells the headline.
  CHECK(title_of("خبر طال انتظاره في البلدة", "جسراً جديداً يربط ضفتي الوادي") ==
        "جسراً جديداً يربط ضفتي الوادي");
  // A quotation beside a plain line.
  CHECK(title_of("المحافظ: لن نتراجع عن الخطة", "اجتماع طارئ لبحث ملف المياه") ==
        "اجتماع طارئ لبحث ملف المياه");
  // No evidence.
  CHECK(title_of("اجتماع طارئ لبحث ملف المياه", "توقعات بإعلان النتائج غداً صباحاً") ==
        "اجتماع طارئ لبحث ملف المياه");
}

TEST_CASE("a page without such parts is a title and a text") {
  const std::string text =
      "عنوان القصيدة في سطر\n\nسطر قصير أول بلا نقطة\n\n  سطر قصير ثان بلا نقطة\n\n\n\nوثالث";
  const Article page = article_of_page(text);
  CHECK(page.title == "عنوان القصيدة في سطر");
  CHECK(page.body == "سطر قصير أول بلا نقطة\n\n  سطر قصير ثان بلا نقطة\n\n\n\nوثالث");
  CHECK(page.extra.empty());
}

TEST_CASE("a page of controls alone keeps them") {
  CHECK(article_of_page("Email").body == "Email");
  CHECK(article_of_page("شارك\nاطبع").title == "شارك");
}

TEST_CASE("controls are lines of nothing else") {
  for (const std::string_view line :
       {"ت + ت - الحجم الطبيعي", "Email", "شارك | اطبع | Email", "A+ A A-", "A+   A   A-",
        "حجم النص: كبير متوسط صغير", "تكبير الخط تصغير الخط", "شارك   غرّد   واتساب", "مشاركة",
        "  طباعة ", "شارك على فيسبوك", "اطبع | Email | حفظ", "تكبير | تصغير"}) {
    CAPTURE(line);
    CHECK(is_control_line(line));
  }
  for (const std::string_view line :
       {"مشاركة واسعة في الانتخابات", "شارك الآلاف في المسيرة", "الحجم", "حجم الخط",
        "الطباعة ثلاثية الأبعاد", "فيسبوك تعتذر", "كبير", "- -", "", "حفظ الأمن"}) {
    CAPTURE(line);
    CHECK_FALSE(is_control_line(line));
  }
}

TEST_CASE("a text of very many lines is read as it stands") {
  std::string list = "عنوان القائمة\n";
  for (int line = 0; line < 100'001; ++line) list += "شارك\n";
  const Article page = article_of_page(list);
  CHECK(page.title == "عنوان القائمة");
  CHECK(page.body.size() == std::size_t{100'001} * 9 - 1);
}

TEST_CASE("nothing of a page's text is lost or made up") {
  const std::vector<std::string> lines{"",
                                       "شارك",
                                       kLead,
                                       "سطر قصير",
                                       "القاهرة - رويترز",
                                       "قارب عند الفجر | رويترز",
                                       "محليات",
                                       "12/5/2015",
                                       "كتب: سالم الحداد",
                                       "وقال إن الأمر انتهى.",
                                       " ",
                                       "Email"};
  CHECK(rc::check([&lines] {
    std::string text;
    for (const std::string& line :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(lines))) {
      text += line + "\n";
    }
    const Article page = article_of_page(text);
    RC_ASSERT(is_valid_utf8(page.title) && is_valid_utf8(page.body));
    // Every paragraph is in the body, as often as it stood there.
    const auto count = [](std::string_view in, std::string_view what) {
      std::size_t found = 0;
      for (std::size_t at = in.find(what); at != std::string_view::npos;
           at = in.find(what, at + what.size())) {
        ++found;
      }
      return found;
    };
    for (const std::string_view sentence : {std::string_view(kLead), std::string_view(lines[9])}) {
      RC_ASSERT(count(page.title + "\n" + page.body, sentence) == count(text, sentence));
    }
  }));
}

TEST_CASE("a real page saved as text") {
  const auto data = warraq::tests::real_data("formats/plain/albayan-2019-04.txt");
  if (!data) return;
  const warraq::tests::Reading reading = warraq::tests::read_all({data->string()});
  REQUIRE(reading.articles.size() == 1);
  const Article& page = reading.articles[0].article;
  CHECK(page.title.starts_with("الجيش"));
  CHECK(extra(page, "kicker").starts_with("المسماري: "));
  CHECK(extra(page, "caption_credit") == "رويترز");
  CHECK(page.body.starts_with("شهدت العاصمة"));
  for (const std::string_view furniture : {"Email", "الحجم الطبيعي", "| رويترز"}) {
    CHECK_FALSE(contains(to_json(page), furniture));
  }
  CHECK(contains(page.body, "\n\nتأمين كامل\n\n"));
}

}  // namespace
