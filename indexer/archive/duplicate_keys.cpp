#include "indexer/archive/duplicate_keys.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace warraq::archive {

static_assert(std::endian::native == std::endian::little, "numbers lie as they are read");

std::shared_ptr<const DuplicateKeys> DuplicateKeys::open(const std::filesystem::path& shard,
                                                         const Xapian::Database& database) {
  return open_derived<DuplicateKeys>(shard / kDuplicateKeysFile, kDuplicateKeysMagic, database);
}

DuplicateKeys::DuplicateKeys(std::unique_ptr<const DerivedFile> file) : file_(std::move(file)) {
  const auto contents = file_->contents<DuplicateKeysContents>();
  blocks_ = file_->entries<DuplicateKeyBlock>(contents.blocks_begin, contents.blocks);
}

void DuplicateKeys::unpack(const DuplicateKeyBlock& block, Unpacked& out) const {
  out.size = 0;
  const std::string_view body = file_->body();
  if (block.key_bits > 32 || block.document_bits > 32 || block.size > kPackedNumbers) return;
  const std::size_t key_bytes = packed_bytes(block.key_bits);
  const std::size_t bytes = key_bytes + packed_bytes(block.document_bits);
  if (block.begin > body.size() || body.size() - block.begin < bytes) return;
  const char* const numbers = body.data() + block.begin;
  archive::unpack(numbers, block.key_bits, out.keys);
  archive::unpack(numbers + key_bytes, block.document_bits, out.documents);
  std::uint32_t key = block.first_key;
  for (std::uint32_t& each : out.keys) each = key += each;
  out.size = block.size;
}

// From the last block that may have it, backwards: of a key that very many share only the last
// blocks are looked at.
std::vector<std::uint32_t> DuplicateKeys::last_with(std::uint32_t key, std::size_t most) const {
  std::vector<std::uint32_t> documents;
  auto block = std::upper_bound(
      blocks_.begin(), blocks_.end(), key,
      [](std::uint32_t left, const DuplicateKeyBlock& right) { return left < right.first_key; });
  Unpacked unpacked;
  while (block != blocks_.begin()) {
    unpack(*--block, unpacked);
    for (std::size_t i = unpacked.size; i-- > 0;) {
      if (unpacked.keys[i] == key && documents.size() < most) {
        documents.push_back(unpacked.documents[i]);
      }
    }
    if (block->first_key != key || documents.size() == most) break;
  }
  return documents;
}

std::string encode_key_documents(const std::vector<Xapian::docid>& documents) {
  return {reinterpret_cast<const char*>(documents.data()), documents.size() * sizeof documents[0]};
}

std::vector<Xapian::docid> decode_key_documents(std::string_view bytes) {
  std::vector<Xapian::docid> documents(bytes.size() / sizeof(Xapian::docid));
  if (documents.empty()) return documents;  // memcpy() wants a place even for nothing
  std::memcpy(documents.data(), bytes.data(), documents.size() * sizeof documents[0]);
  return documents;
}

}  // namespace warraq::archive
