// What stands behind an Analysis.
#pragma once

#include <unicode/brkiter.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/arena.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::analyzers {

struct Analysis::Storage {
  std::vector<Token> tokens;
  Arena arena;  ///< the bytes that the tokens' views show
  std::size_t invalid_sequences = 0;
  std::uint32_t position_count = 0;

  // Scratch, kept for its capacity and because ICU's break iterators are not thread-safe.
  std::vector<Token> joined;
  std::string stem_scratch;
  std::unique_ptr<icu::BreakIterator> word_breaks;  ///< made when a text first needs it

  /// Forgets the last text; keeps memory, but not what only a giant needed.
  void clear();
};

}  // namespace warraq::analyzers
