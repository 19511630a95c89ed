#include "warraq/corpus/article.h"

#include <algorithm>

namespace warraq::corpus {

std::size_t bytes_of(const Article& article) {
  std::size_t bytes = article.id.size() + article.title.size() + article.body.size() +
                      article.date.size() + article.source.size() + article.category.size() +
                      article.author.size() + article.agency.size() + article.url.size();
  for (const ExtraField& field : article.extra) bytes += field.name.size() + field.json.size();
  return bytes;
}

std::string_view searched_body(const Article& article, std::string& buffer) {
  if (article.furniture.empty()) return article.body;
  buffer = article.body;
  for (const TextRange& range : article.furniture) {
    std::fill(buffer.begin() + static_cast<std::ptrdiff_t>(range.begin),
              buffer.begin() + static_cast<std::ptrdiff_t>(range.end), '\n');
  }
  return buffer;
}

}  // namespace warraq::corpus
