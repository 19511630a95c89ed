#include "corpus/html_fields.h"

#include <optional>
#include <string>
#include <utility>

#include "corpus/article/text.h"
#include "corpus/markup/lines.h"
#include "corpus/markup/references.h"

namespace warraq::corpus {
namespace {

/// Nothing where `field` is plain text already.
std::optional<std::string> stripped(const std::string& field) {
  if (holds_html(field)) return lines_of_html(field);
  if (field.find('&') == std::string::npos) return std::nullopt;
  std::string resolved;
  append_resolved(resolved, field, nullptr, field.size());
  return holds_html(resolved) ? lines_of_html(resolved) : resolved;
}

}  // namespace

bool strip_html(Article& article) {
  std::optional<std::string> title = stripped(article.title);
  std::optional<std::string> body = stripped(article.body);
  if (title) title = without_line_ends(*title);
  if (is_blank(title ? *title : article.title) && is_blank(body ? *body : article.body)) {
    return false;
  }
  if (title) article.title = *std::move(title);
  if (body) article.body = *std::move(body);
  return true;
}

}  // namespace warraq::corpus
