// The spellings of one word that an archive bears out: made by rule, there in its vocabulary, and
// used as the word is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/archive_vocabulary.h"
#include "searcher/engine/contexts.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/variants.h"

namespace warraq::searcher {

/// So many for one word at the most.
inline constexpr std::size_t kMaxWordVariants = 8;

/// VARIANTS.md has what counts as evidence. What was found is kept, for a bounded number of words.
/// Keeps references to what it is made of, in the state that it is in; used by one thread.
class WordVariants {
 public:
  WordVariants(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive);

  /// Of `word`, an Arabic word that is no stop word; none of any other. Throws what Xapian throws.
  [[nodiscard]] std::vector<Variant> of(const QueryWord& word);
  /// The two in one word, where that is the same name.
  [[nodiscard]] std::optional<Variant> joined(const QueryWord& first, const QueryWord& second);

  /// A normalised form in the archive.
  struct Known {
    std::uint64_t occurrences = 0;
    std::string spelling;  ///< its most frequent one
  };
  [[nodiscard]] Known look_up(std::string_view normalised) const;

  /// `text` as a variant, its words as the analyser has them.
  [[nodiscard]] Variant variant_of(std::string_view text, analyzers::VariantRule rule);

 private:
  struct Candidate;
  class Evidence;

  using Found = std::unordered_map<std::string, std::vector<Variant>>;  ///< by normalised form

  [[nodiscard]] std::vector<Variant> find(const QueryWord& word);
  [[nodiscard]] const std::vector<Variant>& own(const QueryWord& word);
  [[nodiscard]] std::vector<Variant> of_class(const QueryWord& word);
  [[nodiscard]] std::optional<Variant> head_of(const QueryWord& word);
  void choose_form(const QueryWord& word, Variant& variant) const;
  [[nodiscard]] bool is_of_others(const QueryWord& word, const QueryWord& other) const;
  [[nodiscard]] std::vector<Candidate> candidates(const QueryWord& word) const;
  void add_listed(const QueryWord& word, std::vector<Variant>& variants);
  void add_spellings(const QueryWord& word, Evidence& evidence, std::vector<Variant>& variants);
  void add_of_stem(const QueryWord& word, std::vector<Variant>& variants);
  void add_for_unknown(const QueryWord& word, std::vector<Variant>& variants);
  void add_splits(const QueryWord& word, Evidence& evidence, std::vector<Variant>& variants);
  [[nodiscard]] Xapian::doccount articles_of(const QueryWord& word) const;
  [[nodiscard]] Surroundings around(const std::vector<QueryWord>& words);
  [[nodiscard]] std::string_view without_clitics(std::string_view word) const;
  [[nodiscard]] bool differ_in_clitics(std::string_view left, std::string_view right) const;
  [[nodiscard]] bool is_of_language(std::string_view word) const;
  [[nodiscard]] bool has_siblings(std::string_view base, std::uint64_t occurrences) const;
  [[nodiscard]] bool takes_article(std::string_view word, std::uint64_t occurrences) const;
  [[nodiscard]] bool are_written_alike(const QueryWord& word, const QueryWord& other) const;
  [[nodiscard]] bool is_told_of_words(const analyzers::Spelling& spelling, std::string_view word,
                                      std::string_view other) const;

  const analyzers::Analyzer& analyzer_;
  const archive::OpenArchive& archive_;
  ArchiveVocabulary vocabulary_;
  Contexts contexts_;
  analyzers::Analysis analysis_;
  Found own_;    ///< borne out for the word itself
  Found known_;  ///< of its class
};

}  // namespace warraq::searcher
