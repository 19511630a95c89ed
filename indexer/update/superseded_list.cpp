#include "indexer/update/superseded_list.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/superseded.h"

namespace warraq::indexer {

SupersededList::SupersededList(std::vector<Xapian::docid> documents)
    : documents_(std::move(documents)) {}

bool SupersededList::contains(Xapian::docid document) const {
  return added_.contains(document) ||
         std::binary_search(documents_.begin(), documents_.end(), document);
}

bool SupersededList::add(Xapian::docid document) {
  return !contains(document) && added_.insert(document).second;
}

std::string SupersededList::encode() {
  const auto old_end = static_cast<std::ptrdiff_t>(documents_.size());
  documents_.insert(documents_.end(), added_.begin(), added_.end());
  std::inplace_merge(documents_.begin(), documents_.begin() + old_end, documents_.end());
  added_.clear();
  return archive::encode_documents(documents_);
}

}  // namespace warraq::indexer
