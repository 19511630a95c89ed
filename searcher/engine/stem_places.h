// Whether places that have a word's hash are that word's, told by how often its stem is there.
#pragma once

#include <xapian.h>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/term_postings.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

/// Compares the places of a document that have marks of a word's stem with how often the database
/// says that the stem is there. All of its words are among those places: where these are no more,
/// each is one of them. Used by one thread; the database, with its vocabulary, must stay open.
class StemPlaces {
 public:
  /// Of `word` in its exact form or normalised; `either`: a stop word or another, whichever it is.
  StemPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
             const QueryWord& word, bool exact, bool either);

  /// In how many places, at the most, another word stands where the word's mark is; UINT32_MAX
  /// where that is not known. Throws what Xapian throws.
  [[nodiscard]] std::uint32_t others_in(const archive::WordStream& stream, std::uint32_t document);

 private:
  /// How often a term is in documents, which are mostly asked for in order.
  class Occurrences {
   public:
    Occurrences(const archive::OpenedDatabase& database, std::string term)
        : database_(&database), term_(std::move(term)) {}
    [[nodiscard]] const std::string& term() const { return term_; }
    [[nodiscard]] std::uint32_t in(std::uint32_t document);

   private:
    const archive::OpenedDatabase* database_;
    std::string term_;
    std::optional<TermPostings> postings_;
    std::uint32_t last_ = 0;  // that was asked for
  };

  void add_mark(const archive::VocabularyWord& word);
  [[nodiscard]] bool shares_stem(std::uint16_t form, const QueryWord& word, bool exact,
                                 const archive::Vocabulary& vocabulary,
                                 const analyzers::Stemmer& stemmer) const;

  std::vector<Occurrences> terms_;
  std::vector<archive::WordMark> marks_;           // of all words that have the terms, in order
  std::unique_ptr<std::bitset<65536>> forms_;      // theirs, and the word's own
  std::vector<std::uint16_t> own_forms_;           // none where spellings are compared besides
  bool is_told_ = true;                            // from the other words of its stem
};

}  // namespace warraq::searcher
