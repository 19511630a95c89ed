#include "corpus/xml/texts.h"

#include <algorithm>
#include <array>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

bool is_markup(std::string_view text, Escaping escaping) {
  return holds_html(text) ||
         (escaping == Escaping::twice && text.find('&') != std::string_view::npos);
}

}  // namespace

std::string_view attribute_text(const Element& element) {
  constexpr std::array<std::string_view, 9> kNames{"href",     "url",  "src",  "value",  "content",
                                                   "resource", "when", "norm", "literal"};
  for (const std::string_view name : kNames) {
    const std::string_view value = element.attribute(name);
    if (!value.empty()) return value;
  }
  return {};
}

std::string body_text(const Element& element, Escaping escaping) {
  std::string text = lines_of(element);
  return is_markup(text, escaping) ? lines_of_html(text) : text;
}

std::string line_text(const Element& element, Escaping escaping) {
  if (!element) return {};
  std::string text = line_of(element);
  if (is_markup(text, escaping)) text = without_line_ends(lines_of_html(text));
  return is_blank(text) ? std::string(attribute_text(element)) : text;
}

}  // namespace warraq::corpus
