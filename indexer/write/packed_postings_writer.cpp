#include "indexer/write/packed_postings_writer.h"

#include <algorithm>
#include <cstring>

#include "indexer/glass/encoding.h"

namespace warraq::indexer {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10;

}  // namespace

PackedPostingsWriter::PackedPostingsWriter(const std::filesystem::path& shard)
    : file_(shard / archive::kPackedPostingsFile) {
  buffer_.reserve(kBufferBytes);
}

void PackedPostingsWriter::put(const char* bytes, std::size_t size) {
  if (buffer_.size() + size > kBufferBytes) {
    file_.write(buffer_);
    buffer_.clear();
  }
  buffer_.append(bytes, size);
  written_ += size;
}

void PackedPostingsWriter::align(std::size_t size) {
  const char zeros[16] = {};
  put(zeros, (size - written_ % size) % size);
}

void PackedPostingsWriter::add_length(std::uint32_t document, std::uint32_t length) {
  for (; trailer_.lengths < document; ++trailer_.lengths) put("\0\0\0\0", sizeof length);
  char bytes[sizeof length];
  std::memcpy(bytes, &length, sizeof length);
  put(bytes, sizeof length);
  ++trailer_.lengths;
}

void PackedPostingsWriter::begin_term(std::string_view term, std::uint32_t documents) {
  is_left_out_ = documents < archive::kMinPackedDocuments;
  if (is_left_out_) return;
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
  if (is_left_out_) return;
  if (size_ == archive::kPackedNumbers) {
    pack_block();
  } else if (size_ > 0) {
    pack_rest();
  }
  terms_.push_back({hash_, written_});
  put(reinterpret_cast<const char*>(&count_), sizeof count_);
  put(reinterpret_cast<const char*>(entries_.data()), entries_.size() * sizeof entries_[0]);
  put(bytes_.data(), bytes_.size());
  entries_.clear();
  bytes_.clear();
  is_left_out_ = true;
}

void PackedPostingsWriter::add_streams(std::span<const archive::StreamPlace> streams) {
  align(sizeof streams[0]);
  trailer_.streams_begin = written_;
  trailer_.streams = streams.size();
  put(reinterpret_cast<const char*>(streams.data()), streams.size_bytes());
}

void PackedPostingsWriter::finish(std::string_view stream_file, std::string_view uuid,
                                  std::uint64_t revision) {
  std::sort(terms_.begin(), terms_.end());
  align(sizeof terms_[0]);
  trailer_.terms_begin = written_;
  trailer_.terms = terms_.size();
  put(reinterpret_cast<const char*>(terms_.data()), terms_.size() * sizeof terms_[0]);
  std::copy_n(stream_file.data(), std::min(stream_file.size(), trailer_.stream_file.size()),
              trailer_.stream_file.data());
  std::copy_n(uuid.data(), std::min(uuid.size(), trailer_.uuid.size()), trailer_.uuid.data());
  trailer_.database_revision = revision;
  trailer_.magic = archive::kPackedPostingsMagic;
  put(reinterpret_cast<const char*>(&trailer_), sizeof trailer_);
  file_.write(buffer_);
  file_.sync();
}

}  // namespace warraq::indexer
