// The records of a WARC file (ISO 28500:2017, WARC/1.1, and 1.0 before it).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "corpus/input/buffered_input.h"
#include "corpus/warc/headers.h"

namespace warraq::corpus {

struct WarcRecord {
  std::uint64_t number = 0;  ///< from 1
  NamedFields fields;
  std::string block;       ///< as much of it as is allowed
  std::uint64_t size = 0;  ///< of the block, in bytes
  std::string fault;       ///< why the record is not what it says; empty where it is
};

/// A record ends where its Content-Length says, or before that where a line begins the next
/// (`WARC/1.0` and a field after it): its length is false then. It is also where no record follows
/// its end; the next is then looked for line by line. So the records around a broken one are kept,
/// in one pass. (A WARC file within a record, kept as it is, is taken for records.) Time is linear
/// in the input, memory a window on it and one block. Not thread-safe.
class WarcScanner {
 public:
  /// Of a block no more than `max_block_bytes` are held.
  WarcScanner(BufferedInput& input, std::size_t max_block_bytes)
      : input_(input), max_block_bytes_(max_block_bytes) {}

  /// The next record; nothing at the end of the input.
  [[nodiscard]] std::optional<WarcRecord> next();

 private:
  void skip_to_record();
  [[nodiscard]] bool at_record();
  void read_fields(WarcRecord& record);
  void read_block(WarcRecord& record, std::uint64_t length);
  void check_end(WarcRecord& record);
  void skip_line_ends();
  void take(WarcRecord& record, std::string_view bytes);

  BufferedInput& input_;
  std::size_t max_block_bytes_;
  std::uint64_t records_ = 0;
};

}  // namespace warraq::corpus
