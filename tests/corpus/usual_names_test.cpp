#include <doctest/doctest.h>

#include <string>

#include "corpus/readers/usual_names.h"

namespace {

using warraq::corpus::usual_name;

std::string field_of(std::string_view name) {
  const auto usual = usual_name(name);
  return usual ? std::string(usual->field) : std::string();
}

TEST_CASE("columns are known by what they are usually called") {
  for (const char* name : {"title", "Title", " HEADLINE ", "العنوان", "عنوان", "عُنوان", "عنـوان",
                           "عنوان الخبر", "article_title", "Titre"}) {
    CAPTURE(name);
    CHECK(field_of(name) == "title");
  }
  for (const char* name : {"body", "Text", "content", "نص", "النص", "المحتوى", "المحتوي", "المتن",
                           "نص_الخبر", "Contenu"}) {
    CAPTURE(name);
    CHECK(field_of(name) == "body");
  }
  for (const char* name :
       {"date", "PubDate", "pub_date", "Published-At", "تاريخ", "التاريخ", "تاريخ النشر"}) {
    CAPTURE(name);
    CHECK(field_of(name) == "date");
  }
  CHECK(field_of("post_title") == "title");
  CHECK(field_of("post_content") == "body");
  CHECK(field_of("post_date") == "date");
  CHECK(field_of("post_author") == "author");
  CHECK(field_of("permalink") == "url");
  CHECK(field_of("الصحيفة") == "source");
  CHECK(field_of("الجريده") == "source");
  CHECK(field_of("القسم") == "category");
  CHECK(field_of("بقلم") == "author");
  CHECK(field_of("الوكالة") == "agency");
  CHECK(field_of("الرابط") == "url");
  CHECK(field_of("الرقم") == "id");
}

TEST_CASE("what is called otherwise is none of them") {
  for (const char* name : {"", " ", "ملاحظات", "نصف", "content length", "subtitle", "ال", "ids"}) {
    CAPTURE(name);
    CHECK(field_of(name).empty());
  }
  CHECK(field_of(std::string(1000, 'x')).empty());
}

TEST_CASE("of two usual names one is more to the point") {
  CHECK(usual_name("title")->rank < usual_name("subject")->rank);
  CHECK(usual_name("text")->rank < usual_name("story")->rank);
}

}  // namespace
