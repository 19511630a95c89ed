#include "warraq/corpus/article.h"

namespace warraq::corpus {

std::size_t bytes_of(const Article& article) {
  std::size_t bytes = article.id.size() + article.title.size() + article.body.size() +
                      article.date.size() + article.source.size() + article.category.size() +
                      article.author.size() + article.agency.size() + article.url.size();
  for (const ExtraField& field : article.extra) bytes += field.name.size() + field.json.size();
  return bytes;
}

}  // namespace warraq::corpus
