#include "indexer/archive/superseded.h"

#include <cstdint>
#include <limits>
#include <stdexcept>

namespace warraq::archive {
namespace {

constexpr unsigned kGroupBits = 7;
constexpr unsigned char kMoreFollows = 0x80;

void append_number(std::string& bytes, std::uint32_t number) {
  while (number >= kMoreFollows) {
    bytes.push_back(static_cast<char>((number & 0x7FU) | kMoreFollows));
    number >>= kGroupBits;
  }
  bytes.push_back(static_cast<char>(number));
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 5 * kGroupBits; shift += kGroupBits) {
    if (bytes.empty()) break;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & kMoreFollows) == 0) return number;
  }
  throw std::invalid_argument("the list of superseded documents is damaged");
}

}  // namespace

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
    const std::uint64_t step = take_number(bytes);
    document += step;
    if (step == 0 || document > std::numeric_limits<Xapian::docid>::max()) {
      throw std::invalid_argument("the list of superseded documents is damaged");
    }
    documents.push_back(static_cast<Xapian::docid>(document));
  }
  return documents;
}

}  // namespace warraq::archive
