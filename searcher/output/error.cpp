#include "searcher/output/error.h"

#include "searcher/output/format.h"
#include "searcher/output/json_hit.h"

namespace warraq::searcher::output {

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::no_archive:
      return "no_archive";
    case ErrorCode::locked:
      return "locked";
    case ErrorCode::incompatible:
      return "incompatible";
    case ErrorCode::query:
      return "query";
    case ErrorCode::io:
      return "io";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

void print_error(std::ostream& out, Format format, std::string_view query_id, const Error& error) {
  Json object = Json::object();
  if (format == Format::jsonl) object["type"] = "error";
  object["version"] = kVersion;
  if (!query_id.empty()) object["qid"] = query_id;
  Json& inside = object["error"] = {{"code", code_name(error.code())}, {"message", error.what()}};
  if (!error.hint().empty()) inside["hint"] = error.hint();
  out << to_text(object) << '\n';
}

}  // namespace warraq::searcher::output
