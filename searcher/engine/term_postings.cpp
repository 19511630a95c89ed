#include "searcher/engine/term_postings.h"

#include <algorithm>

namespace warraq::searcher {

TermPostings::TermPostings(const archive::OpenedDatabase& database, const std::string& term)
    : database_(&database), term_(term), block_(std::make_unique<ScoredBlock>()) {
  if (database.packed) {
    lengths_ = database.packed->lengths();
    list_ = database.packed->find(term);
  }
  if (list_) {
    documents_ = list_->documents();
  } else {
    documents_ = database.database.get_termfreq(term);
    if (documents_ > 0) posting_ = database.database.postlist_begin(term);
  }
  settle();
}

void TermPostings::skip_to(std::uint32_t document) {
  if (document <= document_) return;
  const bool is_past_block = block_->size == 0 || block_->documents[block_->size - 1] < document;
  if (is_past_block && list_) {
    while (next_block_ < list_->blocks() && list_->entry(next_block_).last_document < document) {
      ++next_block_;
    }
    at_ = block_->size = 0;
  } else if (is_past_block && posting_ != end_) {
    posting_.skip_to(document);
    at_ = block_->size = 0;
  } else {
    at_ = place_of(document);
  }
  settle();
  // The next block may begin before `document`, and of a damaged list end there too.
  while (document_ < document) {
    at_ = place_of(document);
    settle();
  }
}

// Where in the block the first document stands that is not before `document`.
std::size_t TermPostings::place_of(std::uint32_t document) const {
  const auto begin = block_->documents.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(block_->size);
  if (block_->size > 0 && *(end - 1) < document) return block_->size;
  return static_cast<std::size_t>(
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(at_), end, document) - begin);
}

// On to the next block, if this one is passed.
void TermPostings::settle() {
  if (at_ == block_->size) read_block();
  document_ = at_ < block_->size ? block_->documents[at_] : kEnd;
}

void TermPostings::read_block() {
  database_->check_deadline();
  at_ = block_->size = 0;
  list_ ? read_packed() : read_own();
}

void TermPostings::read_packed() {
  if (next_block_ == list_->blocks()) return;
  list_->read(next_block_++, *block_);
  if (block_->size == 0) {
    go_on_in_database();
    return;
  }
  for (std::size_t i = 0; i < block_->size; ++i) {
    const std::uint32_t document = block_->documents[i];
    // Past the last one only where the file is damaged.
    block_->lengths[i] = document < lengths_.size() ? lengths_[document] : 0;
  }
}

// From the document after those of the blocks before: the next one is damaged.
void TermPostings::go_on_in_database() {
  const std::size_t damaged = next_block_ - 1;
  const std::uint32_t passed = damaged == 0 ? 0 : list_->entry(damaged - 1).last_document;
  list_.reset();
  posting_ = database_->database.postlist_begin(term_);
  if (posting_ != end_) posting_.skip_to(passed + 1);
  read_own();
}

void TermPostings::read_own() {
  for (; posting_ != end_ && block_->size < archive::kPackedNumbers; ++posting_) {
    const Xapian::docid document = *posting_;
    block_->documents[block_->size] = document;
    block_->wdf[block_->size] = posting_.get_wdf();
    block_->lengths[block_->size] =
        document < lengths_.size() ? lengths_[document] : posting_.get_doclength();
    ++block_->size;
  }
}

void add_documents(const archive::OpenedDatabase& database, const std::string& term,
                   DocumentSet& documents) {
  TermPostings(database, term)
      .take_before(TermPostings::kEnd,
                   [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                     for (std::size_t i = from; i < to; ++i) {
                       // Past the last one only where the file is damaged.
                       if (block.documents[i] <= documents.last())
                         documents.add(block.documents[i]);
                     }
                   });
}

}  // namespace warraq::searcher
