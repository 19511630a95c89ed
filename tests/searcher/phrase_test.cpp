#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/test_archive.h"

namespace {

using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a phrase finds its words side by side and in order") {
  const TestArchive archive({article("phrase", "", "عقد مجلس الأمن جلسة طارئة"),
                             article("apart", "", "قال عضو مجلس النواب إن الأمن مستتب"),
                             article("reversed", "", "حفظ الأمن مجلس محلي")});
  CHECK(archive.ids("\"مجلس الأمن\"") == Ids{"phrase"});
  CHECK(archive.ids("«الأمن مجلس»") == Ids{"reversed"});
}

TEST_CASE("a word that is said twice at the very beginning is a phrase too") {
  const TestArchive archive(
      {article("twice", "", "لبيك لبيك يا وطن"), article("once", "", "لبيك يا وطن")});
  CHECK(archive.ids("\"لبيك لبيك\"") == Ids{"twice"});
}

TEST_CASE("phrases meet on the normalised level, not on stems") {
  const TestArchive archive({article("marks", "", "زار المُؤَسَّسَة الوطنية أمس"),
                             article("folded", "", "زار المؤسسه الوطنيه أمس"),
                             article("stem", "", "زار المؤسسات الوطنية أمس")});
  Ids found = archive.ids("\"المؤسسة الوطنية\"");
  CHECK(found.size() == 2);
  CHECK_FALSE(archive.finds("\"المؤسسة الوطنية\"", "stem"));
}

TEST_CASE("stop words keep their places in phrases") {
  const TestArchive archive({article("with", "", "اتفق الطرفان على وقف النار"),
                             article("without", "", "اتفق الطرفان وقف النار"),
                             article("other", "", "اتفق الطرفان في وقف النار")});
  CHECK(archive.ids("\"الطرفان على وقف\"") == Ids{"with"});
}

TEST_CASE("a stop word's form in a phrase stands for the name too") {
  const TestArchive archive({article("dotted", "", "فاز محمد علي بالبطولة"),
                             article("undotted", "", "فاز محمد على بالبطولة")});
  CHECK(archive.ids("\"محمد علي\"").size() == 2);
  CHECK(archive.ids("\"محمد على\"").size() == 2);
}

TEST_CASE("no phrase spans a title and a body") {
  const TestArchive archive({article("1", "زلزال يضرب الساحل", "الشرقي للبلاد شهد دمارا")});
  CHECK(archive.ids("\"الساحل الشرقي\"").empty());
  CHECK(archive.ids("\"يضرب الساحل\"") == Ids{"1"});
  CHECK(archive.ids("\"الشرقي للبلاد\"") == Ids{"1"});
}

TEST_CASE("a phrase must be there, and words beside it rank") {
  const TestArchive archive({article("phrase", "", "وصل قطار الليل إلى المحطة"),
                             article("both", "", "وصل قطار الليل إلى محطة تونس"),
                             article("word", "", "تونس الخضراء تونس")});
  CHECK(archive.ids("\"قطار الليل\" تونس") == Ids{"both", "phrase"});
}

TEST_CASE("an exact word is found in its own spelling only") {
  const TestArchive archive({article("hamza", "", "تابع الناس أخبار اليوم"),
                             article("bare", "", "تابع الناس اخبار اليوم"),
                             article("marked", "", "تابع الناس أَخْبَار اليوم"),
                             article("article", "", "تابع الناس الأخبار اليوم")});
  const Ids with_hamza = archive.ids("=أخبار");
  CHECK(with_hamza.size() == 2);
  CHECK(archive.finds("=أخبار", "hamza"));
  CHECK(archive.finds("=أخبار", "marked"));
  CHECK(archive.ids("=اخبار") == Ids{"bare"});
}

TEST_CASE("an exact phrase is settled on the text") {
  const TestArchive archive(
      {article("exact", "", "قرأ أخبار المدرسة صباحا"),
       // Both words are there, and the phrase is too, but not in these forms at one place.
       article("scattered", "", "قرأ اخبار المدرسة ثم أخبار المدينة ثم أنباء المدرسة"),
       article("title", "أخبار المدرسة", "لا شيء"), article("folded", "", "قرأ اخبار المدرسه")});
  const auto answer = archive.open().search(request_for("=\"أخبار المدرسة\""));
  CHECK(answer.hits.size() == 2);
  CHECK(answer.total == 2);
  CHECK(answer.total_is_exact);
  CHECK_FALSE(archive.finds("=\"أخبار المدرسة\"", "scattered"));
  CHECK(archive.ids("\"أخبار المدرسة\"").size() == 4);
}

TEST_CASE("--exact puts every word in its exact form") {
  const TestArchive archive({article("hamza", "", "أخبار اليوم"),
                             article("bare", "", "اخبار اليوم"),
                             article("stem", "", "الأخبار اليوم")});
  auto request = request_for("أخبار");
  request.exact = true;
  CHECK(archive.ids(request) == Ids{"hamza"});
}

TEST_CASE("a phrase through an abbreviation with and without dots") {
  const TestArchive archive({article("dotted", "", "نقلت وكالة أ.ف.ب عن مصدر"),
                             article("joined", "", "نقلت وكالة أفب عن مصدر")});
  CHECK(archive.ids("أفب").size() == 2);
  CHECK(archive.finds("\"وكالة أفب\"", "dotted"));
  CHECK(archive.finds("\"وكالة أ.ف.ب\"", "dotted"));
}
