#include "searcher/request/json_request.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

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

// Of members of one name a parser keeps one, and which of them is meant nobody can say.
void require_new(const std::string& name, std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    throw Error(ErrorCode::usage, "the member " + analyzers::isolate(name) + " is there twice",
                "several values of one are an array of strings");
  }
  names.push_back(name);
}

json read_object(std::string_view text) {
  std::vector<std::string> names;
  const auto look_at = [&names](int depth, json::parse_event_t event, const json& parsed) {
    const bool is_member = depth == 1 && event == json::parse_event_t::key;
    if (is_member) require_new(parsed.get_ref<const std::string&>(), names);
    return true;
  };
  json object = json::parse(text, look_at, false);
  if (object.is_object()) return object;
  throw Error(ErrorCode::usage, "the request is no JSON object in UTF-8",
              "an object is like {\"query\": \"…\", \"limit\": 5}");
}

Parameters with_members(const json& object, Parameters parameters) {
  for (const auto& [name, value] : object.items()) add_member(name, value, parameters);
  return parameters;
}

}  // namespace

Parameters read_json_parameters(std::string_view text, Parameters base) {
  return with_members(read_object(text), std::move(base));
}

Parameters read_json_request(std::string_view line, Parameters base, std::string& id) {
  json object = read_object(line);
  if (const auto given = object.find("id"); given != object.end()) {
    id = read_id(*given);
    object.erase(given);
  }
  Parameters named;
  for (const auto& [name, value] : object.items()) named.add(name, {});
  require_known(named, request_parameters());
  return with_members(object, std::move(base));
}

}  // namespace warraq::searcher
