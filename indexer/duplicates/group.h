// Groups of near duplicates among articles in their order, in time linear in their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

#include "indexer/duplicates/key_sorter.h"
#include "indexer/duplicates/sketch.h"
#include "indexer/invert/stream.h"

namespace warraq::indexer {

/// An article is compared with no more than these, the last before it, of those that share a key
/// with it. Otherwise a formula in a million articles would have each compared with all.
inline constexpr std::size_t kMostCompared = 8;

/// What is kept of an article until it is grouped.
struct SketchedArticle {
  std::uint64_t group = 0;  ///< its group where it is the first of one: archive::duplicate_group()
  Sketch sketch;
};

void put_sketch(OutputStream& out, const SketchedArticle& article);
[[nodiscard]] SketchedArticle get_sketch(InputStream& in);

/// Who is whose duplicate. Takes twelve bytes of memory an article. Any number of threads may read
/// it.
class DuplicateGroups {
 public:
  /// Nobody is anybody's.
  DuplicateGroups() = default;
  /// Of each article, the first one of its group, and the group that it would begin itself.
  DuplicateGroups(std::vector<std::uint32_t> firsts, std::vector<std::uint64_t> own)
      : firsts_(std::move(firsts)), own_(std::move(own)) {}

  /// Whether it is of the group of an earlier one.
  [[nodiscard]] bool has_joined(std::uint32_t article) const {
    return article < firsts_.size() && firsts_[article] != article;
  }
  [[nodiscard]] std::uint64_t group_of(std::uint32_t article) const {
    return own_[firsts_[article]];
  }
  /// Calls `take(article, group)` for those, in ascending order.
  template <typename Take>
  void for_each_joined(Take take) const {
    for (std::uint32_t article = 0; article < firsts_.size(); ++article) {
      if (has_joined(article)) take(article, group_of(article));
    }
  }
  /// The group of each document, whose numbers are those of the articles from 1, as
  /// archive::read_duplicate_groups() has them.
  [[nodiscard]] std::vector<std::uint64_t> by_document() const;

 private:
  std::vector<std::uint32_t> firsts_;
  std::vector<std::uint64_t> own_;
};

/// Takes articles one by one in their order and groups them: those of which two and two are near
/// duplicates in a chain are one group. Used by one thread. Throws std::system_error.
class DuplicateFinder {
 public:
  /// Keeps its files in the folder `work`, and up to `memory` bytes besides twelve an article.
  DuplicateFinder(const std::filesystem::path& work, std::size_t memory);

  void add(const SketchedArticle& article);
  /// After the last article. Throws Stopped.
  [[nodiscard]] DuplicateGroups find(const std::stop_token& stop);

 private:
  std::filesystem::path path_;
  OutputStream sketches_;
  KeySorter keys_;
  std::vector<std::uint64_t> groups_;  ///< that each article would begin
};

}  // namespace warraq::indexer
