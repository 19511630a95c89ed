// The words of an archive: the vocabularies of its databases as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/archive/merged_words.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/vocabulary.h"

namespace warraq::searcher {

/// A normalised form with all its spellings, stop words or not.
struct WordForm {
  std::string normalised;
  std::string spelling;           ///< the most frequent one; the first of several
  bool stop = false;              ///< whether that is one
  std::uint64_t occurrences = 0;  ///< of all of them
};

/// Puts the spellings of a form together, which come one after the other.
class FormGatherer {
 public:
  /// Whether `word` is a spelling of the form gathered so far.
  [[nodiscard]] bool belongs(const archive::VocabularyWord& word) const {
    return most_ > 0 && word.normalised == form_.normalised;
  }
  void begin(const archive::VocabularyWord& word);
  void add(const archive::VocabularyWord& word);
  /// Nothing has come yet.
  [[nodiscard]] bool empty() const { return most_ == 0; }
  [[nodiscard]] const WordForm& form() const { return form_; }

 private:
  WordForm form_;
  std::uint64_t most_ = 0;  ///< occurrences of the spelling
};

/// Reads what OpenArchive holds, and must not outlive it. As little for several threads.
class ArchiveVocabulary {
 public:
  enum class StopWords { counted, left_out };

  explicit ArchiveVocabulary(const archive::OpenArchive& archive);

  /// Whether every database has one: what is not found is then in no article.
  [[nodiscard]] bool is_complete() const { return is_complete_; }

  /// Every word once, its occurrences summed over all databases; as archive::Vocabulary.
  [[nodiscard]] const archive::Vocabulary& words() const { return words_; }
  /// The words of one of the archive's databases that share `mark`; none where it has no
  /// vocabulary.
  void with_mark(std::size_t database, std::uint16_t mark,
                 const archive::Vocabulary::Take& take) const;

  /// All spellings of `normalised`; nothing where no article had it.
  [[nodiscard]] std::optional<WordForm> form(std::string_view normalised,
                                             StopWords stop_words = StopWords::counted) const;
  [[nodiscard]] std::uint64_t occurrences(std::string_view normalised) const;

  /// Calls `take(const WordForm&)` for every form that begins with `prefix`, in order.
  template <typename Take>
  void for_each_form(std::string_view prefix, StopWords stop_words, Take take) const {
    FormGatherer gathered;
    words_.for_each(prefix, [&](const archive::VocabularyWord& word) {
      archive_.deadline().check();
      if (word.stop && stop_words == StopWords::left_out) return;
      if (gathered.belongs(word)) {
        gathered.add(word);
        return;
      }
      if (!gathered.empty()) take(gathered.form());
      gathered.begin(word);
    });
    if (!gathered.empty()) take(gathered.form());
  }

 private:
  const archive::OpenArchive& archive_;
  bool is_complete_ = true;
  archive::MergedVocabulary words_;
};

/// Whether a database with articles has no vocabulary.
[[nodiscard]] bool lacks_vocabulary(const archive::OpenArchive& archive);

}  // namespace warraq::searcher
