#include "tools/library/c/parameters.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "warraq/error.h"

namespace warraq::c {
namespace {

using Json = nlohmann::json;

constexpr const char* kHint = "it is an object like {\"query\": \"…\", \"limit\": 10}";

std::string text_of(const std::string& name, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer() || value.is_boolean()) return value.dump();
  throw Error(ErrorCode::usage,
              "parameter \"" + name + "\" takes text, a whole number, true or false, or an array",
              kHint);
}

}  // namespace

searcher::Parameters read_parameters(const char* json) {
  searcher::Parameters parameters;
  if (json == nullptr || *json == '\0') return parameters;
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) {
    throw Error(ErrorCode::usage, "the parameters are no JSON object in UTF-8", kHint);
  }
  for (const auto& [name, value] : object.items()) {
    if (value.is_null()) continue;
    if (!value.is_array()) {
      parameters.add(name, text_of(name, value));
      continue;
    }
    for (const Json& each : value) parameters.add(name, text_of(name, each));
  }
  return parameters;
}

}  // namespace warraq::c
