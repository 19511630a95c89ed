// Writes a shard's vocabulary (indexer/archive/front_coded_words.h).
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <stop_token>

#include "indexer/archive/vocabulary.h"
#include "indexer/write/derived_file_writer.h"
#include "indexer/write/front_coder.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::indexer {

/// Used by one thread. Memory: as FrontCoder.
class VocabularyFile {
 public:
  explicit VocabularyFile(const std::filesystem::path& shard);

  /// All words, in their order. Throws Stopped.
  void put(archive::WordCursor& words, const std::stop_token& stop);
  /// Once the database in the folder is finished: the file says which state of it it belongs to.
  void finish();

 private:
  std::filesystem::path shard_;
  DerivedFileWriter file_;
  archive::VocabularyContents contents_;
};

/// Writes the words of the articles stored in the database at `folder` to runs in `work`, that
/// begin with `name`; about `memory` bytes of words are held at a time. Returns the runs' paths.
/// Throws Stopped, what Xapian throws, and Xapian::DatabaseCorruptError where an article cannot be
/// read.
[[nodiscard]] std::vector<std::filesystem::path> count_stored_words(
    const std::filesystem::path& folder, const std::filesystem::path& work, const std::string& name,
    const analyzers::Analyzer& analyzer, std::size_t memory, const std::stop_token& stop);

/// Merges `runs` to the vocabulary of the finished database at `shard`; takes them away. More than
/// can be read side by side are merged to longer ones first.
void write_vocabulary(std::vector<std::filesystem::path> runs, const std::filesystem::path& shard,
                      const std::stop_token& stop);

}  // namespace warraq::indexer
