#include "indexer/glass/document_writer.h"

#include "indexer/glass/docid.h"
#include "indexer/glass/key.h"

namespace warraq::glass {
namespace {

void add_tag(TableWriter& table, std::string_view key, std::string_view tag, bool deflated) {
  if (deflated) {
    table.add_deflated(key, tag);
  } else {
    table.add(key, tag);
  }
}

}  // namespace

void DocumentWriter::add(std::uint32_t docid, const DocumentTags& tags) {
  check_docid(docid);
  Key key;
  key.append_sortable_uint(docid);
  // Xapian stores neither empty data nor an empty list of slots.
  if (!tags.data.empty()) add_tag(data_, key.view(), tags.data, tags.data_deflated);
  add_tag(termlists_, key.view(), tags.termlist, tags.termlist_deflated);
  if (tags.used_slots.empty()) return;
  key.append_terminator();
  termlists_.add(key.view(), tags.used_slots);
}

}  // namespace warraq::glass
