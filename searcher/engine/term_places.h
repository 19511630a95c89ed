// Whether places that have a word's hash are that word's, told by how often its term is there.
#pragma once

#include <xapian.h>
#include <bitset>
#include <cstdint>
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

/// Compares the places of a document that have marks of a term's words with how often the database
/// says that the term is there. All of its words are among those places: where these are no more,
/// each of them is one. Used by one thread; the database, with its vocabulary, must stay open.
class TermPlaces {
 public:
  /// `text` is a stop word's normalised form, or a stem.
  TermPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
             std::string_view text, bool stop);

  [[nodiscard]] const std::string& term() const { return term_; }
  /// Whether a word that has the term has this mark.
  [[nodiscard]] bool has(const archive::WordMark& mark) const;
  /// How many places of those with its marks are other words'; UINT32_MAX where that is not known.
  /// Throws what Xapian throws.
  [[nodiscard]] std::uint32_t others_in(const archive::WordStream& stream, std::uint32_t document);

 private:
  [[nodiscard]] std::uint32_t occurrences_in(std::uint32_t document);

  const archive::OpenedDatabase* database_;
  std::string term_;
  std::vector<archive::WordMark> marks_;  // in order
  std::bitset<4096> low_bits_;            // of their forms: most of a text is none of them
  std::optional<TermPostings> postings_;
  std::uint32_t last_ = 0;  // document that was asked for: mostly they are in order
};

/// The same for one word of a phrase.
class WordPlaces {
 public:
  /// Of `word` in its exact form or normalised; `either`: a stop word or another, whichever it is.
  WordPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
             const QueryWord& word, bool exact, bool either);

  /// In how many places, at the most, another word stands where the word's mark is; UINT32_MAX
  /// where that is not known. Throws what Xapian throws.
  [[nodiscard]] std::uint32_t others_in(const archive::WordStream& stream, std::uint32_t document);

 private:
  [[nodiscard]] std::uint32_t strangers_in(const archive::WordStream& stream) const;

  std::vector<TermPlaces> terms_;
  std::vector<std::uint16_t> forms_;  // the word's own
  bool exact_;
  bool is_told_ = true;  // from the other words of its stem
};

}  // namespace warraq::searcher
