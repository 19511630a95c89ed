// One table of a glass database: a B-tree of 8 KB blocks from keys to tags, written once, in the
// order of the keys. Source: Xapian 1.4, glass, format of 2016-03-14 (GLASS.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/glass/block.h"
#include "indexer/glass/block_file.h"
#include "indexer/glass/deflater.h"

namespace warraq::glass {

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t root = 0;          ///< number of the root block
  unsigned level = 0;              ///< of the root; 0: it is a leaf
  std::uint64_t entries = 0;       ///< keys; where there are none there is no file
  std::uint32_t blocks = 0;        ///< in the file
  std::uint32_t compress_min = 0;  ///< tags longer than this are deflated; 0: none
};

/// Memory: a quarter of a MiB and one block for each level above the leaves. Used by one thread.
/// Throws std::system_error naming the file (a full disk, say), std::logic_error where the order of
/// the keys is not kept and std::length_error for a key or tag that is too long; after that the
/// table is not to be used.
class TableWriter {
 public:
  /// `file` must not exist, and is created with the first entry or later. Tags of more than
  /// `compress_min` bytes are deflated where that makes them smaller; 0: never.
  explicit TableWriter(std::filesystem::path file, std::uint32_t compress_min = 0);

  /// `key` has 1 to 255 bytes and sorts behind all before it; `tag` may be empty, and has about
  /// 130 MB at most.
  void add(std::string_view key, std::string_view tag);
  /// A tag that Deflater has deflated before.
  void add_deflated(std::string_view key, std::string_view tag);
  /// A tag that lies in one piece in the file, unless it is longer than kMaxWholeBytes with its
  /// key. What is left of a block that it does not fit into stays empty.
  void add_whole(std::string_view key, std::string_view tag);
  static constexpr std::size_t kMaxWholeBytes = kMaxItemBytes - kItemHeaderBytes;
  /// How long a tag of this key may be to fit into the current block in one piece.
  [[nodiscard]] std::size_t room_for(std::string_view key) const;

  /// After the last key: all of it to the disk.
  [[nodiscard]] TableRoot finish();

 private:
  /// The least key that is greater than all in the blocks before.
  struct Separator {
    std::string key;
    unsigned component = 0;
  };

  /// The block of one level above the leaves that is being filled.
  struct Branch {
    std::unique_ptr<char[]> memory;
    Block block;
    Separator separator;
    std::uint32_t written = 0;
  };

  void add_tag(std::string_view key, std::string_view tag, unsigned flags);
  void add_components(std::string_view key, std::string_view tag, unsigned flags);
  void append_item(std::string_view key, unsigned component, std::string_view part, unsigned flags);
  void begin_leaf(std::string_view key, unsigned component);
  void add_child(std::size_t level, const Separator& separator, std::uint32_t block);
  std::uint32_t write_branch(Branch& branch, std::size_t level);
  void append_null_child(Branch& branch, std::uint32_t block) const;
  [[noreturn]] void throw_bad_key(std::string_view key) const;

  std::string name_;
  std::uint32_t compress_min_;
  std::optional<Deflater> deflater_;
  std::string deflated_;
  BlockFile file_;
  Block leaf_;
  Separator leaf_separator_;
  std::string_view last_key_;  ///< in the leaf, or of the leaf before
  std::string key_before_leaf_;
  std::deque<Branch> branches_;  ///< from the leaves upwards
  std::uint64_t entries_ = 0;
};

}  // namespace warraq::glass
