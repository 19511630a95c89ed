// An article as a database will hold it: terms, slot values and what is stored. No Xapian here, so
// that whatever writes the database (its API now, a bulk builder later) takes the same thing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/stored_text.h"
#include "indexer/archive/word_stream.h"
#include "indexer/words/word_counter.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// One term of one article. The view is valid until the maker's next article.
struct Term {
  std::string_view text;
  std::uint32_t wdf = 0;  ///< within-document frequency; 0: a filter
};

struct SlotValue {
  std::uint32_t slot = 0;
  std::string value;
  bool operator==(const SlotValue&) const = default;
};

struct ArticleTerms {
  std::string id_term;            ///< also among `terms`
  std::vector<Term> terms;        ///< in byte order, unique
  std::vector<SlotValue> values;  ///< in order of slot, none empty
  std::string json;               ///< the article, to be stored
};

/// A slot's value is cut to this many bytes, between characters: it serves filters, facets and
/// sorting, and the stored article has it whole.
inline constexpr std::size_t kMaxSlotValueBytes = 1000;

/// Whether the article's JSON would be larger than archive::kMaxStoredBytes.
[[nodiscard]] bool too_large_to_store(const corpus::Article& article);

/// The values of the article's slots, `words` being its stream (archive/word_stream.h). Apart from
/// the terms so that a check can compare them.
[[nodiscard]] std::vector<SlotValue> slot_values(const corpus::Article& article,
                                                 std::string_view words);

/// The article's stream of words by itself.
[[nodiscard]] std::string word_stream_of(const corpus::Article& article,
                                         const analyzers::Analyzer& analyzer,
                                         analyzers::Analysis& analysis);

/// Makes the terms of articles, keeping its buffers from one to the next. For each thread its own.
class TermMaker {
 public:
  /// Every word is counted in `words` too, where that is not null. Both must outlive it.
  explicit TermMaker(const analyzers::Analyzer& analyzer, WordCounter* words = nullptr)
      : analyzer_(analyzer), words_(words) {}

  /// Valid until the next call.
  [[nodiscard]] const ArticleTerms& make(const corpus::Article& article);

 private:
  /// One occurrence of a term, before equal ones are put together. Small: a large article has
  /// millions. Xapian's limits bound the length.
  struct Occurrence {
    std::uint64_t beginning = 0;  ///< the term's first eight bytes, the first one highest
    std::uint32_t offset = 0;     ///< in term_bytes_
    std::uint8_t length = 0;
    std::uint8_t wdf = 0;
  };

  void add(std::string_view prefix, std::string_view text, std::uint32_t wdf);
  [[nodiscard]] std::string_view text_of(const Occurrence& occurrence) const;
  [[nodiscard]] bool before(const Occurrence& left, const Occurrence& right) const;
  void gather_terms();

  const analyzers::Analyzer& analyzer_;
  WordCounter* words_;
  analyzers::Analysis analysis_;
  std::string term_bytes_;
  std::vector<Occurrence> occurrences_;
  archive::WordStreamWriter stream_;
  ArticleTerms result_;
};

}  // namespace warraq::indexer
