#include "indexer/archive/packed_postings.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/archive/numbers.h"

namespace warraq::archive {
namespace {

template <typename Number>
Number number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// 128 documents: two widths, the distances, the wdf.
bool read_packed(std::string_view bytes, std::uint32_t before, BlockPart part, PostingBlock& out) {
  if (bytes.size() < 2) return false;
  const auto document_bits = static_cast<unsigned char>(bytes[0]);
  const auto wdf_bits = static_cast<unsigned char>(bytes[1]);
  if (document_bits > 32 || wdf_bits > 32) return false;
  if (bytes.size() != 2 + packed_bytes(document_bits) + packed_bytes(wdf_bits)) return false;
  unpack(bytes.data() + 2, document_bits, out.documents);
  bool ascend = true;
  for (std::uint32_t& document : out.documents) {
    const std::uint32_t last = before;
    before += document + 1;
    document = before;
    ascend &= last < before;
  }
  if (part == BlockPart::all) {
    unpack(bytes.data() + 2 + packed_bytes(document_bits), wdf_bits, out.wdf);
    for (std::uint32_t& wdf : out.wdf) ++wdf;
  }
  out.size = kPackedNumbers;
  return ascend;
}

// The documents that are left: the distance and whether the wdf is more than 1, then what it is.
bool read_rest(std::string_view bytes, std::uint32_t before, std::size_t size, PostingBlock& out) {
  for (std::size_t i = 0; i < size; ++i) {
    const auto distance = take_number(bytes);
    if (!distance) return false;
    const bool is_more = (*distance & 1U) != 0;
    const auto more = is_more ? take_number(bytes) : 0;
    if (!more) return false;
    const std::uint32_t last = before;
    before += static_cast<std::uint32_t>(*distance >> 1U) + 1;
    if (before <= last) return false;
    out.documents[i] = before;
    out.wdf[i] = 1 + (is_more ? 1U : 0U) + static_cast<std::uint32_t>(*more);
  }
  out.size = size;
  return true;
}

}  // namespace

BlockEntry PackedList::entry(std::size_t block) const {
  const char* const entry = entries_ + block * sizeof(BlockEntry);
  return {number_at<std::uint32_t>(entry), number_at<std::uint32_t>(entry + 4)};
}

void PackedList::read(std::size_t block, PostingBlock& out, BlockPart part) const {
  const BlockEntry before = block == 0 ? BlockEntry() : entry(block - 1);
  const BlockEntry here = entry(block);
  out.size = 0;
  if (before.end > here.end || here.end > bytes_.size()) return;
  const std::string_view bytes = bytes_.substr(before.end, here.end - before.end);
  const std::size_t left = documents_ - block * kPackedNumbers;
  const bool whole = left < kPackedNumbers ? read_rest(bytes, before.last_document, left, out)
                                           : read_packed(bytes, before.last_document, part, out);
  if (!whole || out.documents[out.size - 1] != here.last_document) out.size = 0;
}

std::shared_ptr<const PackedPostings> PackedPostings::open(const std::filesystem::path& shard,
                                                           const Xapian::Database& database) {
  return open_derived<PackedPostings>(shard / kPackedPostingsFile, kPackedPostingsMagic, database);
}

PackedPostings::PackedPostings(std::unique_ptr<const DerivedFile> file) : file_(std::move(file)) {
  const auto contents = file_->contents<PackedPostingsContents>();
  lengths_ = file_->entries<std::uint32_t>(contents.lengths_begin, contents.lengths);
  terms_ = file_->entries<PackedTerm>(contents.terms_begin, contents.terms);
}

std::optional<PackedList> PackedPostings::find(std::string_view term) const {
  const std::uint64_t hash = packed_term_hash(term);
  const auto found = std::lower_bound(
      terms_.begin(), terms_.end(), hash,
      [](const PackedTerm& left, std::uint64_t right) { return left.hash < right; });
  if (found == terms_.end() || found->hash != hash) return std::nullopt;
  std::string_view bytes = file_->body();
  if (found->begin > bytes.size()) return std::nullopt;
  bytes.remove_prefix(found->begin);
  if (bytes.size() < sizeof(std::uint32_t)) return std::nullopt;
  const auto documents = number_at<std::uint32_t>(bytes.data());
  bytes.remove_prefix(sizeof(std::uint32_t));
  const std::size_t entries =
      (std::size_t{documents} + kPackedNumbers - 1) / kPackedNumbers * sizeof(BlockEntry);
  if (documents == 0 || bytes.size() < entries) return std::nullopt;
  return PackedList(documents, bytes.data(), bytes.substr(entries));
}

std::uint64_t packed_term_hash(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

}  // namespace warraq::archive
