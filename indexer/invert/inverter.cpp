#include "indexer/invert/inverter.h"

#include <span>

#include "indexer/archive/duplicate_group.h"
#include "indexer/glass/termlist.h"
#include "indexer/invert/run_maker.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {
namespace {

// Kinds of strings among the words: what their terms depend on besides the exact form, for whether
// a word is a stop word is told on that and no joined one is; and filters.
constexpr std::uint8_t kInTitle = 1;
constexpr std::uint8_t kJoined = 2;
constexpr std::uint8_t kFilter = 4;

std::uint8_t kind_of(const analyzers::Token& token, bool in_title) {
  return static_cast<std::uint8_t>((in_title ? kInTitle : 0U) | (token.joined ? kJoined : 0U));
}

}  // namespace

Inverter::Inverter(const analyzers::Analyzer& analyzer, const archive::TextDictionary* dictionary)
    : analyzer_(analyzer), texts_(dictionary) {}

void Inverter::add(const corpus::Article& article) {
  std::size_t terms = terms_begin_.back();
  struct Taker {
    Inverter& inverter;
    std::size_t& terms;

    // Waiting for the table's memory, word by word, was a tenth of all.
    void expect(std::span<const analyzers::Token> tokens, bool in_title) const {
      for (const analyzers::Token& token : tokens) {
        inverter.words_.expect(kind_of(token, in_title), token.exact);
      }
    }
    void operator()(const PlacedWord& placed) const {
      const std::uint32_t word = inverter.word_of(placed.word, placed.in_title);
      inverter.occurrences_.push_back(word);
      terms += inverter.word_terms_[word].terms;
      inverter.stream_.add(inverter.word_terms_[word].mark, placed.position, placed.in_title,
                           placed.word.joined, placed.begins);
    }
  };
  const Taker take{*this, terms};
  for_each_word(article, analyzer_, analysis_, take, analyzers::Levels::exact);
  bool is_id = true;
  for_each_filter(article, analyzer_, [&](std::string_view prefix, std::string_view text) {
    const std::uint32_t word = filter_of(prefix, text);
    occurrences_.push_back(word);
    terms += word_terms_[word].terms;
    if (is_id) ids_.emplace_back(terms_of_words_[word_terms_[word].first_term], documents());
    is_id = false;
  });
  Document document;
  document.occurrences_end = occurrences_.size();
  const std::string_view words = stream_.finish();
  add_values(article, words);
  add_sketch(words);
  store(article, document);
  documents_.push_back(document);
  terms_begin_.push_back(terms);
}

std::uint32_t Inverter::word_of(const analyzers::Token& found, bool in_title) {
  const auto [word, is_new] = words_.intern(kind_of(found, in_title), found.exact);
  if (!is_new) return word;
  const analyzers::Token token = analyzer_.completed(found, analysis_);
  if (token.normalised != token.exact) normalised_.append(token.normalised);
  add_word(kWordCount);
  word_terms_.back().mark = archive::mark_of(token.exact, token.normalised, token.stop);
  word_terms_.back().stop = token.stop;
  for_each_term(token, in_title, [&](std::string_view prefix, std::string_view text) {
    term_.clear();
    archive::append_term(term_, prefix, text);
    add_term(term_);
  });
  return word;
}

std::uint32_t Inverter::filter_of(std::string_view prefix, std::string_view text) {
  term_.clear();
  archive::append_term(term_, prefix, text);
  const auto [word, is_new] = words_.intern(kFilter, term_);
  if (!is_new) return word;
  add_word(0);
  add_term(term_);
  return word;
}

void Inverter::add_word(std::uint32_t count) {
  Word word;
  word.first_term = static_cast<std::uint32_t>(terms_of_words_.size());
  word.count = count;
  word.normalised_end = static_cast<std::uint32_t>(normalised_.size());
  word_terms_.push_back(word);
}

// To the last word.
void Inverter::add_term(std::string_view term) {
  terms_of_words_.push_back(terms_.intern(0, term).first);
  ++word_terms_.back().terms;
}

void Inverter::add_values(const corpus::Article& article, std::string_view words) {
  std::vector<std::uint32_t> used;
  for (const SlotValue& value : slot_values(article, words)) {
    if (value.slot >= slots_.size()) slots_.resize(value.slot + 1);
    Slot& slot = slots_[value.slot];
    slot.statistics.slot = value.slot;
    slot.statistics.add(value.value);
    glass::append_uint(slot.values, documents());
    glass::append_string(slot.values, value.value);
    used.push_back(value.slot);
  }
  glass::append_used_slots(used_slots_, used);
}

// Of the article whose id came last.
void Inverter::add_sketch(std::string_view words) {
  const auto stream = archive::WordStream::read(words);
  sketches_.push_back({archive::duplicate_group_of(terms_[ids_.back().first]),
                       stream ? sketch_of(*stream) : Sketch()});
}

void Inverter::store(const corpus::Article& article, Document& document) {
  texts_.append(data_, corpus::to_json(article));
  document.data_end = data_.size();
  document.used_slots_end = used_slots_.size();
}

std::size_t Inverter::memory() const {
  std::size_t values = 0;
  for (const Slot& slot : slots_) values += slot.values.capacity();
  return occurrences_.capacity() * sizeof(std::uint32_t) + words_.memory() + terms_.memory() +
         terms_of_words_.capacity() * sizeof(std::uint32_t) +
         word_terms_.capacity() * sizeof(Word) + data_.capacity() + values +
         sketches_.capacity() * sizeof(SketchedArticle) +
         occurrences_.size() * RunMaker::kMemoryForOccurrence +
         terms_.size() * RunMaker::kMemoryForTerm + normalised_.capacity() +
         words_.size() * RunMaker::kMemoryForWord;
}

Run Inverter::write(const std::filesystem::path& folder) { return RunMaker(*this, folder).make(); }

}  // namespace warraq::indexer
