#include "searcher/engine/term_postings.h"

#include <algorithm>

namespace warraq::searcher {
namespace {

// A list is read whole rather than searched for each of some documents that are not much fewer.
constexpr std::uint64_t kFewerToSkip = 8;

void add_all(TermPostings& postings, DocumentSet& documents) {
  postings.take_before(TermPostings::kEnd,
                       [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                         // Past the last one only where the file is damaged.
                         while (to > from && block.documents[to - 1] > documents.last()) --to;
                         for (; from < to; ++from) documents.add(block.documents[from]);
                       });
}

// Moves those of `left` that the list has to `documents`; how many they are.
std::uint64_t add_within(TermPostings& postings, DocumentSet& left, DocumentSet& documents) {
  std::uint64_t count = 0;
  for (std::uint32_t next = left.next(1); next <= left.last();) {
    postings.skip_to(next);
    const std::uint32_t found = postings.document();
    if (found > left.last()) break;
    if (left.holds(found)) {
      documents.add(found);
      left.remove(found);
      ++count;
    }
    next = left.next(found + 1);
  }
  return count;
}

}  // namespace

TermPostings::TermPostings(const archive::OpenedDatabase& database, const std::string& term,
                           archive::BlockPart part)
    : part_(part), database_(&database), term_(term), block_(std::make_unique<ScoredBlock>()) {
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
  list_->read(next_block_++, *block_, part_);
  if (block_->size == 0) {
    go_on_in_database();
    return;
  }
  if (part_ == archive::BlockPart::documents) return;
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
    const std::size_t place = block_->size++;
    block_->documents[place] = document;
    if (part_ == archive::BlockPart::documents) continue;
    block_->wdf[place] = posting_.get_wdf();
    block_->lengths[place] =
        document < lengths_.size() ? lengths_[document] : posting_.get_doclength();
  }
}

void add_documents(const archive::OpenedDatabase& database, const std::string& term,
                   DocumentSet& documents) {
  TermPostings postings(database, term, archive::BlockPart::documents);
  add_all(postings, documents);
}

DocumentSet documents_with_any(const archive::OpenedDatabase& database,
                               std::span<const std::string> terms, const DocumentSet& within) {
  DocumentSet result(within.last());
  DocumentSet left = within;
  std::uint64_t count = left.count();
  // What is found is taken from what is left when that costs little beside what was read.
  const std::uint64_t often = within.last() / 64;
  std::uint64_t read = 0;
  for (const std::string& term : terms) {
    if (count == 0) break;
    TermPostings postings(database, term, archive::BlockPart::documents);
    if (count < postings.documents() / kFewerToSkip) {
      count -= add_within(postings, left, result);
      continue;
    }
    read += postings.documents();
    add_all(postings, result);
    if (read < often) continue;
    left -= result;
    count = left.count();
    read = 0;
  }
  result &= within;
  return result;
}

}  // namespace warraq::searcher
