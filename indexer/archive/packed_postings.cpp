#include "indexer/archive/packed_postings.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cstring>
#include <string>
#include <utility>

namespace warraq::archive {
namespace {

namespace ipc = boost::interprocess;

template <typename Number>
Number number_at(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Seven bits a byte, the lowest first, as the writer has them.
bool take_number(const char*& at, const char* end, std::uint32_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 35 && at != end; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

// 128 documents: two widths, the distances, the wdf.
bool read_packed(std::string_view bytes, std::uint32_t before, PostingBlock& out) {
  if (bytes.size() < 2) return false;
  const auto document_bits = static_cast<unsigned char>(bytes[0]);
  const auto wdf_bits = static_cast<unsigned char>(bytes[1]);
  if (document_bits > 32 || wdf_bits > 32) return false;
  if (bytes.size() != 2 + packed_bytes(document_bits) + packed_bytes(wdf_bits)) return false;
  unpack(bytes.data() + 2, document_bits, out.documents);
  unpack(bytes.data() + 2 + packed_bytes(document_bits), wdf_bits, out.wdf);
  bool ascend = true;
  for (std::uint32_t& document : out.documents) {
    const std::uint32_t last = before;
    before += document + 1;
    document = before;
    ascend &= last < before;
  }
  for (std::uint32_t& wdf : out.wdf) ++wdf;
  out.size = kPackedNumbers;
  return ascend;
}

// The documents that are left: the distance and whether the wdf is more than 1, then what it is.
bool read_rest(std::string_view bytes, std::uint32_t before, std::size_t size, PostingBlock& out) {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  for (std::size_t i = 0; i < size; ++i) {
    std::uint32_t distance = 0;
    std::uint32_t wdf = 0;
    if (!take_number(at, end, distance)) return false;
    if ((distance & 1U) != 0 && !take_number(at, end, wdf)) return false;
    const std::uint32_t last = before;
    before += (distance >> 1U) + 1;
    if (before <= last) return false;
    out.documents[i] = before;
    out.wdf[i] = 1 + (distance & 1U) + wdf;
  }
  out.size = size;
  return true;
}

[[noreturn]] void throw_damaged(const std::filesystem::path& file, const char* how) {
  throw Xapian::DatabaseCorruptError(file.string() + " " + how);
}

}  // namespace

BlockEntry PackedList::entry(std::size_t block) const {
  const char* const entry = entries_ + block * sizeof(BlockEntry);
  return {number_at<std::uint32_t>(entry), number_at<std::uint32_t>(entry + 4)};
}

void PackedList::read(std::size_t block, PostingBlock& out) const {
  const BlockEntry before = block == 0 ? BlockEntry() : entry(block - 1);
  const BlockEntry here = entry(block);
  out.size = 0;
  if (before.end > here.end || here.end > bytes_.size()) return;
  const std::string_view bytes = bytes_.substr(before.end, here.end - before.end);
  const std::size_t left = documents_ - block * kPackedNumbers;
  const bool whole = left < kPackedNumbers ? read_rest(bytes, before.last_document, left, out)
                                           : read_packed(bytes, before.last_document, out);
  if (!whole || out.documents[out.size - 1] != here.last_document) out.size = 0;
}

struct PackedPostings::File {
  explicit File(const std::filesystem::path& path)
      : mapping(path.c_str(), ipc::read_only), region(mapping, ipc::read_only) {}

  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(region.get_address()), region.get_size()};
  }

