// Articles to a sorted run, in memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/glass/deflater.h"
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
  explicit Inverter(const analyzers::Analyzer& analyzer);

  void add(const corpus::Article& article);
  [[nodiscard]] std::uint32_t documents() const {
    return static_cast<std::uint32_t>(documents_.size());
  }
  /// What it holds and what writing the run will take besides, in bytes, roughly.
  [[nodiscard]] std::size_t memory() const;

  /// Writes all of it to the new folder. Once, as the last thing.
  [[nodiscard]] Run write(const std::filesystem::path& folder);

 private:
  /// A term that a word gives.
  struct TermOfWord {
    std::uint32_t term = 0;
    std::uint8_t wdf = 0;
    bool has_positions = false;
  };
  struct Word {
    std::uint32_t first_term = 0;  ///< in terms_of_words_
    std::uint32_t terms = 0;
  };
  struct Occurrence {
    std::uint32_t word = 0;
    std::uint32_t position = 0;
  };
  struct Document {
    std::size_t occurrences_end = 0;
    std::size_t data_end = 0;
    std::size_t used_slots_end = 0;
    bool data_deflated = false;
  };
  struct Slot {
    glass::SlotStatistics statistics;
    std::string values;  ///< document and value, again and again
  };

  std::uint32_t word_of(const analyzers::Token& token, bool in_title);
  std::uint32_t filter_of(std::string_view prefix, std::string_view text);
  std::uint32_t intern_term(std::string_view prefix, std::string_view text);
  void end_word();
  void store(const corpus::Article& article, Document& document);
  void add_values(const corpus::Article& article);

  friend class RunMaker;

  const analyzers::Analyzer& analyzer_;
  analyzers::Analysis analysis_;
  glass::Deflater deflater_;
  StringTable words_;
  StringTable terms_;
  std::vector<Word> word_terms_;  ///< by number of word
  std::vector<TermOfWord> terms_of_words_;
  std::vector<Occurrence> occurrences_;
  std::vector<Document> documents_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ids_;  ///< term and document
  std::string data_;
  std::string used_slots_;
  std::vector<Slot> slots_;  ///< by number of slot
  std::string term_;
};

}  // namespace warraq::indexer
