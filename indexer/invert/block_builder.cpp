#include "indexer/invert/block_builder.h"

namespace warraq::indexer {

void BlockBuilder::write(TermBlocksOutput& out, std::string_view term, std::uint64_t occurrences) {
  if (blocks_.empty()) return;
  out.begin_term(term, {documents_, occurrences});
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const std::size_t end = i + 1 < blocks_.size() ? blocks_[i + 1].begin : entries_.size();
    out.add({blocks_[i].first_document,
             std::string_view(entries_).substr(blocks_[i].begin, end - blocks_[i].begin)});
  }
  out.end_term();
  entries_.clear();
  blocks_.clear();
  documents_ = 0;
}

}  // namespace warraq::indexer
