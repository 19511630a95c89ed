// What a document's stream of words says of a part of a query, and whether to believe it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/plan.h"
#include "searcher/engine/prefix_test.h"
#include "searcher/engine/term_places.h"
#include "searcher/engine/verdict.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

/// Asks the streams of one database, each of which has hashes in place of words. Where the database
/// has a vocabulary, it is known which other words have the hashes of those that are looked for,
/// and how often their stems stand in a document: what is found more often than that leaves no
/// doubt. Refers to what it is made of; used by one thread.
class StreamTest {
 public:
  StreamTest(const Settled& settled, const archive::OpenedDatabase& database,
             const analyzers::Analyzer& analyzer);

  /// Throws what Xapian throws.
  [[nodiscard]] Verdict ask(std::string_view stream, std::uint32_t document);

 private:
  using Terms = std::set<std::string>;

  /// In how many places of a document another word may stand that has the hash of one of ours.
  using Others = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  /// Of a phrase.
  struct Word {
    std::size_t number = 0;
    Others others;
    std::optional<WordPlaces> places;  // once there is a doubt
  };

  [[nodiscard]] Verdict ask_for_phrase(std::string_view stream, std::uint32_t document);
  void learn_words();
  [[nodiscard]] bool stands_for_either(const QueryWord& word) const;
  [[nodiscard]] Others documents_with(const Terms& terms) const;
  [[nodiscard]] WordPlaces& places_of(Word& word);
  void add_others_of(const QueryWord& word, Terms& terms) const;
  void add_terms(const archive::VocabularyWord& word, Terms& terms) const;

  const Settled& settled_;
  const archive::OpenedDatabase& database_;
  const analyzers::Analyzer& analyzer_;
  std::unique_ptr<const analyzers::Stemmer> stemmer_;
  std::vector<Word> words_;           // of a phrase, once one stands
  std::optional<PrefixTest> prefix_;  // once it is asked for
};

}  // namespace warraq::searcher
