// The sorting half of inversion: what an Inverter gathered, in the order of a run's files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "indexer/glass/termlist.h"
#include "indexer/invert/block_builder.h"
#include "indexer/invert/inverter.h"
#include "indexer/invert/run.h"
#include "indexer/invert/term_counts.h"

namespace warraq::indexer {

/// The terms of each document, which come term by term.
class TermLists {
 public:
  struct Entry {
    std::uint32_t term = 0;
    std::uint32_t wdf = 0;
  };

  /// Where each document's list begins, and where the last one ends: none has more entries than
  /// fit.
  explicit TermLists(std::vector<std::size_t> begins);
  void add(std::uint32_t document, const Entry& entry) { entries_[ends_[document]++] = entry; }
  /// In the order they came.
  [[nodiscard]] std::span<const Entry> operator[](std::uint32_t document) const {
    return std::span(entries_.get() + begins_[document], ends_[document] - begins_[document]);
  }

 private:
  std::vector<std::size_t> begins_;  ///< by document, in entries_
  std::vector<std::size_t> ends_;
  std::unique_ptr<Entry[]> entries_;
};

/// Writes one run. Used once.
class RunMaker {
 public:
  /// What making a run takes for each occurrence of a word: its document, sorted by word (4
  /// bytes), and an entry of 8 bytes in its document's list of terms, twice for words of titles.
  static constexpr std::size_t kMemoryForOccurrence = 16;
  static constexpr std::size_t kMemoryForTerm = 24;
  /// And each word, with a key that it is sorted by.
  static constexpr std::size_t kMemoryForWord = sizeof(archive::VocabularyWord) + 16;

  RunMaker(const Inverter& inverter, std::filesystem::path folder);
  [[nodiscard]] Run make();

 private:
  void sort_occurrences();
  void sort_sources();
  [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;
  void write_term(std::uint32_t term);
  void write_words();
  void write_ids();
  void write_values();
  void write_documents();
  void write_sketches();

  const Inverter& inverter_;
  Run run_;
  RunOutput out_;
  std::vector<std::size_t> places_begin_;   ///< by word, in places_
  std::vector<std::uint32_t> places_;       ///< documents, once an occurrence
  std::vector<std::size_t> sources_begin_;  ///< by term, in sources_
  std::vector<std::uint32_t> sources_;      ///< the words that give a term
  TermLists term_lists_;
  TermCounts counts_;
  BlockBuilder blocks_;
};

}  // namespace warraq::indexer
