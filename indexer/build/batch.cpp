#include "indexer/build/batch.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace warraq::indexer {
void Batch::add(corpus::Article article) {
  bytes += sizeof(corpus::Article) + corpus::bytes_of(article) +
           article.extra.size() * sizeof(corpus::ExtraField);
  articles.push_back(std::move(article));
}

bool Batch::is_full(std::size_t max_bytes) const {
  return bytes >= max_bytes || articles.size() >= kMaxBatchArticles;
}

std::uint64_t drop_replaced(Batch& batch) {
  std::unordered_set<std::string_view> seen;
  std::vector<bool> replaced(batch.articles.size());
  for (std::size_t i = batch.articles.size(); i-- > 0;) {
    replaced[i] = !seen.insert(batch.articles[i].id).second;
  }
  const auto count = std::count(replaced.begin(), replaced.end(), true);
  if (count == 0) return 0;
  std::vector<corpus::Article> kept;
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    if (!replaced[i]) kept.push_back(std::move(batch.articles[i]));
  }
  batch.articles = std::move(kept);
  return static_cast<std::uint64_t>(count);
}

}  // namespace warraq::indexer
