// Articles to a sorted run, in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/stored_text.h"
#include "indexer/archive/word_stream.h"
#include "indexer/duplicates/group.h"
#include "indexer/invert/run.h"
#include "indexer/invert/string_table.h"
#include "indexer/terms/word_terms.h"

namespace warraq::indexer {

/// Takes articles and writes them as one run. Each word is looked up once, by its exact form (and
/// whether it is a stop word: joined forms, of م.ا for one, are none, whatever they look like);
/// what terms it gives was worked out when it came first. Occurrences are sorted by counting, never
/// compared. Used by one thread.
class Inverter {
 public:
  /// Both must outlive it. `dictionary` is what articles are stored with, or null.
  Inverter(const analyzers::Analyzer& analyzer, const archive::TextDictionary* dictionary);

  void add(const corpus::Article& article);
  [[nodiscard]] std::uint32_t documents() const {
    return static_cast<std::uint32_t>(documents_.size());
  }
  /// What it holds and what writing the run will take besides, in bytes, roughly.
  [[nodiscard]] std::size_t memory() const;

  /// Writes all of it to the new folder. Once, as the last thing.
  [[nodiscard]] Run write(const std::filesystem::path& folder);

 private:
  struct Word {
    std::uint32_t first_term = 0;  ///< in terms_of_words_
    std::uint32_t terms = 0;
    std::uint32_t count = 0;  ///< what an occurrence counts; 0: a filter
    archive::WordMark mark;
    std::uint32_t normalised_end = 0;  ///< in normalised_
    bool stop = false;
  };
  struct Document {
    std::size_t occurrences_end = 0;
    std::size_t data_end = 0;
    std::size_t used_slots_end = 0;
  };
  struct Slot {
    glass::SlotStatistics statistics;
    std::string values;  ///< document and value, again and again
  };

  std::uint32_t word_of(const analyzers::Token& found, bool in_title);
  std::uint32_t filter_of(std::string_view prefix, std::string_view text);
  void add_word(std::uint32_t count);
  void add_term(std::string_view term);
  void store(const corpus::Article& article, Document& document);
  void add_values(const corpus::Article& article, std::string_view words);
  void add_sketch(std::string_view words);

  friend class RunMaker;

  const analyzers::Analyzer& analyzer_;
  analyzers::Analysis analysis_;
  archive::StoredTextWriter texts_;
  StringTable words_;
  StringTable terms_;
  std::vector<Word> word_terms_;  ///< by number of word
  std::string normalised_;        ///< one behind the other, of words whose exact form is another
  std::vector<std::uint32_t> terms_of_words_;
  std::vector<std::uint32_t> occurrences_;  ///< words, document after document
  archive::WordStreamWriter stream_;
  std::vector<Document> documents_;
  /// Where the terms of each document begin if all their occurrences stand one behind the other,
  /// and where the last one's end.
  std::vector<std::size_t> terms_begin_{0};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ids_;  ///< term and document
  std::string data_;
  std::string used_slots_;
  std::vector<Slot> slots_;  ///< by number of slot
  std::vector<SketchedArticle> sketches_;
  std::string term_;
};

}  // namespace warraq::indexer
