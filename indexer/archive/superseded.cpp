#include "indexer/archive/superseded.h"

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "indexer/archive/numbers.h"

namespace warraq::archive {
std::string encode_documents(const std::vector<Xapian::docid>& documents) {
  std::string bytes;
  Xapian::docid previous = 0;
  for (const Xapian::docid document : documents) {
    append_number(bytes, document - previous);
    previous = document;
  }
  return bytes;
}

std::vector<Xapian::docid> decode_documents(std::string_view bytes) {
  std::vector<Xapian::docid> documents;
  std::uint64_t document = 0;
  while (!bytes.empty()) {
    const std::uint64_t step = take_number(bytes).value_or(0);
    document += step;
    if (step == 0 || document > std::numeric_limits<Xapian::docid>::max()) {
      throw std::invalid_argument("the list of superseded documents is damaged");
    }
    documents.push_back(static_cast<Xapian::docid>(document));
  }
  return documents;
}

}  // namespace warraq::archive
