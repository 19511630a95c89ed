#include "indexer/write/pack_postings.h"

#include <xapian.h>

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/archive/schema.h"
#include "indexer/glass/database_writer.h"
#include "indexer/glass/output_file.h"
#include "indexer/write/packed_postings_writer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;
namespace ipc = boost::interprocess;

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
    const std::string_view near = bytes_.substr(from, size);
    const void* const place = memmem(near.data(), near.size(), value.data(), value.size());
    if (place == nullptr) return std::nullopt;
    missed_ = 0;
    near_ = static_cast<std::size_t>(static_cast<const char*>(place) - bytes_.data());
    return near_;
  }

 private:
  static constexpr std::size_t kBlock = 8192;
  static constexpr std::size_t kNearBlocks = 3;
  // A longer one shares no item of a block, which takes a quarter of it.
  static constexpr std::size_t kMaxPiece = 2000;

  ipc::file_mapping mapping_;
  ipc::mapped_region region_;
  std::string_view bytes_;
  std::optional<std::size_t> near_;
  std::size_t missed_ = 0;  // bytes of values that were not found since
  int searches_left_ = 16;  // through the whole file, for the first
};

void pack_streams(const Xapian::Database& database, const fs::path& file,
                  PackedPostingsWriter& out) {
  constexpr std::uint32_t kSlot = archive::slot::kWordStream;
  if (database.get_value_freq(kSlot) == 0) return;
  ValueFinder finder(file);
  for (auto stream = database.valuestream_begin(kSlot); stream != database.valuestream_end(kSlot);
       ++stream) {
    const std::string bytes = *stream;
    if (const auto place = finder.find(bytes)) {
      out.add_stream(stream.get_docid(), *place, bytes.size());
    }
  }
}

}  // namespace

void pack_postings(const fs::path& shard) {
  const Xapian::Database database(shard.string());
  PackedPostingsWriter out(shard);
  pack_lengths(database, out);
  pack_terms(database, out);
  pack_streams(database, shard / glass::kValuesFile, out);
  out.finish(glass::kValuesFile, database.get_uuid(), database.get_revision());
  glass::sync_folder(shard);
}

}  // namespace warraq::indexer
