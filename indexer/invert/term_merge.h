// The postings of several runs, read as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/invert/run.h"
#include "indexer/invert/term_blocks.h"

namespace warraq::indexer {

/// Goes through the terms of runs that follow one another. Used by one thread.
class TermMerge {
 public:
  /// One of the runs that have the term.
  struct Part {
    TermBlocksInput* input = nullptr;
    std::uint32_t base = 0;  ///< what the numbers of its documents count from
  };

  /// Numbers of documents count from `first` on.
  TermMerge(std::span<const Run> runs, std::uint32_t first);

  /// On to the next term, once all blocks of all parts were read; false after the last.
  [[nodiscard]] bool next();
  [[nodiscard]] const std::string& term() const { return parts_.front().input->term(); }
  [[nodiscard]] const TermSummary& summary() const { return summary_; }
  /// In the order of the runs.
  [[nodiscard]] std::span<const Part> parts() const { return parts_; }

 private:
  struct Waiting {
    std::uint64_t beginning = 0;  ///< of its term
    std::uint32_t run = 0;
  };

  void wait_for(std::uint32_t run);
  [[nodiscard]] bool after(const Waiting& left, const Waiting& right) const;

  std::vector<TermBlocksInput> inputs_;
  std::vector<std::uint32_t> bases_;
  std::vector<Waiting> waiting_;  ///< a heap, the first to be read on top
  std::vector<std::uint32_t> current_;
  std::vector<Part> parts_;
  TermSummary summary_;
};

}  // namespace warraq::indexer
