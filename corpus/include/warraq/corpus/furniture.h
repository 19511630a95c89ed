// Page furniture: what a source prints in article after article and no reader searches for. Found
// by counting, with no list of phrases. FURNITURE.md has the rules and how well they do.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/article.h"
#include "warraq/corpus/text_range.h"

namespace warraq::corpus {

/// The name of the article's source: its `source`, else its URL's host, else the folder, or the
/// file of many articles, in its id; empty where it has none of them.
[[nodiscard]] std::string_view furniture_source(const Article& article);

struct FurnitureLimits {
  /// The most that the counts take, in bytes. What there is no room for is forgotten, the rarest
  /// first.
  std::size_t memory = std::size_t{16} << 20;
  /// A line is furniture once it stood at the beginning or end of so many articles of its source,
  std::size_t articles = 8;
  /// and of so many in a thousand; inside articles three times, long lines twice as many.
  std::size_t per_thousand = 1;
  /// What is only a part of a line, a sentence at its end or what stands before its first dash, is
  /// as often a phrase that journalists repeat: it must stand in so many,
  std::size_t part_articles = 16;
  /// and in so many of a thousand.
  std::size_t part_per_thousand = 20;
};

/// Counts the lines of each source's articles and the sentences at either end of them, and tells
/// which are furniture. An article's source is its `source`, else its URL's host, else the folder
/// or file in its id. Copies and updates of an article count once. What it finds depends on the
/// articles and, for each source, their order, and on nothing else, as long as the memory is not
/// full. Not to be shared by threads while counted into; find() may be called by several.
class FurnitureCounter {
 public:
  explicit FurnitureCounter(FurnitureLimits limits = {});
  FurnitureCounter(FurnitureCounter&&) noexcept;
  FurnitureCounter& operator=(FurnitureCounter&&) noexcept;
  FurnitureCounter(const FurnitureCounter&) = delete;
  FurnitureCounter& operator=(const FurnitureCounter&) = delete;
  ~FurnitureCounter();

  /// Counts `article` and gives what is furniture in it by what was counted so far, itself
  /// included.
  std::vector<TextRange> count(const Article& article);

  /// The ranges of `article.body` that are furniture: whole lines without their line feeds, or
  /// parts of the first and last line; in order, apart. Never all that there is to read.
  [[nodiscard]] std::vector<TextRange> find(const Article& article) const;

  /// What was counted, for load() on this or any machine: lines met once are left out.
  [[nodiscard]] std::string save() const;
  /// Nothing if `saved` is not what save() gave, or damaged.
  [[nodiscard]] static std::optional<FurnitureCounter> load(std::string_view saved,
                                                            FurnitureLimits limits = {});

  /// Bytes taken by the counts.
  [[nodiscard]] std::size_t memory() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warraq::corpus
