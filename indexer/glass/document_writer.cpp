#include "indexer/glass/document_writer.h"

#include "indexer/glass/deflater.h"
#include "indexer/glass/docid.h"
#include "indexer/glass/key.h"

namespace warraq::glass {
void DocumentWriter::add(std::uint32_t docid, const DocumentTags& tags) {
  check_docid(docid);
  Key key;
  key.append_sortable_uint(docid);
  // Xapian stores neither empty data nor an empty list of slots.
  if (tags.data_compressed) {
    stored_.clear();
    append_stored(stored_, tags.data);
    data_.add_deflated(key.view(), stored_);
  } else if (!tags.data.empty()) {
    data_.add(key.view(), tags.data);
  }
  if (tags.termlist_deflated) {
    termlists_.add_deflated(key.view(), tags.termlist);
  } else {
    termlists_.add(key.view(), tags.termlist);
  }
  if (tags.used_slots.empty()) return;
  key.append_terminator();
  termlists_.add(key.view(), tags.used_slots);
}

}  // namespace warraq::glass
