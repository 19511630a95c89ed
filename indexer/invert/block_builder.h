// A term's documents put into blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/encoding.h"
#include "indexer/invert/term_blocks.h"

namespace warraq::indexer {

/// Takes a term's documents in ascending order, and writes them once all are known. Used by one
/// thread, again and again.
class BlockBuilder {
 public:
  void add(std::uint32_t document, std::uint32_t wdf) {
    if (blocks_.empty() || entries_.size() - blocks_.back().begin >= kFullBlockBytes) {
      blocks_.push_back({document, entries_.size()});
    } else {
      append(document - last_ - 1);
    }
    append(wdf);
    last_ = document;
    ++documents_;
  }

  /// Writes the term, if it has documents, and begins anew.
  void write(TermBlocksOutput& out, std::string_view term, std::uint64_t occurrences);

 private:
  void append(std::uint32_t number) {
    char bytes[glass::kMaxUint32Bytes];
    entries_.append(bytes, static_cast<std::size_t>(glass::write_uint(bytes, number) - bytes));
  }

  struct Beginning {
    std::uint32_t first_document;
    std::size_t begin;
  };

  std::string entries_;
  std::vector<Beginning> blocks_;
  std::uint32_t last_ = 0;
  std::uint32_t documents_ = 0;
};

}  // namespace warraq::indexer
