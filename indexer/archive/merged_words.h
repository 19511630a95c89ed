// Several vocabularies as one.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/vocabulary.h"

namespace warraq::archive {

/// The words of several cursors, each once, with the sum of its occurrences.
class MergedWords final : public WordCursor {
 public:
  explicit MergedWords(std::vector<std::unique_ptr<WordCursor>> cursors);

  bool next() override;
  [[nodiscard]] const VocabularyWord& word() const override { return word_; }

 private:
  /// What most comparisons end with, and where it comes from.
  struct Waiting {
    std::uint64_t beginning = 0;
    std::size_t cursor = 0;
  };

  void wait_for(std::size_t cursor);
  [[nodiscard]] bool after(const Waiting& left, const Waiting& right) const;
  [[nodiscard]] std::size_t pop();

  std::vector<std::unique_ptr<WordCursor>> cursors_;
  std::vector<Waiting> waiting_;      ///< a heap, the first word on top
  std::vector<std::size_t> current_;  ///< those that stand at word_
  VocabularyWord word_;
};

/// Must not outlive the parts that it does not own.
class MergedVocabulary final : public Vocabulary {
 public:
  explicit MergedVocabulary(std::vector<std::shared_ptr<const Vocabulary>> parts)
      : parts_(std::move(parts)) {}

  void for_each(std::string_view prefix, const Take& take) const override;
  void find(std::string_view normalised, const Take& take) const override;
  void with_mark(std::uint16_t mark, const Take& take) const override;
  [[nodiscard]] std::unique_ptr<WordCursor> words(std::string_view from) const override;

 private:
  std::vector<std::shared_ptr<const Vocabulary>> parts_;
};

/// A number that sorts as the first letters of `text` do, as far as they reach: eight of Arabic or
/// ASCII.
[[nodiscard]] std::uint64_t word_beginning(std::string_view text);

}  // namespace warraq::archive
