// The articles of a JSON lines file, for benchmarks.
#pragma once

#include <simdjson.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace warraq::bench {

/// Views that hold until the next article is read.
struct Article {
  std::string_view id;
  std::string_view title;
  std::string_view body;
};

/// Calls `take(article)` for each line; a field that is absent is empty. Throws std::runtime_error
/// where the file cannot be read, simdjson::simdjson_error where a line cannot.
template <typename Take>
void for_each_article(const std::string& file, Take take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + ": missing or unreadable");
  simdjson::dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const simdjson::dom::element object = parser.parse(line);
    const auto field = [&](std::string_view name) {
      std::string_view text;
      return object[name].get(text) == simdjson::SUCCESS ? text : std::string_view{};
    };
    take(Article{field("id"), field("title"), field("body")});
  }
}

}  // namespace warraq::bench
