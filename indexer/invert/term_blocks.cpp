#include "indexer/invert/term_blocks.h"

#include <algorithm>

namespace warraq::indexer {

void TermBlocksOutput::begin_term(std::string_view term, const TermSummary& summary) {
  const auto differ = std::mismatch(term_.begin(), term_.end(), term.begin(), term.end());
  const auto shared = static_cast<std::size_t>(differ.first - term_.begin());
  stream_.put_number(shared);
  stream_.put_string(term.substr(shared));
  stream_.put_number(summary.documents);
  stream_.put_number(summary.occurrences);
  term_.assign(term);
}

void TermBlocksOutput::add(const Block& block) {
  stream_.put_number(block.entries.size());
  stream_.put_number(block.first_document);
  stream_.put_bytes(block.entries);
}

bool TermBlocksInput::next_term() {
  if (stream_.at_end()) return false;
  term_.resize(stream_.get_number<std::size_t>());
  term_.append(stream_.get_string());
  summary_.documents = stream_.get_number<std::uint32_t>();
  summary_.occurrences = stream_.get_number<std::uint64_t>();
  return true;
}

bool TermBlocksInput::next_block() {
  const auto bytes = stream_.get_number<std::size_t>();
  if (bytes == 0) return false;
  block_.first_document = stream_.get_number<std::uint32_t>();
  block_.entries = stream_.get_bytes(bytes);
  return true;
}

}  // namespace warraq::indexer
