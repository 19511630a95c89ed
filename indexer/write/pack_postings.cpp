#include "indexer/write/pack_postings.h"

#include <xapian.h>

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cstddef>
#include <cstring>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/schema.h"
#include "indexer/glass/database_writer.h"
#include "indexer/glass/output_file.h"
#include "indexer/write/packed_postings_writer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;
namespace ipc = boost::interprocess;

using archive::StreamPlace;

void pack_lengths(const Xapian::Database& database, PackedPostingsWriter& out) {
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    out.add_length(*document, document.get_doclength());
  }
}

void pack_terms(const Xapian::Database& database, PackedPostingsWriter& out) {
  const std::string stems(archive::prefix::kStem);
  for (auto term = database.allterms_begin(stems); term != database.allterms_end(stems); ++term) {
    if (term.get_termfreq() < archive::kMinPackedDocuments) continue;
    const std::string text = *term;
    out.begin_term(text, term.get_termfreq());
    for (auto posting = database.postlist_begin(text); posting != database.postlist_end(text);
         ++posting) {
      out.add(*posting, posting.get_wdf());
    }
    out.end_term();
  }
}

/// Finds values in the file that a database keeps them in, by their bytes: any place that holds the
/// same ones is as good. Values that follow one another in a slot lie near one another in the file,
/// in blocks of ascending numbers, most of them in one piece.
class ValueFinder {
 public:
  explicit ValueFinder(const fs::path& file)
      : mapping_(file.c_str(), ipc::read_only),
        region_(mapping_, ipc::read_only),
        bytes_(static_cast<const char*>(region_.get_address()), region_.get_size()) {}

  /// Where the next value of the slot lies; nothing where it lies in pieces.
  std::optional<std::size_t> find(std::string_view value) {
    // In pieces for certain; what comes behind is so much further on.
    missed_ += value.size() + value.size() / 8;
    if (value.size() > kMaxPiece) return std::nullopt;
    const bool knows_where = near_.has_value();
    if (!knows_where && searches_left_ == 0) return std::nullopt;
    if (!knows_where) --searches_left_;
    const std::size_t from = near_.value_or(0) / kBlock * kBlock;
    const std::size_t size = knows_where ? missed_ + kNearBlocks * kBlock : bytes_.size();
    const auto place = find_in(bytes_.substr(from, size), value);
    if (!place) return std::nullopt;
    missed_ = 0;
    near_ = from + *place;
    return near_;
  }

 private:
  static constexpr std::size_t kBlock = 8192;
  static constexpr std::size_t kNearBlocks = 3;
  // A longer one shares no item of a block, which takes a quarter of it.
  static constexpr std::size_t kMaxPiece = 2000;
  // The C library looks for short strings several times faster than for long ones.
  static constexpr std::size_t kShort = 32;

  static std::optional<std::size_t> find_in(std::string_view bytes, std::string_view value) {
    const std::string_view begin = value.substr(0, kShort);
    for (std::size_t from = 0;;) {
      const void* const found =
          memmem(bytes.data() + from, bytes.size() - from, begin.data(), begin.size());
      if (found == nullptr) return std::nullopt;
      from = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
      if (bytes.substr(from, value.size()) == value) return from;
      ++from;
    }
  }

  ipc::file_mapping mapping_;
  ipc::mapped_region region_;
  std::string_view bytes_;
  std::optional<std::size_t> near_;
  std::size_t missed_ = 0;  // bytes of values that were not found since
  int searches_left_ = 16;  // through the whole file, for the first
};

// By the documents' numbers.
std::vector<StreamPlace> find_streams(const fs::path& shard) {
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  const Xapian::Database database(shard.string());
  std::vector<StreamPlace> places;
  if (database.get_value_freq(kSlot) == 0) return places;
  places.resize(std::size_t{database.get_lastdocid()} + 1);
  ValueFinder finder(shard / glass::kValuesFile);
  for (auto stream = database.valuestream_begin(kSlot); stream != database.valuestream_end(kSlot);
       ++stream) {
    const std::string bytes = *stream;
    const auto place = finder.find(bytes);
    if (place && *place <= StreamPlace::kMaxBegin) {
      places[stream.get_docid()] = StreamPlace(*place, bytes.size());
    }
  }
  return places;
}

}  // namespace

void pack_postings(const fs::path& shard, unsigned jobs) {
  auto streams = std::async(jobs > 1 ? std::launch::async : std::launch::deferred,
                            [&shard] { return find_streams(shard); });
  const Xapian::Database database(shard.string());
  PackedPostingsWriter out(shard);
  pack_lengths(database, out);
  pack_terms(database, out);
  out.add_streams(streams.get());
  out.finish(glass::kValuesFile, database.get_uuid(), database.get_revision());
  glass::sync_folder(shard);
}

}  // namespace warraq::indexer
