#include "searcher/engine/doubts.h"

#include <set>
#include <string>

#include "indexer/archive/schema.h"
#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/term_postings.h"
#include "searcher/engine/vocabularies.h"
#include "searcher/query/prefix.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {
namespace {

using archive::VocabularyWord;

archive::WordMark mark_of(const VocabularyWord& word) {
  return archive::mark_of(word.exact, word.normalised, word.stop);
}

/// Gathers the terms of words that share a mark with what is settled.
class Doubts {
 public:
  Doubts(const Settled& settled, const archive::Vocabulary& vocabulary,
         const analyzers::Analyzer& analyzer)
      : settled_(settled), vocabulary_(vocabulary), analyzer_(analyzer) {}

  std::set<std::string> terms() {
    const AnalysedClause& clause = settled_.clause;
    if (clause.kind == ClauseKind::prefix) {
      look_up_prefix(clause);
    } else {
      for (const QueryWord& word : clause.words) look_up_word(clause, word);
    }
    return std::move(terms_);
  }

 private:
  void look_up_word(const AnalysedClause& clause, const QueryWord& word) {
    // As in StreamPhrase.
    const bool either =
        !clause.exact && (word.stop || (clause.words.size() > 1 &&
                                        analyzer_.is_normalised_stop_word(word.normalised)));
    const archive::WordMark mark = archive::mark_of(word.exact, word.normalised, word.stop);
    const auto take = [&](const VocabularyWord& other) {
      if (clause.exact) {
        const bool same = other.exact == word.exact && other.stop == word.stop;
        if (!same && mark_of(other) == mark) add_terms(other);
        return;
      }
      const bool same =
          other.normalised == word.normalised && (either || other.stop == word.stop);
      if (!same) add_terms(other);
    };
    vocabulary_.with_mark(mark.form, take);
    if (either) vocabulary_.with_mark(archive::form_mark(word.normalised, !word.stop), take);
  }

  void look_up_prefix(const AnalysedClause& clause) {
    const auto& forms = std::get<StreamForms>(settled_.in_stream);
    const QueryWord& letters = clause.words.front();
    std::set<std::uint16_t> marks;
    for (const archive::WordMark& mark : forms.marks()) marks.insert(mark.form);
    for (const std::uint16_t mark : marks) {
      vocabulary_.with_mark(mark, [&](const VocabularyWord& other) {
        if (clause.exact) {
          const bool same = !other.stop && other.exact.starts_with(letters.exact);
          if (!same && forms.has(mark_of(other))) add_terms(other);
          return;
        }
        const std::string_view stem = stemmer_->stem(other.normalised, scratch_);
        const bool same =
            !other.stop && begins_with(other.normalised, stem, letters.normalised);
        if (!same) add_terms(other);
      });
    }
  }

  void add_terms(const VocabularyWord& word) {
    namespace prefix = archive::prefix;
    if (word.stop) {
      terms_.insert(archive::make_term(prefix::kStopWord, word.normalised));
      return;
    }
    terms_.insert(
        archive::make_term(prefix::kStem, stemmer_->stem(word.normalised, scratch_)));
    // A joined form (أ.ف.ب) is its own stem.
    terms_.insert(archive::make_term(prefix::kStem, word.normalised));
  }

  const Settled& settled_;
  const archive::Vocabulary& vocabulary_;
  const analyzers::Analyzer& analyzer_;
  std::unique_ptr<const analyzers::Stemmer> stemmer_ = analyzers::make_light10();
  std::string scratch_;
  std::set<std::string> terms_;
};

}  // namespace

std::optional<DocumentSet> doubtful_documents(const Settled& settled,
                                              const archive::OpenedDatabase& database,
                                              const analyzers::Analyzer& analyzer) {
  const archive::Vocabulary* vocabulary = vocabulary_of(database);
  if (vocabulary == nullptr) return std::nullopt;
  DocumentSet result(database.database.get_lastdocid());
  for (const std::string& term : Doubts(settled, *vocabulary, analyzer).terms()) {
    add_documents(database, term, result);
  }
  return result;
}

}  // namespace warraq::searcher
