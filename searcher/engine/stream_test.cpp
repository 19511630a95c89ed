#include "searcher/engine/stream_test.h"

#include <algorithm>
#include <variant>

#include "indexer/archive/schema.h"
#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/term_postings.h"
#include "searcher/query/prefix.h"

namespace warraq::searcher {
namespace {

using archive::VocabularyWord;
using archive::WordMark;

WordMark mark_of(const VocabularyWord& word) {
  return archive::mark_of(word.exact, word.normalised, word.stop);
}

}  // namespace

StreamTest::StreamTest(const Settled& settled, const archive::OpenedDatabase& database,
                       const analyzers::Analyzer& analyzer)
    : settled_(settled),
      database_(database),
      analyzer_(analyzer),
      stemmer_(analyzers::make_light10()) {}

Verdict StreamTest::ask(std::string_view stream, std::uint32_t document) {
  if (settled_.clause.kind == ClauseKind::prefix) return ask_for_prefix(stream, document);
  if (!settled_.stands_in(stream)) return Verdict::absent;
  const bool sure = database_.vocabulary && !doubtful().holds(document);
  return sure ? Verdict::there : Verdict::unsure;
}

// One word that leaves no doubt is enough.
Verdict StreamTest::ask_for_prefix(std::string_view stream, std::uint32_t document) {
  if (!database_.vocabulary) return Verdict::unsure;  // nor are its words known
  Verdict verdict = Verdict::absent;
  std::get<StreamForms>(settled_.in_stream).find(stream, [&](const WordMark& mark) {
    const auto& documents = doubtful(mark);
    const bool sure = !std::binary_search(documents.begin(), documents.end(), document);
    verdict = sure ? Verdict::there : Verdict::unsure;
    return sure;
  });
  return verdict;
}

// Those that hold another word with a mark of one of the phrase's words.
const DocumentSet& StreamTest::doubtful() {
  if (doubtful_) return *doubtful_;
  Terms terms;
  for (const QueryWord& word : settled_.clause.words) add_others_of(word, terms);
  doubtful_.emplace(database_.database.get_lastdocid());
  for (const std::string& term : terms) add_documents(database_, term, *doubtful_);
  return *doubtful_;
}

void StreamTest::add_others_of(const QueryWord& word, Terms& terms) const {
  const AnalysedClause& clause = settled_.clause;
  // As in StreamPhrase.
  const bool either =
      !clause.exact && (word.stop || (clause.words.size() > 1 &&
                                      analyzer_.is_normalised_stop_word(word.normalised)));
  const WordMark mark = archive::mark_of(word.exact, word.normalised, word.stop);
  const auto take = [&](const VocabularyWord& other) {
    if (clause.exact && mark_of(other) != mark) return;
    const bool same_form =
        clause.exact ? other.exact == word.exact : other.normalised == word.normalised;
    if (!same_form || (other.stop != word.stop && !either)) add_terms(other, terms);
  };
  database_.vocabulary->with_mark(mark.form, take);
  if (either) {
    database_.vocabulary->with_mark(archive::form_mark(word.normalised, !word.stop), take);
  }
}

// In order.
const std::vector<std::uint32_t>& StreamTest::doubtful(const WordMark& mark) {
  const bool exact = settled_.clause.exact;
  const std::uint32_t key = std::uint32_t{mark.form} << 16U | (exact ? mark.spelling : 0U);
  const auto [known, is_new] = doubtful_by_mark_.try_emplace(key);
  std::vector<std::uint32_t>& documents = known->second;
  if (!is_new) return documents;
  Terms terms;
  database_.vocabulary->with_mark(mark.form, [&](const VocabularyWord& other) {
    if (exact && mark_of(other) != mark) return;
    if (!is_wanted(other)) add_terms(other, terms);
  });
  for (const std::string& term : terms) {
    TermPostings(database_, term)
        .take_before(TermPostings::kEnd,
                     [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                       for (; from < to; ++from) documents.push_back(block.documents[from]);
                     });
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

bool StreamTest::is_wanted(const VocabularyWord& word) const {
  if (word.stop) return false;
  const QueryWord& letters = settled_.clause.words.front();
  if (settled_.clause.exact) return word.exact.starts_with(letters.exact);
  return begins_with(word.normalised, stemmer_->stem(word.normalised, scratch_),
                     letters.normalised);
}

void StreamTest::add_terms(const VocabularyWord& word, Terms& terms) const {
  namespace prefix = archive::prefix;
  if (word.stop) {
    terms.insert(archive::make_term(prefix::kStopWord, word.normalised));
    return;
  }
  terms.insert(archive::make_term(prefix::kStem, stemmer_->stem(word.normalised, scratch_)));
  // A joined form (أ.ف.ب) is its own stem.
  terms.insert(archive::make_term(prefix::kStem, word.normalised));
}

}  // namespace warraq::searcher
