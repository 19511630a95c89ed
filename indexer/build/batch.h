// Consecutive articles that become one small database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// Xapian commits by itself at 10,000 documents; a batch is to be one commit.
inline constexpr std::size_t kMaxBatchArticles = 9'000;

struct Batch {
  std::size_t number = 0;  ///< from 0, in the order in which articles are read
  std::vector<corpus::Article> articles;
  std::size_t bytes = 0;  ///< that its articles take, roughly

  void add(corpus::Article article);
  [[nodiscard]] bool is_full(std::size_t max_bytes) const;
};

/// Removes each article that a later one of the same id takes the place of; returns how many.
std::uint64_t drop_replaced(Batch& batch);

}  // namespace warraq::indexer
