#include "searcher/engine/term_documents.h"

#include <algorithm>

#include "searcher/engine/term_postings.h"

namespace warraq::searcher {

TermDocuments::TermDocuments(const archive::OpenedDatabase& database, const std::string& term,
                             std::uint32_t last) {
  constexpr std::uint32_t kBitsOfNumber = 32;
  TermPostings postings(database, term, archive::BlockPart::documents);
  if (postings.documents() > last / kBitsOfNumber) many_.emplace(last);
  postings.take_before(TermPostings::kEnd,
                       [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                         for (; from < to; ++from) {
                           const std::uint32_t document = block.documents[from];
                           if (!many_) {
                             few_.push_back(document);
                           } else if (document <= last) {  // past it only in a damaged file
                             many_->add(document);
                           }
                         }
                       });
}

bool TermDocuments::holds(std::uint32_t document) const {
  return many_ ? many_->holds(document) : std::binary_search(few_.begin(), few_.end(), document);
}

}  // namespace warraq::searcher
