// The posting lists of the postlist table: the lengths of the documents, then the terms.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/glass/database_statistics.h"
#include "indexer/glass/docid.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/key.h"
#include "indexer/glass/table_writer.h"

namespace warraq::glass {

/// Takes the list of lengths first, then terms in byte order, and of each list its documents in
/// ascending order. Memory: one chunk of 2 KB, however long a list is; that is why a term's
/// frequencies must be known when it begins. Used by one thread. Throws what TableWriter and Key
/// throw, and std::logic_error where postings do not match the frequencies or a call is out of its
/// turn.
class PostlistWriter {
 public:
  explicit PostlistWriter(TableWriter& postlist_table) : table_(postlist_table) {}

  void begin_lengths();
  /// A document and its length, the sum of its terms' wdf. Every document of the database, also
  /// those of length 0.
  void add_length(std::uint32_t docid, std::uint32_t length);
  void end_lengths();

  /// `documents` postings will follow, and their wdf add up to `occurrences`.
  void begin_term(std::string_view term, std::uint32_t documents, std::uint32_t occurrences);
  void add(std::uint32_t docid, std::uint32_t wdf);
  void end_term();

  /// After the last term: of all that was added.
  [[nodiscard]] DatabaseStatistics finish() const;

 private:
  enum class List { none, lengths, term };

  // A chunk is closed when a posting comes and it has this size: so it may grow a little beyond.
  static constexpr std::size_t kFullChunkBytes = 2000;
  static constexpr std::size_t kMaxPostingBytes = 2 * kMaxUint32Bytes;
  // Frequencies, first document, whether it is the last chunk, distance to its last document.
  static constexpr std::size_t kMaxHeaderBytes = 4 * kMaxUint32Bytes + 1;

  void begin_list(List list);
  void append(std::uint32_t docid, std::uint32_t wdf);
  void begin_chunk(std::uint32_t docid);
  void write_chunk(bool last);
  void expect(List list) const {
    if (list_ != list) throw_out_of_turn();
  }
  [[noreturn]] static void throw_out_of_turn();
  [[nodiscard]] char* postings() { return chunk_.data() + kMaxHeaderBytes; }

  TableWriter& table_;
  DatabaseStatistics statistics_;
  List list_ = List::none;
  Key key_;
  std::size_t list_bytes_ = 0;  ///< of the key: what all chunks of the list share
  std::uint32_t documents_ = 0;
  std::uint32_t occurrences_ = 0;
  std::uint32_t found_documents_ = 0;
  std::uint64_t found_occurrences_ = 0;
  std::uint32_t first_docid_ = 0;  ///< of the chunk; 0: no chunk is open
  std::uint32_t last_docid_ = 0;
  bool first_chunk_ = true;
  char* end_ = nullptr;  ///< of the chunk's postings
  // The postings stand behind room for the header, which is known last.
  std::array<char, kMaxHeaderBytes + kFullChunkBytes + kMaxPostingBytes> chunk_;
};

inline void PostlistWriter::append(std::uint32_t docid, std::uint32_t wdf) {
  check_docid(docid, last_docid_);
  char* end = end_;
  if (end - postings() >= static_cast<std::ptrdiff_t>(kFullChunkBytes) || first_docid_ == 0) {
    begin_chunk(docid);
    end = postings();
  } else {
    end = write_uint(end, docid - last_docid_ - 1);
  }
  end_ = write_uint(end, wdf);
  last_docid_ = docid;
}

inline void PostlistWriter::add(std::uint32_t docid, std::uint32_t wdf) {
  expect(List::term);
  append(docid, wdf);
  ++found_documents_;
  found_occurrences_ += wdf;
  statistics_.greatest_wdf = std::max(statistics_.greatest_wdf, wdf);
}

}  // namespace warraq::glass
