#include "indexer/duplicates/key_sorter.h"

#include <cstring>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace warraq::indexer {

KeySorter::KeySorter(std::filesystem::path folder, std::size_t memory)
    : folder_(std::move(folder)),
      // A vector that grows holds half as much again.
      most_(std::max(memory / sizeof(std::uint64_t) * 2 / 3, std::tuple_size_v<SketchKeys>)) {}

KeySorter::~KeySorter() {
  std::error_code ignored;
  for (const std::filesystem::path& file : files_) std::filesystem::remove(file, ignored);
}

void KeySorter::add(const SketchKeys& keys, std::uint32_t article) {
  if (entries_.size() + keys.size() > most_) {
    sort();
    spill();
  }
  for (const std::uint32_t key : keys) {
    if (key != kNoKey) entries_.push_back(std::uint64_t{key} << 32U | article);
  }
}

void KeySorter::spill() {
  files_.push_back(folder_ / ("keys-" + std::to_string(files_.size())));
  OutputStream out(files_.back());
  for (const std::uint64_t entry : entries_) {
    out.put_bytes({reinterpret_cast<const char*>(&entry), sizeof entry});
  }
  out.finish();
  entries_.clear();
}

bool KeySorter::Sorted::next() {
  if (stream_.at_end()) return false;
  std::memcpy(&entry_, stream_.get_bytes(sizeof entry_).data(), sizeof entry_);
  return true;
}

}  // namespace warraq::indexer
