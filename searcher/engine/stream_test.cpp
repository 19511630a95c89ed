#include "searcher/engine/stream_test.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/stem_words.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

using archive::VocabularyWord;
using archive::WordMark;

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
  if (settled_.clause.kind != ClauseKind::prefix) return ask_for_phrase(stream, document);
  if (!database_.vocabulary) return Verdict::unsure;  // nor are its words known
  if (!prefix_) {
    prefix_.emplace(settled_.clause, std::get<StreamForms>(settled_.in_stream), database_);
  }
  return prefix_->ask(stream, document);
}

// Wherever the phrase seems to stand and does not, another word is in the place of one of its own:
// of each of its words there are as many such places at the most as of places where it is another.
Verdict StreamTest::ask_for_phrase(std::string_view stream, std::uint32_t document) {
  if (!settled_.stands_in(stream)) return Verdict::absent;
  if (!database_.vocabulary) return Verdict::unsure;
  if (words_.empty()) learn_words();
  std::uint64_t others = 0;
  for (const Word& word : words_) others += count_in(word.others, document);
  if (others == 0) return Verdict::there;
  // A place with several words at once may make several phrases.
  const auto read = archive::WordStream::read(stream);
  if (!read || read->joined_size() > 0) return Verdict::unsure;
  const std::uint32_t seen = settled_.count(stream);
  if (seen > others) return Verdict::there;
  others = 0;
  for (Word& word : words_) {
    const std::uint32_t most = count_in(word.others, document);
    if (most > 0) others += std::min(most, places_of(word).others_in(*read, document));
    if (others >= seen) return Verdict::unsure;
  }
  return Verdict::there;
}

void StreamTest::learn_words() {
  const std::vector<QueryWord>& words = settled_.clause.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Terms terms;
    add_others_of(words[i], terms);
    words_.push_back({i, documents_with(terms), {}});
  }
}

WordPlaces& StreamTest::places_of(Word& word) {
  if (!word.places) {
    const AnalysedClause& clause = settled_.clause;
    const QueryWord& wanted = clause.words[word.number];
    word.places.emplace(database_, *stemmer_, wanted, clause.exact, stands_for_either(wanted));
  }
  return *word.places;
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

// As in StreamPhrase.
bool StreamTest::stands_for_either(const QueryWord& word) const {
  const AnalysedClause& clause = settled_.clause;
  return !clause.exact && (word.stop || (clause.words.size() > 1 &&
                                         analyzer_.is_normalised_stop_word(word.normalised)));
}

void StreamTest::add_others_of(const QueryWord& word, Terms& terms) const {
  const AnalysedClause& clause = settled_.clause;
  const bool either = stands_for_either(word);
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

void StreamTest::add_terms(const archive::VocabularyWord& word, Terms& terms) const {
  for (std::string& term : terms_of(word, *stemmer_)) terms.insert(std::move(term));
}

}  // namespace warraq::searcher
