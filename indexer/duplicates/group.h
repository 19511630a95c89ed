// Groups of near duplicates among articles in their order, in time linear in their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
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

/// Sketched articles in a file, by their number from 0. Any number of threads may read it.
class SketchFile {
 public:
  explicit SketchFile(const std::filesystem::path& path);
  SketchFile(const SketchFile&) = delete;
  SketchFile& operator=(const SketchFile&) = delete;
  ~SketchFile();

  /// Throws std::system_error.
  [[nodiscard]] SketchedArticle read(std::uint32_t article) const;

 private:
  int descriptor_;
};

/// Who is whose duplicate. Takes four bytes of memory an article. Any number of threads may read
/// it.
class DuplicateGroups {
 public:
  /// Nobody is anybody's.
  DuplicateGroups() = default;
  DuplicateGroups(std::vector<std::uint32_t> firsts, std::unique_ptr<const SketchFile> sketches)
      : firsts_(std::move(firsts)), sketches_(std::move(sketches)) {}

  /// Whether it is of the group of an earlier one.
  [[nodiscard]] bool has_joined(std::uint32_t article) const {
    return article < firsts_.size() && firsts_[article] != article;
  }
  /// Calls `take(article, group)` for those, in ascending order. Throws std::system_error.
  template <typename Take>
  void for_each_joined(Take take) const {
    for (std::uint32_t article = 0; article < firsts_.size(); ++article) {
      if (has_joined(article)) take(article, sketches_->read(firsts_[article]).group);
    }
  }

 private:
  std::vector<std::uint32_t> firsts_;  ///< the first article of each one's group
  std::unique_ptr<const SketchFile> sketches_;
};

/// Takes articles one by one in their order and groups them: those of which two and two are near
/// duplicates in a chain are one group. Used by one thread. Throws std::system_error.
class DuplicateFinder {
 public:
  /// Keeps its files in the folder `work`, and up to `memory` bytes besides four an article.
  DuplicateFinder(const std::filesystem::path& work, std::size_t memory);

  void add(const SketchedArticle& article);
  /// After the last article. Throws Stopped.
  [[nodiscard]] DuplicateGroups find(const std::stop_token& stop);

 private:
  std::filesystem::path path_;
  OutputStream sketches_;
  KeySorter keys_;
  std::uint32_t articles_ = 0;
};

}  // namespace warraq::indexer
