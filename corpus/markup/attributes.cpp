#include "corpus/markup/attributes.h"

#include <algorithm>

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\n\f";

void skip_white_space(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
}

std::string_view take(std::string_view& text, std::size_t size) {
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(taken.size());
  return taken;
}

std::string_view take_value(std::string_view& text) {
  const char quote = text.empty() ? ' ' : text[0];
  if (quote != '"' && quote != '\'') return take(text, text.find_first_of(kWhiteSpace));
  text.remove_prefix(1);
  const std::string_view value = take(text, text.find(quote));
  if (!text.empty()) text.remove_prefix(1);
  return value;
}

}  // namespace

std::optional<WrittenAttribute> take_attribute(std::string_view& attributes) {
  attributes.remove_prefix(
      std::min(attributes.find_first_not_of(" \t\n\f=/\"'"), attributes.size()));
  if (attributes.empty()) return std::nullopt;
  WrittenAttribute attribute;
  attribute.name = take(attributes, attributes.find_first_of(" \t\n\f="));
  skip_white_space(attributes);
  if (!attributes.starts_with('=')) return attribute;
  attributes.remove_prefix(1);
  skip_white_space(attributes);
  attribute.value = take_value(attributes);
  return attribute;
}

}  // namespace warraq::corpus
