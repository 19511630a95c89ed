// The first articles of each source, held back until its furniture can be told.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// What repeats in a source is known only once some of its articles were counted: until then they
/// wait here. They leave in the order in which they came, those of one source; and as long as one
/// waits, a later article of its id takes its place. Memory: kMostBytes of articles or one more,
/// and the names of kMostSources sources; beyond either, articles pass at once. Not thread-safe.
class HeldArticles {
 public:
  static constexpr std::size_t kEnough = 64;  ///< articles of a source
  static constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  static constexpr std::size_t kMostSources = 10'000;

  /// Takes the next article of `source`. Returns whether one that was held is dropped for it,
  /// because it has the same id.
  bool take(std::string_view source, corpus::Article article);
  struct Released {
    corpus::Article article;
    bool waited = false;  ///< more of its source was taken meanwhile
  };
  /// The next article that need not wait, or no longer.
  [[nodiscard]] std::optional<Released> next();
  /// No more are coming: none has to wait.
  void release_all();

 private:
  struct Source {
    std::size_t seen = 0;
    std::deque<corpus::Article> held;
  };

  bool drop(const std::string& id);
  void release(Source& source);

  std::unordered_map<std::string, Source> sources_;
  std::deque<std::string> order_;                                ///< of sources, as they came first
  std::unordered_map<std::string, std::string> source_of_held_;  ///< by id
  std::size_t held_bytes_ = 0;
  std::deque<Released> ready_;
};

}  // namespace warraq::indexer
