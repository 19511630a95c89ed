// Sorted words in a file that is read from beginning to end, to be merged with others.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "indexer/invert/stream.h"

namespace warraq::indexer {

/// Used by one thread.
class WordRunOutput {
 public:
  /// Creates `path`.
  explicit WordRunOutput(const std::filesystem::path& path) : out_(path) {}
  /// In order (archive::compare_words()), none twice.
  void add(const archive::VocabularyWord& word);
  void finish() { out_.finish(); }

 private:
  OutputStream out_;
};

/// Reads what it wrote; throws what InputStream throws.
class WordRunInput final : public archive::WordCursor {
 public:
  explicit WordRunInput(const std::filesystem::path& path) : in_(path) {}
  bool next() override;
  [[nodiscard]] const archive::VocabularyWord& word() const override { return word_; }

 private:
  InputStream in_;
  std::string normalised_;
  std::string exact_;
  archive::VocabularyWord word_;
};

/// The words of several runs as one. Each takes an open file, and a buffer of 32 KB for it.
[[nodiscard]] std::unique_ptr<archive::WordCursor> read_word_runs(
    std::span<const std::filesystem::path> runs);

}  // namespace warraq::indexer
