// What a document's stream of words says of a prefix, and whether to believe it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/plan.h"
#include "searcher/engine/prefix_words.h"
#include "searcher/engine/term_documents.h"
#include "searcher/engine/term_places.h"
#include "searcher/engine/verdict.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

/// Asks the streams of one database that has a vocabulary. A prefix has hundreds of forms, so that
/// every other article has a word that shares a hash with one of them: of all words with a hash it
/// is known whether they begin with the letters, and in which documents they can be. Refers to what
/// it is made of; used by one thread.
class PrefixTest {
 public:
  PrefixTest(const AnalysedClause& prefix, const StreamForms& forms,
             const archive::OpenedDatabase& database);

  /// Throws what Xapian throws.
  [[nodiscard]] Verdict ask(std::string_view stream, std::uint32_t document);

 private:
  /// A word of the vocabulary that has a form's mark.
  struct Word {
    std::uint8_t spelling = 0;
    bool wanted = false;
    std::vector<std::size_t> terms;  ///< that it may have, in terms_
  };
  struct Term {
    std::string text;
    bool stop = false;
    std::optional<TermDocuments> documents = {};  // once they are asked for
    std::unique_ptr<TermPlaces> places = {};      // once there is a doubt
  };

  [[nodiscard]] Verdict look_up(const archive::WordMark& mark, std::uint32_t document);
  [[nodiscard]] Verdict settle_doubts(const archive::WordStream& stream, std::uint32_t document);
  [[nodiscard]] const std::vector<Word>& words_of(std::uint16_t form);
  [[nodiscard]] std::vector<Word> learn(std::uint16_t form);
  [[nodiscard]] bool is_wanted(const archive::VocabularyWord& word) const;
  [[nodiscard]] std::size_t term_number(std::string_view text, bool stop);
  /// Whether a word with this mark, wanted or not, can be in the document.
  [[nodiscard]] bool can_be(const archive::WordMark& mark, bool wanted, std::uint32_t document);
  [[nodiscard]] bool has_term(std::size_t term, std::uint32_t document);
  [[nodiscard]] Verdict settle(const archive::WordMark& mark, const archive::WordStream& stream,
                               std::uint32_t document);
  /// What a word's term proves of its mark, by how often it is there.
  [[nodiscard]] Verdict prove(const archive::WordMark& mark, std::size_t term, bool wanted,
                              const archive::WordStream& stream, std::uint32_t document);

  const AnalysedClause& prefix_;
  const StreamForms& forms_;
  const archive::OpenedDatabase& database_;
  std::unique_ptr<const analyzers::Stemmer> stemmer_;
  mutable std::string scratch_;
  std::uint32_t last_;
  std::vector<std::uint16_t> numbers_;  // by form: from 1 on, of those in words_
  std::deque<std::vector<Word>> words_;
  std::vector<Term> terms_;
  std::unordered_map<std::string, std::size_t> term_numbers_;
  // Of a document:
  std::vector<archive::WordMark> unknown_;
  std::vector<archive::WordMark> doubts_;
};

}  // namespace warraq::searcher
