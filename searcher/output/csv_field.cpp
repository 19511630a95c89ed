#include "searcher/output/csv_field.h"

namespace warraq::searcher::output {
namespace {

// A spreadsheet runs a field that begins like a formula, whoever wrote it; an apostrophe stops it
// (OWASP, "CSV Injection").
bool looks_like_formula(std::string_view field) {
  constexpr std::string_view kStarts = "=+-@\t\r";
  return !field.empty() && kStarts.find(field.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_field(std::string_view field) {
  std::string text(looks_like_formula(field) ? "'" : "");
  text += field;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char byte : text) {
    if (byte == '"') result += '"';
    result += byte;
  }
  return result + '"';
}

}  // namespace warraq::searcher::output
