#include "searcher/serve/http/error_answer.h"

#include <nlohmann/json.hpp>

namespace warraq::searcher::serve {

HttpAnswer error_answer(unsigned status, std::string_view message, std::string_view hint) {
  nlohmann::ordered_json error = {{"status", status}, {"message", message}};
  if (!hint.empty()) error["hint"] = hint;
  const nlohmann::ordered_json object = {{"version", 1}, {"error", error}};
  HttpAnswer answer;
  answer.status = status;
  answer.content_type = "application/json; charset=utf-8";
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.body =
      object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  return answer;
}

}  // namespace warraq::searcher::serve
