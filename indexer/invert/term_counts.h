// How often a term stands in each document of a run.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace warraq::indexer {

/// Takes the documents of one term in any order, several times too, and gives them in ascending
/// order: bits of 64 and of 4,096 documents say where there are any, so that nothing is sorted.
/// Used by one thread, again and again.
class TermCounts {
 public:
  explicit TermCounts(std::size_t documents)
      : wdfs_(documents), some_(documents / kBits + 1), many_(some_.size() / kBits + 1) {}

  void add(std::uint32_t document, std::uint32_t wdf) {
    const std::size_t group = document / kBits;
    wdfs_[document] += wdf;
    some_[group] |= std::uint64_t{1} << document % kBits;
    many_[group / kBits] |= std::uint64_t{1} << group % kBits;
  }

  /// Calls `take(document, wdf)` for each document, and begins anew.
  template <typename Take>
  void take_all(Take take) {
    for_each_bit(many_, 0, many_.size(), [&](std::size_t group) {
      for_each_bit(some_, group, group + 1, [&](std::size_t document) {
        take(static_cast<std::uint32_t>(document), wdfs_[document]);
        wdfs_[document] = 0;
      });
    });
  }

 private:
  static constexpr std::size_t kBits = 64;

  // Clears them.
  template <typename Take>
  static void for_each_bit(std::vector<std::uint64_t>& words, std::size_t begin, std::size_t end,
                           Take take) {
    for (std::size_t word = begin; word < end; ++word) {
      for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
        take(word * kBits + static_cast<std::size_t>(std::countr_zero(bits)));
      }
      words[word] = 0;
    }
  }

  std::vector<std::uint32_t> wdfs_;  ///< by document
  std::vector<std::uint64_t> some_;  ///< a bit for each document that has the term
  std::vector<std::uint64_t> many_;  ///< a bit for each word of `some_` that is not 0
};

}  // namespace warraq::indexer
