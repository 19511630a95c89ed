#include "indexer/write/packed_postings_writer.h"

#include <algorithm>
#include <span>

#include "indexer/glass/encoding.h"

namespace warraq::indexer {

PackedPostingsWriter::PackedPostingsWriter(const std::filesystem::path& shard)
    : file_(shard / archive::kPackedPostingsFile) {}

void PackedPostingsWriter::add_length(std::uint32_t document, std::uint32_t length) {
  for (; contents_.lengths < document; ++contents_.lengths) file_.put_value(std::uint32_t{0});
  file_.put_value(length);
  ++contents_.lengths;
}

void PackedPostingsWriter::begin_term(std::string_view term, std::uint32_t documents) {
  hash_ = archive::packed_term_hash(term);
  count_ = documents;
  last_ = 0;
}

// Packed blocks end where the next one begins; what is left is put down number by number.
void PackedPostingsWriter::pack_block() {
  const unsigned document_bits = archive::bits_needed(documents_);
  const unsigned wdf_bits = archive::bits_needed(wdf_);
  const std::size_t begin = bytes_.size();
  bytes_.resize(begin + 2 + archive::packed_bytes(document_bits) + archive::packed_bytes(wdf_bits));
  char* at = bytes_.data() + begin;
  *at++ = static_cast<char>(document_bits);
  *at++ = static_cast<char>(wdf_bits);
  archive::pack(documents_, document_bits, at);
  archive::pack(wdf_, wdf_bits, at + archive::packed_bytes(document_bits));
  end_block();
}

void PackedPostingsWriter::pack_rest() {
  for (std::size_t i = 0; i < size_; ++i) {
    glass::append_uint(bytes_, std::uint64_t{documents_[i]} * 2 + (wdf_[i] > 0 ? 1 : 0));
    if (wdf_[i] > 0) glass::append_uint(bytes_, wdf_[i] - 1);
  }
  end_block();
}

void PackedPostingsWriter::end_block() {
  entries_.push_back({last_, static_cast<std::uint32_t>(bytes_.size())});
  size_ = 0;
}

void PackedPostingsWriter::end_term() {
  if (size_ == archive::kPackedNumbers) {
    pack_block();
  } else if (size_ > 0) {
    pack_rest();
  }
  terms_.push_back({hash_, file_.size()});
  file_.put_value(count_);
  file_.put({reinterpret_cast<const char*>(entries_.data()), entries_.size() * sizeof entries_[0]});
  file_.put(bytes_);
  entries_.clear();
  bytes_.clear();
}

void PackedPostingsWriter::finish(const Xapian::Database& database) {
  std::sort(terms_.begin(), terms_.end());
  contents_.terms = terms_.size();
  contents_.terms_begin = file_.put_entries(std::span<const archive::PackedTerm>(terms_));
  file_.finish(contents_, archive::kPackedPostingsMagic, database);
}

}  // namespace warraq::indexer
