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

HttpAnswer error_answer(const Refusal& refusal) {
  return error_answer(refusal.status, refusal.message, refusal.hint);
}

unsigned status_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::usage:
    case ErrorCode::query:
      return 400;
    case ErrorCode::no_archive:
    case ErrorCode::locked:
    case ErrorCode::io:
      return 503;
    case ErrorCode::timeout:
      return 504;
    default:
      return 500;
  }
}

}  // namespace warraq::searcher::serve
