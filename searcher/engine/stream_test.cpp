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

// How often `document` is among documents and counts in order.
std::uint32_t count_in(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& counts,
                       std::uint32_t document) {
  const auto found = std::lower_bound(counts.begin(), counts.end(), std::pair(document, 0U));
  return found != counts.end() && found->first == document ? found->second : 0;
}

}  // namespace

StreamTest::StreamTest(const Settled& settled, const archive::OpenedDatabase& database,
                       const analyzers::Analyzer& analyzer)
    : settled_(settled),
      database_(database),
      analyzer_(analyzer),
      stemmer_(analyzers::make_light10()) {}

Verdict StreamTest::ask(std::string_view stream, std::uint32_t document) {
  return settled_.clause.kind == ClauseKind::prefix ? ask_for_prefix(stream, document)
                                                    : ask_for_phrase(stream, document);
}

// Wherever the phrase seems to stand and does not, at least one place is another word's.
Verdict StreamTest::ask_for_phrase(std::string_view stream, std::uint32_t document) {
  if (!settled_.stands_in(stream)) return Verdict::absent;
  if (!database_.vocabulary) return Verdict::unsure;
  const std::uint32_t others = count_in(others_of_phrase(), document);
  if (others == 0) return Verdict::there;
  return settled_.count(stream, others + 1) > others ? Verdict::there : Verdict::unsure;
}

// One word that leaves no doubt is enough.
Verdict StreamTest::ask_for_prefix(std::string_view stream, std::uint32_t document) {
  if (!database_.vocabulary) return Verdict::unsure;  // nor are its words known
  Verdict verdict = Verdict::absent;
  std::get<StreamForms>(settled_.in_stream).find(stream, [&](const WordMark& mark) {
    const bool sure = count_in(others_of(mark), document) == 0;
    verdict = sure ? Verdict::there : Verdict::unsure;
    return sure;
  });
  return verdict;
}

const StreamTest::Others& StreamTest::others_of_phrase() {
  if (others_) return *others_;
  Terms terms;
  for (const QueryWord& word : settled_.clause.words) add_others_of(word, terms);
  others_ = documents_with(terms);
  return *others_;
}

StreamTest::Others StreamTest::documents_with(const Terms& terms) const {
  Others places;
  for (const std::string& term : terms) {
    TermPostings(database_, term)
        .take_before(TermPostings::kEnd,
                     [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                       for (; from < to; ++from) {
                         places.emplace_back(block.documents[from], block.wdf[from]);
                       }
                     });
  }
  std::sort(places.begin(), places.end());
  Others result;
  for (const auto& [document, count] : places) {
    if (result.empty() || result.back().first != document) result.emplace_back(document, 0);
    result.back().second += count;
  }
  return result;
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

const StreamTest::Others& StreamTest::others_of(const WordMark& mark) {
  const bool exact = settled_.clause.exact;
  const std::uint32_t key = std::uint32_t{mark.form} << 16U | (exact ? mark.spelling : 0U);
  const auto [known, is_new] = others_by_mark_.try_emplace(key);
  if (!is_new) return known->second;
  Terms terms;
  database_.vocabulary->with_mark(mark.form, [&](const VocabularyWord& other) {
    if (exact && mark_of(other) != mark) return;
    if (!is_wanted(other)) add_terms(other, terms);
  });
  known->second = documents_with(terms);
  return known->second;
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
