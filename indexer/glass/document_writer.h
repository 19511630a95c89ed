// The tables that are keyed by document: termlist and docdata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/table_writer.h"

namespace warraq::glass {

/// A document's tags.
struct DocumentTags {
  std::string_view termlist;       ///< by append_termlist()
  std::string_view used_slots;     ///< by append_used_slots()
  std::string_view data;           ///< what Xapian calls the document's data, any bytes
  bool termlist_deflated = false;  ///< Deflater was there already
  bool data_compressed = false;    ///< by other means: deflate would not make it smaller
};

/// Takes documents in ascending order. Used by one thread. Throws what TableWriter throws.
class DocumentWriter {
 public:
  DocumentWriter(TableWriter& termlists, TableWriter& data) : termlists_(termlists), data_(data) {}

  void add(std::uint32_t docid, const DocumentTags& tags);

 private:
  TableWriter& termlists_;
  TableWriter& data_;
  std::string stored_;
};

}  // namespace warraq::glass
