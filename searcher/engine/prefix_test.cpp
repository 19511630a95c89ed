#include "searcher/engine/prefix_test.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/schema.h"
#include "indexer/archive/vocabulary.h"
#include "searcher/engine/stem_words.h"
#include "searcher/query/prefix.h"

namespace warraq::searcher {

namespace {

constexpr std::size_t kForms = 65536;

}  // namespace

using archive::VocabularyWord;
using archive::WordMark;
using archive::WordStream;

PrefixTest::PrefixTest(const AnalysedClause& prefix, const StreamForms& forms,
                       const archive::OpenedDatabase& database)
    : prefix_(prefix),
      forms_(forms),
      database_(database),
      stemmer_(analyzers::make_light10()),
      last_(database.database.get_lastdocid()),
      numbers_(kForms) {}

// One word that leaves no doubt is enough: of those that are not known yet a frequent one, because
// what is learnt of it serves many documents.
Verdict PrefixTest::ask(std::string_view bytes, std::uint32_t document) {
  const auto stream = WordStream::read(bytes);
  if (!stream) return Verdict::absent;
  doubts_.clear();
  unknown_.clear();
  Verdict verdict = Verdict::absent;
  forms_.find(*stream, [&](const WordMark& mark) {
    if (numbers_[mark.form] != 0) {
      verdict = look_up(mark, document);
    } else {
      unknown_.push_back(mark);
    }
    return verdict == Verdict::there;
  });
  if (verdict == Verdict::there) return verdict;
  std::sort(unknown_.begin(), unknown_.end(), [&](const WordMark& left, const WordMark& right) {
    return forms_.rank(left.form) < forms_.rank(right.form);
  });
  for (const WordMark& mark : unknown_) {
    if (look_up(mark, document) == Verdict::there) return Verdict::there;
  }
  return settle_doubts(*stream, document);
}

// By the documents that words with the mark can be in.
Verdict PrefixTest::look_up(const WordMark& mark, std::uint32_t document) {
  if (!can_be(mark, true, document)) return Verdict::absent;
  if (!can_be(mark, false, document)) return Verdict::there;
  if (std::find(doubts_.begin(), doubts_.end(), mark) == doubts_.end()) doubts_.push_back(mark);
  return Verdict::unsure;
}

Verdict PrefixTest::settle_doubts(const WordStream& stream, std::uint32_t document) {
  Verdict verdict = Verdict::absent;
  for (const WordMark& doubt : doubts_) {
    const Verdict settled = settle(doubt, stream, document);
    if (settled == Verdict::there) return settled;
    if (settled == Verdict::unsure) verdict = settled;
  }
  return verdict;
}

const std::vector<PrefixTest::Word>& PrefixTest::words_of(std::uint16_t form) {
  std::uint16_t& number = numbers_[form];
  if (number == 0) {
    words_.push_back(learn(form));
    number = static_cast<std::uint16_t>(words_.size());  // of a few hundred
  }
  return words_[number - 1U];
}

std::vector<PrefixTest::Word> PrefixTest::learn(std::uint16_t form) {
  std::vector<Word> words;
  database_.vocabulary->with_mark(form, [&](const VocabularyWord& word) {
    Word result{mark_of(word).spelling, is_wanted(word), {}};
    if (word.stop) {
      result.terms.push_back(term_number(word.normalised, true));
    } else {
      const std::string stem(stemmer_->stem(word.normalised, scratch_));
      result.terms.push_back(term_number(stem, false));
      // A joined form (أ.ف.ب) is its own stem.
      if (stem != word.normalised) result.terms.push_back(term_number(word.normalised, false));
    }
    words.push_back(std::move(result));
  });
  return words;
}

bool PrefixTest::is_wanted(const VocabularyWord& word) const {
  if (word.stop) return false;
  const QueryWord& letters = prefix_.words.front();
  if (prefix_.exact) return word.exact.starts_with(letters.exact);
  return begins_with(word.normalised, stemmer_->stem(word.normalised, scratch_),
                     letters.normalised);
}

std::size_t PrefixTest::term_number(std::string_view text, bool stop) {
  const auto [known, is_new] =
      term_numbers_.emplace((stop ? "1" : "0") + std::string(text), terms_.size());
  if (is_new) terms_.push_back({std::string(text), stop});
  return known->second;
}

bool PrefixTest::can_be(const WordMark& mark, bool wanted, std::uint32_t document) {
  for (const Word& word : words_of(mark.form)) {
    if (word.wanted != wanted || word.spelling != mark.spelling) continue;
    for (const std::size_t term : word.terms) {
      if (has_term(term, document)) return true;
    }
  }
  return false;
}

bool PrefixTest::has_term(std::size_t number, std::uint32_t document) {
  Term& term = terms_[number];
  if (!term.documents) {
    const auto level = term.stop ? archive::prefix::kStopWord : archive::prefix::kStem;
    term.documents.emplace(database_, archive::make_term(level, term.text), last_);
  }
  return term.documents->holds(document);
}

Verdict PrefixTest::settle(const WordMark& mark, const WordStream& stream, std::uint32_t document) {
  for (const bool wanted : {false, true}) {
    for (const Word& word : words_of(mark.form)) {
      if (word.wanted != wanted || word.spelling != mark.spelling) continue;
      for (const std::size_t term : word.terms) {
        if (!has_term(term, document)) continue;
        const Verdict verdict = prove(mark, term, wanted, stream, document);
        if (verdict != Verdict::unsure) return verdict;
      }
    }
  }
  return Verdict::unsure;
}

Verdict PrefixTest::prove(const WordMark& mark, std::size_t term, bool wanted,
                          const WordStream& stream, std::uint32_t document) {
  for (const Word& other : words_of(mark.form)) {
    const bool shares =
        other.wanted != wanted && other.spelling == mark.spelling &&
        std::find(other.terms.begin(), other.terms.end(), term) != other.terms.end();
    if (shares) return Verdict::unsure;
  }
  auto& places = terms_[term].places;
  if (!places) {
    places =
        std::make_unique<TermPlaces>(database_, *stemmer_, terms_[term].text, terms_[term].stop);
  }
  if (!places->has(mark) || places->others_in(stream, document) != 0) return Verdict::unsure;
  return wanted ? Verdict::there : Verdict::absent;
}

}  // namespace warraq::searcher
