#include <doctest/doctest.h>

#include "searcher/serve/api/etag.h"
#include "tests/serve/api_client.h"

namespace warraq::tests {

using searcher::serve::names_all;
using searcher::serve::names_tag;

TEST_CASE("If-None-Match is a list of tags, compared weakly") {
  const std::string tag = R"(W/"abc")";
  CHECK(names_tag(R"(W/"abc")", tag));
  CHECK(names_tag(R"("abc")", tag));
  CHECK(names_tag(R"("x", W/"y" ,W/"abc")", tag));
  CHECK(names_tag(R"("with, comma", "abc")", tag));
  CHECK(names_tag(R"(,, "abc",)", tag));
  CHECK_FALSE(names_tag(R"("abcd")", tag));
  CHECK_FALSE(names_tag(R"("x, "abc)", tag));
  CHECK_FALSE(names_tag("abc", tag));
  CHECK_FALSE(names_tag("", tag));
  CHECK_FALSE(names_tag("*", tag));
  CHECK_FALSE(names_tag(R"(W/)", tag));
  CHECK(names_all("*"));
  CHECK_FALSE(names_all(R"("*")"));
}

TEST_CASE("an answer is not sent again until the archive changes") {
  ApiClient client;
  const std::vector<Parameter> query = {{"query", "الميناء"}};
  const auto first = client.get({"v1", "search"}, query);
  const std::string tag = header_of(first, "ETag");
  CHECK(tag.starts_with("W/\""));
  CHECK(header_of(first, "Cache-Control") == "no-cache");
  const auto again = client.get({"v1", "search"}, query, tag);
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(header_of(again, "ETag") == tag);
  CHECK(client.get({"v1", "search"}, {{"query", "المكتبة"}}, tag).status == 200);
  client.archive().add({article("new", "الميناء يفتح", "فتح الميناء أمام السفن.")});
  CHECK(client.get({"v1", "search"}, query, tag).status == 200);
}

TEST_CASE("* stands for whatever there is, and not for what there is not") {
  ApiClient client;
  CHECK(client.get({"v1", "articles", "harbour"}, {}, "*").status == 304);
  CHECK(client.get({"v1", "articles", "none"}, {}, "*").status == 404);
}

TEST_CASE("errors and exports carry no tag and are not kept") {
  ApiClient client;
  const auto missing = client.get({"v1", "articles", "none"});
  CHECK(header_of(missing, "ETag").empty());
  CHECK(header_of(missing, "Cache-Control") == "no-store");
  const auto exported = client.get({"v1", "export"}, {{"query", "الميناء"}});
  CHECK(header_of(exported, "ETag").empty());
  CHECK(header_of(exported, "Cache-Control") == "no-store");
}

}  // namespace warraq::tests
