#include "searcher/request/json_request.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "searcher/request/read_request.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using nlohmann::json;

[[noreturn]] void refuse(const std::string& name, std::string_view takes) {
  throw Error(ErrorCode::usage,
              "the member " + analyzers::isolate(name) + " takes " + std::string(takes));
}

std::string read_id(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  refuse("id", "a string or a whole number");
}

std::string text_of(const std::string& name, const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
  if (value.is_number_integer()) return value.dump();
  refuse(name, "a string, a whole number, true or false, or an array of strings");
}

void add_member(const std::string& name, const json& value, Parameters& parameters) {
  parameters.remove(name);
  if (!value.is_array()) {
    parameters.add(name, text_of(name, value));
    return;
  }
  for (const json& each : value) {
    if (!each.is_string()) refuse(name, "strings in its array");
    parameters.add(name, each.get<std::string>());
  }
}

}  // namespace

Parameters read_json_request(std::string_view line, Parameters base, std::string& id) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) {
    throw Error(ErrorCode::usage, "the line is no JSON object",
                "a line that begins with { is one: {\"query\": \"…\", \"limit\": 5}");
  }
  if (const auto given = object.find("id"); given != object.end()) id = read_id(*given);
  Parameters named;
  for (const auto& [name, value] : object.items()) {
    if (name == "id") continue;
    named.add(name, {});
    add_member(name, value, base);
  }
  require_known(named, request_parameters());
  return base;
}

}  // namespace warraq::searcher
