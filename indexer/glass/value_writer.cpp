#include "indexer/glass/value_writer.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <stdexcept>

#include "indexer/glass/docid.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/key.h"

namespace warraq::glass {
namespace {

constexpr std::string_view kStatisticsPrefix("\0\xd0", 2);
constexpr std::string_view kChunkPrefix("\0\xd8", 2);

// A chunk is closed by the value that takes it to this size.
constexpr std::size_t kFullChunkBytes = 2000;

// What a value takes at the most besides its bytes: the distance of its document and its length.
constexpr std::size_t kValueHeaderBytes = 2 * kMaxUint32Bytes;

// The lowest byte first, as many as it takes: none for 0.
std::string statistics_key(std::uint32_t slot) {
  std::string key(kStatisticsPrefix);
  for (; slot != 0; slot >>= 8) key += static_cast<char>(slot);
  return key;
}

std::string statistics_tag(const SlotStatistics& slot) {
  std::string tag;
  append_uint(tag, slot.frequency);
  append_string(tag, slot.lower);
  if (slot.upper != slot.lower) tag += slot.upper;
  return tag;
}

}  // namespace

bool slot_precedes(std::uint32_t left, std::uint32_t right) {
  Key left_key;
  Key right_key;
  left_key.append_uint(left);
  right_key.append_uint(right);
  return left_key.view() < right_key.view();
}

void ValueWriter::add_statistics(std::span<const SlotStatistics> slots) {
  std::map<std::string, const SlotStatistics*> by_key;
  for (const SlotStatistics& slot : slots) {
    if (slot.frequency == 0) continue;
    if (slot.slot == UINT32_MAX || slot.lower.empty() ||
        !by_key.emplace(statistics_key(slot.slot), &slot).second) {
      throw std::logic_error("the statistics of value slot " + std::to_string(slot.slot) +
                             " come twice, or have an empty value, or there is no such slot");
    }
    slots_.push_back({slot.slot, slot.frequency});
  }
  for (const auto& [key, slot] : by_key) table_.add(key, statistics_tag(*slot));
}

void ValueWriter::begin_slot(std::uint32_t slot) {
  const auto found =
      std::find_if(slots_.begin(), slots_.end(), [&](const Slot& s) { return s.number == slot; });
  if (current_ != nullptr || found == slots_.end()) {
    throw std::logic_error("value slot " + std::to_string(slot) + " begins out of its turn");
  }
  current_ = &*found;
  first_docid_ = 0;
  last_docid_ = 0;
}

void ValueWriter::add(std::uint32_t docid, std::string_view value) {
  check_docid(docid, last_docid_);
  if (current_ == nullptr || current_->missing == 0 || value.empty()) {
    throw std::logic_error("a value is empty, or more come than the statistics say");
  }
  --current_->missing;
  if (!chunk_.empty() && chunk_.size() + kValueHeaderBytes + value.size() > end_of_chunk()) {
    write_chunk();
  }
  if (chunk_.empty()) {
    first_docid_ = docid;
  } else {
    append_uint(chunk_, docid - last_docid_ - 1);
  }
  append_string(chunk_, value);
  last_docid_ = docid;
  if (chunk_.size() >= kFullChunkBytes) write_chunk();
}

void ValueWriter::end_slot() {
  if (current_ == nullptr) throw std::logic_error("a value slot ends that was not begun");
  if (!chunk_.empty()) write_chunk();
  current_ = nullptr;
}

void ValueWriter::finish() const {
  for (const Slot& slot : slots_) {
    if (slot.missing != 0) {
      throw std::logic_error("value slot " + std::to_string(slot.number) +
                             " has fewer values than its statistics say");
    }
  }
}

Key ValueWriter::chunk_key() const {
  Key key;
  key.append(kChunkPrefix);
  key.append_uint(current_->number);
  key.append_sortable_uint(first_docid_);
  return key;
}

// As much as fits where the chunk will stand, so that all of its values, and none but those that
// are longer than a chunk, lie in one piece in the file: readers of the file find them there.
std::size_t ValueWriter::end_of_chunk() const {
  const std::size_t room = table_.room_for(chunk_key().view());
  return chunk_.size() <= room ? std::min(room, kFullChunkBytes) : kFullChunkBytes;
}

void ValueWriter::write_chunk() {
  table_.add_whole(chunk_key().view(), chunk_);
  chunk_.clear();
}

}  // namespace warraq::glass
