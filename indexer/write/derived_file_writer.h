// Writes a file that is derived from a shard's database (indexer/archive/derived_file.h).
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/archive/derived_file.h"
#include "indexer/glass/output_file.h"

namespace warraq::indexer {

/// Buffered, from beginning to end. Used by one thread. Throws std::system_error naming the file.
class DerivedFileWriter {
 public:
  /// Creates `path`, which must not exist.
  explicit DerivedFileWriter(const std::filesystem::path& path);

  /// How much was put so far.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  void put(std::string_view bytes);
  template <typename Value>
  void put_value(const Value& value) {
    put({reinterpret_cast<const char*>(&value), sizeof value});
  }
  /// Returns where the first of them begins.
  template <typename Entry>
  std::uint64_t put_entries(std::span<const Entry> entries) {
    align(alignof(Entry));
    const std::uint64_t begin = size_;
    put({reinterpret_cast<const char*>(entries.data()), entries.size_bytes()});
    return begin;
  }

  /// What the body ends with, and the trailer. Synced.
  template <typename Contents>
  void finish(const Contents& contents, const archive::DerivedMagic& magic,
              const Xapian::Database& database) {
    put_value(contents);
    finish(magic, database);
  }

 private:
  void align(std::size_t size);
  void finish(const archive::DerivedMagic& magic, const Xapian::Database& database);

  glass::OutputFile file_;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

}  // namespace warraq::indexer
