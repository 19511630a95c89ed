// One table of a run: terms in byte order, and for each its documents with something about each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/invert/stream.h"

namespace warraq::indexer {

/// What stands before a term's documents.
struct TermSummary {
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;
};

/// Some consecutive documents of one term. `entries` is the wdf of the first document, then for
/// each further one its distance to the one before, less one, and its wdf.
struct Block {
  std::uint32_t first_document = 0;
  std::string_view entries;
};

/// A block is closed once it has this size, so that a reader holds no long list whole.
inline constexpr std::size_t kFullBlockBytes = std::size_t{32} << 10;

/// Terms in byte order, of each its blocks in the order of documents. Used by one thread.
class TermBlocksOutput {
 public:
  explicit TermBlocksOutput(const std::filesystem::path& path) : stream_(path) {}

  void begin_term(std::string_view term, const TermSummary& summary);
  void add(const Block& block);
  void end_term() { stream_.put_number(0U); }
  void finish() { stream_.finish(); }

 private:
  OutputStream stream_;
  std::string term_;
};

/// Reads what TermBlocksOutput wrote. Used by one thread.
class TermBlocksInput {
 public:
  explicit TermBlocksInput(const std::filesystem::path& path) : stream_(path) {}

  /// On to the next term, once all blocks of this one were read; false after the last.
  [[nodiscard]] bool next_term();
  [[nodiscard]] const std::string& term() const { return term_; }
  [[nodiscard]] const TermSummary& summary() const { return summary_; }
  /// On to the next block of the term; false after the last.
  [[nodiscard]] bool next_block();
  /// Valid until the next call.
  [[nodiscard]] const Block& block() const { return block_; }

 private:
  InputStream stream_;
  std::string term_;
  TermSummary summary_;
  Block block_;
};

}  // namespace warraq::indexer
