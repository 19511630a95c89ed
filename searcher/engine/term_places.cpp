#include "searcher/engine/term_places.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/stem_words.h"

namespace warraq::searcher {
namespace {

namespace prefix = archive::prefix;
using archive::VocabularyWord;
using archive::WordMark;

bool by_mark(const WordMark& left, const WordMark& right) {
  return std::pair(left.form, left.spelling) < std::pair(right.form, right.spelling);
}

// Whether another word has the word's mark and one of these terms as well.
bool shares_term(const std::vector<TermPlaces>& terms, std::uint16_t form, const QueryWord& word,
                 bool exact, const archive::Vocabulary& vocabulary,
                 const analyzers::Stemmer& stemmer) {
  const WordMark mark = archive::mark_of(word.exact, word.normalised, word.stop);
  bool shares = false;
  vocabulary.with_mark(form, [&](const VocabularyWord& other) {
    if (exact && mark_of(other) != mark) return;
    if (exact ? other.exact == word.exact : other.normalised == word.normalised) return;
    for (const std::string& term : terms_of(other, stemmer)) {
      for (const TermPlaces& known : terms) shares = shares || known.term() == term;
    }
  });
  return shares;
}

}  // namespace

TermPlaces::TermPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
                       std::string_view text, bool stop)
    : database_(&database),
      term_(archive::make_term(stop ? prefix::kStopWord : prefix::kStem, text)) {
  const auto add = [&](const VocabularyWord& word) {
    marks_.push_back(mark_of(word));
    low_bits_.set(marks_.back().form % low_bits_.size());
  };
  if (stop) {
    database.vocabulary->find(text, [&](const VocabularyWord& word) {
      if (word.stop) add(word);
    });
  } else {
    for_each_word_of_stem(*database.vocabulary, stemmer, text, add);
  }
  std::sort(marks_.begin(), marks_.end(), by_mark);
  marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
}

bool TermPlaces::has(const WordMark& mark) const {
  return std::binary_search(marks_.begin(), marks_.end(), mark, by_mark);
}

std::uint32_t TermPlaces::others_in(const archive::WordStream& stream, std::uint32_t document) {
  // Of a longer article not all words are in the stream.
  if (stream.size() >= archive::kMaxStreamWords) return UINT32_MAX;
  archive::Spellings spellings(stream);
  std::uint32_t places = 0;
  for (std::uint32_t at = 0; at < stream.size(); ++at) {
    const std::uint16_t form = stream.form(at);
    if (!low_bits_.test(form % low_bits_.size())) continue;
    if (has({form, spellings.at(at)})) ++places;
  }
  for (std::uint32_t i = 0; i < stream.joined_size(); ++i) {
    if (has(stream.joined_mark(i))) ++places;
  }
  const std::uint32_t occurrences = occurrences_in(document);
  // Else not all of its words are known, or in the stream.
  return occurrences <= places ? places - occurrences : UINT32_MAX;
}

std::uint32_t TermPlaces::occurrences_in(std::uint32_t document) {
  if (!postings_ || document <= last_) postings_.emplace(*database_, term_);
  last_ = document;
  postings_->skip_to(document);
  if (postings_->document() != document) return 0;
  std::uint32_t count = 0;
  postings_->take_before(document + 1,
                         [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                           if (from < to) count = block.wdf[from];
                         });
  return count;
}

WordPlaces::WordPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
                       const QueryWord& word, bool exact, bool either)
    : exact_(exact) {
  if (word.stop || either) terms_.emplace_back(database, stemmer, word.normalised, true);
  if (!word.stop || either) terms_.emplace_back(database, stemmer, word.stem, false);
  forms_.push_back(archive::form_mark(word.normalised, word.stop));
  if (either) forms_.push_back(archive::form_mark(word.normalised, !word.stop));
  for (const std::uint16_t form : forms_) {
    is_told_ = is_told_ && !shares_term(terms_, form, word, exact, *database.vocabulary, stemmer);
  }
}

std::uint32_t WordPlaces::others_in(const archive::WordStream& stream, std::uint32_t document) {
  if (!is_told_) return UINT32_MAX;
  std::uint32_t others = strangers_in(stream);
  for (TermPlaces& term : terms_) {
    const std::uint32_t more = term.others_in(stream, document);
    if (more == UINT32_MAX) return more;
    others += more;
  }
  return others;
}

// The word's form in spellings that no word of its terms has: these places no term counts.
std::uint32_t WordPlaces::strangers_in(const archive::WordStream& stream) const {
  if (exact_) return 0;  // spellings are compared
  archive::Spellings spellings(stream);
  std::uint32_t strangers = 0;
  const auto look = [&](const WordMark& mark) {
    const bool known = std::any_of(terms_.begin(), terms_.end(),
                                   [&](const TermPlaces& term) { return term.has(mark); });
    if (!known) ++strangers;
  };
  for (const std::uint16_t form : forms_) {
    for (std::uint32_t at = stream.find(form, 0); at < stream.size();
         at = stream.find(form, at + 1)) {
      look({form, spellings.at(at)});
    }
    for (std::uint32_t i = 0; i < stream.joined_size(); ++i) {
      if (stream.joined_mark(i).form == form) look(stream.joined_mark(i));
    }
  }
  return strangers;
}

}  // namespace warraq::searcher
