#include "indexer/invert/run.h"

#include <algorithm>

namespace warraq::indexer {

RunOutput::RunOutput(const Run& run)
    : RunOutput(run, std::filesystem::create_directory(run.folder)) {}

RunOutput::RunOutput(const Run& run, bool /*made*/)
    : postings(run.postings()),
      words(run.words()),
      ids(run.ids()),
      slots(run.slots()),
      values(run.values()),
      lengths(run.lengths()),
      sketches(run.sketches()),
      documents(run.documents_file()) {}

void RunOutput::finish() {
  postings.finish();
  words.finish();
  for (OutputStream* stream : {&ids, &slots, &values, &lengths, &sketches, &documents})
    stream->finish();
}

void put_slot(OutputStream& out, const glass::SlotStatistics& slot) {
  out.put_number(slot.slot);
  out.put_number(slot.frequency);
  out.put_string(slot.lower);
  out.put_string(slot.upper);
}

std::vector<glass::SlotStatistics> read_slots(const Run& run) {
  InputStream in(run.slots());
  std::vector<glass::SlotStatistics> slots;
  while (!in.at_end()) {
    glass::SlotStatistics& slot = slots.emplace_back();
    slot.slot = in.get_number<std::uint32_t>();
    slot.frequency = in.get_number<std::uint32_t>();
    slot.lower = in.get_string();
    slot.upper = in.get_string();
  }
  return slots;
}

void put_document(OutputStream& out, const glass::DocumentTags& tags) {
  out.put_number(tags.termlist_deflated ? 1U : 0U);
  out.put_number(tags.termlist.size());
  out.put_number(tags.used_slots.size());
  out.put_number(tags.data.size());
  out.put_bytes(tags.termlist);
  out.put_bytes(tags.used_slots);
  out.put_bytes(tags.data);
}

glass::DocumentTags get_document(InputStream& in, std::string& storage) {
  const bool termlist_deflated = in.get_number<unsigned>() != 0;
  const auto termlist = in.get_number<std::size_t>();
  const auto used_slots = in.get_number<std::size_t>();
  const auto data = in.get_number<std::size_t>();
  storage.assign(in.get_bytes(termlist + used_slots + data));
  const std::string_view bytes(storage);
  return {bytes.substr(0, termlist), bytes.substr(termlist, used_slots),
          bytes.substr(termlist + used_slots, data), termlist_deflated, true};
}

}  // namespace warraq::indexer
