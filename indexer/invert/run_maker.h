// The sorting half of inversion: what an Inverter gathered, in the order of a run's files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "indexer/glass/termlist.h"
#include "indexer/invert/block_builder.h"
#include "indexer/invert/inverter.h"
#include "indexer/invert/run.h"

namespace warraq::indexer {

/// Lists that grow side by side, in pieces from one pool: what documents collect while terms go by.
class TermLists {
 public:
  struct Entry {
    std::uint32_t term = 0;
    std::uint32_t wdf = 0;
  };

  explicit TermLists(std::size_t documents) : lists_(documents) {}
  void add(std::uint32_t document, const Entry& entry);
  /// Puts the list's entries into `out`, in the order they came.
  void get(std::uint32_t document, std::vector<Entry>& out) const;

 private:
  static constexpr std::size_t kPieceEntries = 15;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Piece {
    std::array<Entry, kPieceEntries> entries;
    std::uint32_t count = 0;
    std::uint32_t next = kNone;
  };
  struct List {
    std::uint32_t first = kNone;
    std::uint32_t last = kNone;
  };

  std::vector<Piece> pieces_;
  std::vector<List> lists_;
};

/// Writes one run. Used once.
class RunMaker {
 public:
  /// What making a run takes for each occurrence of a word: its document, sorted by word (4
  /// bytes), and an entry of 8 bytes in its document's list of terms, with room to spare.
  static constexpr std::size_t kMemoryForOccurrence = 16;
  static constexpr std::size_t kMemoryForTerm = 24;
  /// And each word, with a key that it is sorted by.
  static constexpr std::size_t kMemoryForWord = sizeof(archive::VocabularyWord) + 16;

  RunMaker(const Inverter& inverter, std::filesystem::path folder);
  [[nodiscard]] Run make();

 private:
  struct Posting {
    std::uint32_t document = 0;
    std::uint32_t wdf = 0;
  };

  void sort_occurrences();
  void sort_sources();
  [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;
  void write_term(std::uint32_t term);
  void gather(std::span<const std::uint32_t> words);
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
  std::vector<Posting> postings_;
  BlockBuilder blocks_;
};

}  // namespace warraq::indexer
