// Which articles share a key, of any number of articles, in a bounded memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <queue>
#include <vector>

#include "indexer/duplicates/sketch.h"
#include "indexer/invert/stream.h"

namespace warraq::indexer {

/// Takes articles' keys and gives them back in order. What does not fit into memory is sorted into
/// files, which are merged. Used by one thread. Throws std::system_error.
class KeySorter {
 public:
  /// Files, where there are any, are named keys-N in `folder`, and removed by finish() or when it
  /// dies.
  KeySorter(std::filesystem::path folder, std::size_t memory);
  KeySorter(const KeySorter&) = delete;
  KeySorter& operator=(const KeySorter&) = delete;
  ~KeySorter();

  /// Articles come in ascending order.
  void add(const SketchKeys& keys, std::uint32_t article);

  /// Calls `take(key, article)` by key, then by article. Once, as the last thing.
  template <typename Take>
  void finish(Take take) {
    sort();
    if (files_.empty()) {
      for (const std::uint64_t entry : entries_) take(key_of(entry), article_of(entry));
    } else {
      spill();
      merge(take);
    }
  }

 private:
  [[nodiscard]] static std::uint32_t key_of(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry >> 32U);
  }
  [[nodiscard]] static std::uint32_t article_of(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry);
  }

  /// A sorted file, being read.
  class Sorted {
   public:
    explicit Sorted(const std::filesystem::path& path) : stream_(path) {}
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint64_t entry() const { return entry_; }

   private:
    InputStream stream_;
    std::uint64_t entry_ = 0;
  };

  void sort() { std::sort(entries_.begin(), entries_.end()); }
  void spill();

  template <typename Take>
  void merge(Take take) {
    std::vector<Sorted> sorted;
    sorted.reserve(files_.size());
    using Next = std::pair<std::uint64_t, std::size_t>;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> waiting;
    for (const std::filesystem::path& file : files_) {
      sorted.emplace_back(file);
      if (sorted.back().next()) waiting.emplace(sorted.back().entry(), sorted.size() - 1);
    }
    while (!waiting.empty()) {
      const auto [entry, file] = waiting.top();
      waiting.pop();
      take(key_of(entry), article_of(entry));
      if (sorted[file].next()) waiting.emplace(sorted[file].entry(), file);
    }
  }

  std::filesystem::path folder_;
  std::size_t most_;                    ///< entries in memory
  std::vector<std::uint64_t> entries_;  ///< key and article
  std::vector<std::filesystem::path> files_;
};

}  // namespace warraq::indexer
