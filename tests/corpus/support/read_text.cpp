#include "tests/corpus/support/read_text.h"

#include <algorithm>
#include <utility>

#include "tests/corpus/support/portions.h"

namespace warraq::tests {
Reading read_text(corpus::InputFormat format, std::string_view text, const TextOptions& options) {
  auto input = in_portions(std::string(text), options.portion);
  const auto reader = corpus::make_reader(
      format, std::move(input),
      {"news", options.max_article_bytes, corpus::parse_field_map(options.map)});
  return read_all(*reader);
}

std::string extra(const corpus::Article& article, std::string_view name) {
  const auto found =
      std::find_if(article.extra.begin(), article.extra.end(),
                   [&](const corpus::ExtraField& field) { return field.name == name; });
  return found == article.extra.end() ? std::string() : found->json;
}

}  // namespace warraq::tests
