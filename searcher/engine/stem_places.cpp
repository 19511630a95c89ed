#include "searcher/engine/stem_places.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/stem_words.h"

namespace warraq::searcher {

namespace prefix = archive::prefix;
using archive::VocabularyWord;
using archive::WordMark;

namespace {

bool by_mark(const WordMark& left, const WordMark& right) {
  return std::pair(left.form, left.spelling) < std::pair(right.form, right.spelling);
}

}  // namespace

std::uint32_t StemPlaces::Occurrences::in(std::uint32_t document) {
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

StemPlaces::StemPlaces(const archive::OpenedDatabase& database, const analyzers::Stemmer& stemmer,
                       const QueryWord& word, bool exact, bool either)
    : forms_(std::make_unique<std::bitset<65536>>()) {
  const archive::Vocabulary& vocabulary = *database.vocabulary;
  if (word.stop || either) {
    terms_.emplace_back(database, archive::make_term(prefix::kStopWord, word.normalised));
    vocabulary.find(word.normalised, [&](const VocabularyWord& other) {
      if (other.stop) add_mark(other);
    });
  }
  if (!word.stop || either) {
    terms_.emplace_back(database, archive::make_term(prefix::kStem, word.stem));
    for_each_word_of_stem(vocabulary, stemmer, word.stem,
                          [&](const VocabularyWord& other) { add_mark(other); });
  }
  std::sort(marks_.begin(), marks_.end(), by_mark);
  marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
  own_forms_.push_back(archive::form_mark(word.normalised, word.stop));
  if (either) own_forms_.push_back(archive::form_mark(word.normalised, !word.stop));
  for (const std::uint16_t form : own_forms_) {
    forms_->set(form);
    if (shares_stem(form, word, exact, vocabulary, stemmer)) is_told_ = false;
  }
  if (exact) own_forms_.clear();
}

void StemPlaces::add_mark(const VocabularyWord& word) {
  marks_.push_back(archive::mark_of(word.exact, word.normalised, word.stop));
  forms_->set(marks_.back().form);
}

// Whether another word has the word's mark and one of its terms as well.
bool StemPlaces::shares_stem(std::uint16_t form, const QueryWord& word, bool exact,
                             const archive::Vocabulary& vocabulary,
                             const analyzers::Stemmer& stemmer) const {
  const WordMark mark = archive::mark_of(word.exact, word.normalised, word.stop);
  bool shares = false;
  vocabulary.with_mark(form, [&](const VocabularyWord& other) {
    if (exact && archive::mark_of(other.exact, other.normalised, other.stop) != mark) return;
    if (exact ? other.exact == word.exact : other.normalised == word.normalised) return;
    for (const std::string& term : terms_of(other, stemmer)) {
      for (const Occurrences& known : terms_) shares = shares || known.term() == term;
    }
  });
  return shares;
}

std::uint32_t StemPlaces::others_in(const archive::WordStream& stream, std::uint32_t document) {
  // Of a longer article not all words are in the stream.
  if (!is_told_ || stream.size() >= archive::kMaxStreamWords) return UINT32_MAX;
  archive::Spellings spellings(stream);
  std::uint32_t known = 0;
  std::uint32_t strangers = 0;  // the word's form in a spelling that no word of the stem has
  const auto look = [&](const WordMark& mark) {
    if (std::binary_search(marks_.begin(), marks_.end(), mark, by_mark)) {
      ++known;
    } else if (std::find(own_forms_.begin(), own_forms_.end(), mark.form) != own_forms_.end()) {
      ++strangers;
    }
  };
  for (std::uint32_t at = 0; at < stream.size(); ++at) {
    const std::uint16_t form = stream.form(at);
    if (forms_->test(form)) look({form, spellings.at(at)});
  }
  for (std::uint32_t i = 0; i < stream.joined_size(); ++i) look(stream.joined_mark(i));
  std::uint64_t occurrences = 0;
  for (Occurrences& term : terms_) occurrences += term.in(document);
  if (known < occurrences) return UINT32_MAX;  // not all of its words are known, or in the stream
  return static_cast<std::uint32_t>(known - occurrences + strangers);
}

}  // namespace warraq::searcher
