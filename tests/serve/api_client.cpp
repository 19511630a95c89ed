#include "tests/serve/api_client.h"

#include <doctest/doctest.h>

namespace warraq::tests {
namespace {

using searcher::serve::HttpAnswer;
using searcher::serve::HttpRequest;

std::vector<corpus::Article> articles() {
  std::vector<corpus::Article> result = {
      article("harbour", "إعادة فتح الميناء", "أعيد فتح ميناء المدينة أمام سفن الصيد صباح الأحد.",
              "2018-03-04"),
      article("library", "المكتبة العامة تستقبل زوارها", "فتحت المكتبة أبوابها بعد الترميم.",
              "2019-05-01"),
      article("خبر/عاجل?#%", "الميناء مغلق", "أغلق الميناء بسبب الرياح القوية.", "2019-06-02"),
  };
  for (corpus::Article& each : result) each.source = "جريدة الاختبار";
  return result;
}

}  // namespace

ApiClient::ApiClient() : archive_(articles()), searcher_(archive_.open()) {
  options_.archive = archive_.path();
}

HttpAnswer ApiClient::get(const std::vector<std::string>& segments,
                          const std::vector<Parameter>& parameters,
                          const std::string& if_none_match) {
  HttpRequest request;
  request.method = "GET";
  request.segments = segments;
  for (const std::string& segment : segments) request.path += '/' + segment;
  request.target = request.path;
  for (const auto& [name, value] : parameters) {
    request.parameters.add(name, value);
    request.target.append("&").append(name).append("=").append(value);
  }
  if (!if_none_match.empty()) request.headers.emplace_back("if-none-match", if_none_match);
  searcher_.refresh();
  return searcher::serve::answer_api({request, searcher_, options_});
}

nlohmann::json ApiClient::json(const std::vector<std::string>& segments,
                               const std::vector<Parameter>& parameters) {
  const HttpAnswer answer = get(segments, parameters);
  REQUIRE(answer.status == 200);
  REQUIRE(answer.content_type == "application/json; charset=utf-8");
  return nlohmann::json::parse(answer.body);
}

std::string header_of(const HttpAnswer& answer, const std::string& name) {
  for (const auto& [known, value] : answer.headers) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace warraq::tests
