// The blocks of one table, written in the order of their numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "indexer/glass/output_file.h"

namespace warraq::glass {

/// Blocks are filled where they are written from, so that the many leaves are never copied. The
/// file is created with the first bytes that go to it. Throws std::system_error naming it.
class BlockFile {
 public:
  explicit BlockFile(std::filesystem::path path);

  /// Where the next block's kBlockBytes are to be put. Valid until the next commit() or write().
  [[nodiscard]] char* next() const;
  /// What was put to next() is a whole block now; returns its number.
  std::uint32_t commit();
  /// A block from elsewhere.
  std::uint32_t write(const char* block);

  [[nodiscard]] std::uint32_t blocks() const { return blocks_; }
  /// After the last block: all of it to the disk.
  void finish();

 private:
  void write_out();

  std::filesystem::path path_;
  std::unique_ptr<char[]> memory_;
  std::size_t filled_ = 0;  ///< blocks in memory_
  std::uint32_t blocks_ = 0;
  std::optional<OutputFile> file_;
};

}  // namespace warraq::glass