  ipc::file_mapping mapping;
  ipc::mapped_region region;
};

std::shared_ptr<const PackedPostings> PackedPostings::open(const std::filesystem::path& shard,
                                                           std::string_view uuid,
                                                           std::uint64_t revision) {
  const std::filesystem::path path = shard / kPackedPostingsFile;
  try {
    if (!std::filesystem::exists(path)) return nullptr;
    if (std::filesystem::file_size(path) < sizeof(PackedPostingsTrailer)) {
      throw_damaged(path, "is cut");
    }
    auto file = std::make_unique<File>(path);
    const std::string_view bytes = file->bytes();
    const auto trailer = number_at<PackedPostingsTrailer>(bytes.data() + bytes.size() -
                                                          sizeof(PackedPostingsTrailer));
    if (trailer.magic != kPackedPostingsMagic) throw_damaged(path, "is no file of postings");
    const bool is_of_this = trailer.database_revision == revision &&
                            std::string_view(trailer.uuid.data(), uuid.size()) == uuid;
    if (!is_of_this) return nullptr;
    return std::shared_ptr<const PackedPostings>(
        new PackedPostings(std::move(file), trailer, path));
  } catch (const ipc::interprocess_exception& error) {
    throw Xapian::DatabaseOpeningError(path.string(), error.get_native_error());
  } catch (const std::filesystem::filesystem_error& error) {
    throw Xapian::DatabaseOpeningError(path.string(), error.code().value());
  }
}

PackedPostings::PackedPostings(std::unique_ptr<File> file, const PackedPostingsTrailer& trailer,
                               const std::filesystem::path& path)
    : file_(std::move(file)) {
  const std::string_view bytes = file_->bytes();
  lists_ = bytes.substr(0, bytes.size() - sizeof(PackedPostingsTrailer));
  const auto part = [&]<typename Entry>(std::span<const Entry>& entries, std::uint64_t begin,
                                        std::uint64_t count) {
    const bool fits = begin % sizeof(Entry) == 0 && begin <= lists_.size() &&
                      count <= (lists_.size() - begin) / sizeof(Entry);
    if (!fits) throw_damaged(path, "is damaged");
    entries = {reinterpret_cast<const Entry*>(bytes.data() + begin), count};
  };
  part(lengths_, trailer.lengths_begin, trailer.lengths);
  part(terms_, trailer.terms_begin, trailer.terms);
  part(streams_, trailer.streams_begin, trailer.streams);
  if (streams_.empty()) return;
  const auto& name = trailer.stream_file;
  const std::string file_name(name.begin(), std::find(name.begin(), name.end(), '\0'));
  if (file_name.empty() || file_name.find('/') != std::string::npos) {
    throw_damaged(path, "is damaged");
  }
  stream_file_ = std::make_unique<File>(path.parent_path() / file_name);
}

PackedPostings::~PackedPostings() = default;

std::optional<PackedList> PackedPostings::find(std::string_view term) const {
  const std::uint64_t hash = packed_term_hash(term);
  const auto found = std::lower_bound(
      terms_.begin(), terms_.end(), hash,
      [](const PackedTerm& left, std::uint64_t right) { return left.hash < right; });
  if (found == terms_.end() || found->hash != hash) return std::nullopt;
  if (found->begin > lists_.size()) return std::nullopt;
  std::string_view bytes = lists_.substr(found->begin);
  if (bytes.size() < sizeof(std::uint32_t)) return std::nullopt;
  const auto documents = number_at<std::uint32_t>(bytes.data());
  bytes.remove_prefix(sizeof(std::uint32_t));
  const std::size_t entries =
      (std::size_t{documents} + kPackedNumbers - 1) / kPackedNumbers * sizeof(BlockEntry);
  if (documents == 0 || bytes.size() < entries) return std::nullopt;
  return PackedList(documents, bytes.data(), bytes.substr(entries));
}

std::string_view PackedPostings::stream(std::uint32_t document) const {
  if (document >= streams_.size()) return {};
  const StreamPlace place = streams_[document];
  const std::string_view bytes = stream_file_->bytes();
  if (place.begin() > bytes.size() || place.size() > bytes.size() - place.begin()) return {};
  return bytes.substr(place.begin(), place.size());
}

std::uint64_t packed_term_hash(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

}  // namespace warraq::archive
