#include "indexer/glass/table_writer.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "indexer/glass/encoding.h"
#include "indexer/glass/key.h"

namespace warraq::glass {
namespace {

// Leaf item: kItemHeaderBytes, key, component number unless it is the first, tag.
constexpr std::size_t kComponentBytes = 2;
constexpr unsigned kDeflated = 0x8000;
constexpr unsigned kLastComponent = 0x4000;
constexpr unsigned kFirstComponent = 0x2000;
constexpr unsigned kMaxComponents = 0xffff;

// Branch item: block number, key length, key, component number.
constexpr std::size_t kBlockNumberBytes = 4;
constexpr std::size_t kChildBytes = kBlockNumberBytes + 1 + kComponentBytes;

// A tag is cut to fill the rest of a block where at least this much of it, and of its key, fits:
// smaller pieces cost more in keys than they save (Xapian's compactor has the same figure).
constexpr std::size_t kLeastPieceBytes = 34;

char* copy(char* out, std::string_view bytes) { return out + bytes.copy(out, bytes.size()); }

std::size_t header_bytes(std::string_view key, unsigned component) {
  return kItemHeaderBytes + key.size() + (component == 1 ? 0 : kComponentBytes);
}

std::string_view shortest_above(std::string_view before, std::string_view key) {
  const auto differ = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
  const auto common = static_cast<std::size_t>(differ.second - key.begin());
  return key.substr(0, common + 1);
}

}  // namespace

TableWriter::TableWriter(std::filesystem::path file, std::uint32_t compress_min)
    : name_(file.string()), compress_min_(compress_min), file_(std::move(file)) {
  if (compress_min_ != 0) deflater_.emplace();
  leaf_.begin(file_.next());
  append_item({}, 1, {}, kFirstComponent | kLastComponent);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (deflater_ && tag.size() > compress_min_) {
    deflated_.clear();
    if (deflater_->append(deflated_, tag)) {
      add_tag(key, deflated_, kDeflated);
      return;
    }
  }
  add_tag(key, tag, 0);
}

void TableWriter::add_deflated(std::string_view key, std::string_view tag) {
  add_tag(key, tag, kDeflated);
}

void TableWriter::add_whole(std::string_view key, std::string_view tag) {
  const bool fits_a_block = key.size() + tag.size() <= kMaxWholeBytes;
  if (fits_a_block && tag.size() > room_for(key)) begin_leaf(key, 1);
  add_tag(key, tag, 0);
}

std::size_t TableWriter::room_for(std::string_view key) const {
  const std::size_t room = std::min(leaf_.room(), kMaxItemBytes);
  return room - std::min(room, kItemHeaderBytes + key.size());
}

void TableWriter::add_tag(std::string_view key, std::string_view tag, unsigned flags) {
  if (key.size() > kMaxKeyBytes || key <= last_key_) throw_bad_key(key);
  const std::size_t bytes = kItemHeaderBytes + key.size() + tag.size();
  if (bytes <= std::min(leaf_.room(), kMaxItemBytes)) {
    append_item(key, 1, tag, flags | kFirstComponent | kLastComponent);
  } else {
    add_components(key, tag, flags);
  }
  ++entries_;
}

void TableWriter::add_components(std::string_view key, std::string_view tag, unsigned flags) {
  flags |= kFirstComponent;
  for (unsigned component = 1;; ++component, flags &= ~kFirstComponent) {
    if (component > kMaxComponents) throw std::length_error(name_ + ": a tag is too long");
    const std::size_t header = header_bytes(key, component);
    const std::size_t whole = header + tag.size();
    std::size_t bytes = std::min({leaf_.room(), kMaxItemBytes, whole});
    if (bytes < whole && bytes < header + key.size() + kLeastPieceBytes) {
      begin_leaf(key, component);
      bytes = std::min(kMaxItemBytes, whole);
    }
    if (bytes == whole) flags |= kLastComponent;
    append_item(key, component, tag.substr(0, bytes - header), flags);
    if (bytes == whole) return;
    tag.remove_prefix(bytes - header);
  }
}

void TableWriter::append_item(std::string_view key, unsigned component, std::string_view part,
                              unsigned flags) {
  const std::size_t bytes = header_bytes(key, component) + part.size();
  char* out = leaf_.append(bytes);
  write_big_endian_16(out, (bytes - kItemHeaderBytes) | flags);
  out[2] = static_cast<char>(key.size());
  last_key_ = {out + kItemHeaderBytes, key.size()};
  out = copy(out + kItemHeaderBytes, key);
  if (component != 1) {
    write_big_endian_16(out, component);
    out += kComponentBytes;
  }
  copy(out, part);
}

// Closes the leaf and begins the next, which `key` and `component` will be the first item of.
void TableWriter::begin_leaf(std::string_view key, unsigned component) {
  Separator separator{std::string(shortest_above(last_key_, key)), component};
  key_before_leaf_ = last_key_;
  last_key_ = key_before_leaf_;
  leaf_.close(0);
  add_child(0, leaf_separator_, file_.commit());
  leaf_separator_ = std::move(separator);
  leaf_.begin(file_.next());
}

// `level` counts from 0 for the blocks above the leaves.
void TableWriter::add_child(std::size_t level, const Separator& separator, std::uint32_t block) {
  if (level == branches_.size()) {
    Branch& added = branches_.emplace_back();
    added.memory = std::make_unique_for_overwrite<char[]>(kBlockBytes);
    added.block.begin(added.memory.get());
  }
  Branch& branch = branches_[level];
  const std::size_t bytes = kChildBytes + separator.key.size();
  if (bytes > branch.block.room()) {
    const std::uint32_t number = write_branch(branch, level);
    add_child(level + 1, branch.separator, number);
    branch.block.begin(branch.memory.get());
  }
  if (branch.block.empty()) {
    // Nothing is left of the first child: its separator goes to the level above.
    append_null_child(branch, block);
    branch.separator = separator;
    return;
  }
  char* const out = branch.block.append(bytes);
  write_big_endian_32(out, block);
  out[kBlockNumberBytes] = static_cast<char>(separator.key.size());
  write_big_endian_16(copy(out + kBlockNumberBytes + 1, separator.key), separator.component);
}

std::uint32_t TableWriter::write_branch(Branch& branch, std::size_t level) {
  branch.block.close(static_cast<unsigned>(level) + 1);
  ++branch.written;
  return file_.write(branch.memory.get());
}

void TableWriter::append_null_child(Branch& branch, std::uint32_t block) const {
  char* const out = branch.block.append(kChildBytes);
  std::memset(out, 0, kChildBytes);
  write_big_endian_32(out, block);
}

TableRoot TableWriter::finish() {
  TableRoot result;
  result.compress_min = compress_min_;
  if (entries_ == 0) return result;
  leaf_.close(0);
  result.entries = entries_;
  result.root = file_.commit();
  if (!branches_.empty()) add_child(0, leaf_separator_, result.root);
  for (std::size_t level = 0; level < branches_.size(); ++level) {
    Branch& branch = branches_[level];
    result.root = write_branch(branch, level);
    result.level = static_cast<unsigned>(level) + 1;
    if (branch.written > 1) add_child(level + 1, branch.separator, result.root);
  }
  result.blocks = file_.blocks();
  file_.finish();
  return result;
}

void TableWriter::throw_bad_key(std::string_view key) const {
  if (key.size() > kMaxKeyBytes) {
    throw std::length_error(name_ + ": a key has " + std::to_string(key.size()) +
                            " bytes, and a table takes " + std::to_string(kMaxKeyBytes));
  }
  throw std::logic_error(name_ + ": keys are not in order, or come twice");
}

}  // namespace warraq::glass
