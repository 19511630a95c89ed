// The best of a stream of articles.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "searcher/engine/found_article.h"

namespace warraq::searcher {

/// Keeps the `count` best by score, of equals those of lower numbers.
class BestArticles {
 public:
  explicit BestArticles(std::size_t count) : count_(count) {}

  void offer(Xapian::docid document, double score) {
    if (score < least_) return;
    const FoundArticle article{document, score, false};
    if (heap_.size() == count_) {
      if (heap_.empty() || !is_better(article, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.pop_back();
    }
    heap_.push_back(article);
    std::push_heap(heap_.begin(), heap_.end(), is_better);
    if (heap_.size() == count_) least_ = heap_.front().score;
  }

  /// The best first.
  [[nodiscard]] std::vector<FoundArticle> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  static bool is_better(const FoundArticle& left, const FoundArticle& right) {
    if (left.score != right.score) return left.score > right.score;
    return left.document < right.document;
  }

  std::size_t count_;
  double least_ = 0;  // what is below has no place
  std::vector<FoundArticle> heap_;
};

}  // namespace warraq::searcher
