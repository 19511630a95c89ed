#include "indexer/write/duplicate_keys_writer.h"

#include <span>

namespace warraq::indexer {

void DuplicateKeysWriter::add(std::uint32_t key, std::uint32_t document) {
  if (block_.size == 0) {
    block_.first_key = key;
    last_key_ = key;
  }
  keys_[block_.size] = key - last_key_;
  documents_[block_.size] = document;
  last_key_ = key;
  if (++block_.size == archive::kPackedNumbers) pack_block();
}

// What a last block leaves empty is zeros.
void DuplicateKeysWriter::pack_block() {
  const unsigned key_bits = archive::bits_needed(keys_);
  const unsigned document_bits = archive::bits_needed(documents_);
  const std::size_t key_bytes = archive::packed_bytes(key_bits);
  bytes_.resize(key_bytes + archive::packed_bytes(document_bits));
  archive::pack(keys_, key_bits, bytes_.data());
  archive::pack(documents_, document_bits, bytes_.data() + key_bytes);
  block_.begin = file_.size();
  block_.key_bits = static_cast<std::uint8_t>(key_bits);
  block_.document_bits = static_cast<std::uint8_t>(document_bits);
  file_.put({bytes_.data(), bytes_.size()});
  blocks_.push_back(block_);
  block_ = {};
  keys_.fill(0);
  documents_.fill(0);
}

void DuplicateKeysWriter::finish(const Xapian::Database& database) {
  if (block_.size != 0) pack_block();
  archive::DuplicateKeysContents contents;
  contents.blocks = blocks_.size();
  contents.blocks_begin = file_.put_entries(std::span<const archive::DuplicateKeyBlock>(blocks_));
  file_.finish(contents, archive::kDuplicateKeysMagic, database);
}

}  // namespace warraq::indexer
