#include "indexer/glass/position_writer.h"

#include <array>

#include "indexer/glass/docid.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/positions.h"

namespace warraq::glass {

void PositionWriter::begin_term(std::string_view term) {
  key_.truncate(0);
  key_.append_escaped(term);
  key_.append_terminator();
  term_bytes_ = key_.size();
}

void PositionWriter::add(std::uint32_t docid, std::span<const std::uint32_t> positions) {
  if (positions.size() == 1) {
    // By far the most lists are of this kind.
    std::array<char, kMaxUint32Bytes> tag;
    const char* const end = write_uint(tag.data(), positions.front());
    add_encoded(docid, {tag.data(), static_cast<std::size_t>(end - tag.data())});
    return;
  }
  tag_.clear();
  append_positions(tag_, positions);
  add_encoded(docid, tag_);
}

void PositionWriter::add_encoded(std::uint32_t docid, std::string_view tag) {
  check_docid(docid);
  key_.truncate(term_bytes_);
  key_.append_sortable_uint(docid);
  table_.add(key_.view(), tag);
}

}  // namespace warraq::glass
