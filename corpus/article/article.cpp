#include "warraq/corpus/article.h"

#include <algorithm>
#include <array>

#include "corpus/article/extra.h"

namespace warraq::corpus {

std::size_t bytes_of(const Article& article) {
  std::size_t bytes = article.id.size() + article.title.size() + article.body.size() +
                      article.date.size() + article.source.size() + article.category.size() +
                      article.author.size() + article.agency.size() + article.url.size();
  for (const ExtraField& field : article.extra) bytes += field.name.size() + field.json.size();
  return bytes;
}

std::string_view searched_text(const Article& article, std::string& buffer) {
  const auto beside = [&](std::string_view name) { return extra_text(article, name); };
  const std::array<std::string, 2> texts{beside("kicker"), beside("caption")};
  const bool has_more = std::any_of(texts.begin(), texts.end(),
                                    [](const std::string& text) { return !text.empty(); });
  if (article.furniture.empty() && !has_more) return article.body;
  buffer = article.body;
  for (const TextRange& range : article.furniture) {
    std::fill(buffer.begin() + static_cast<std::ptrdiff_t>(range.begin),
              buffer.begin() + static_cast<std::ptrdiff_t>(range.end), '\n');
  }
  for (const std::string& text : texts) {
    if (!text.empty()) buffer += '\n' + text;
  }
  return buffer;
}

}  // namespace warraq::corpus
