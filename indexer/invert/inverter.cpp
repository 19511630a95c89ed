#include "indexer/invert/inverter.h"

#include "indexer/glass/termlist.h"
#include "indexer/invert/run_maker.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {
namespace {

/// What stands among the words that is none. Of words there are four kinds.
constexpr std::uint8_t kFilter = 4;

std::uint8_t kind_of(const analyzers::Token& token, bool in_title) {
  return static_cast<std::uint8_t>((in_title ? 1 : 0) + (token.stop ? 2 : 0));
}

}  // namespace

Inverter::Inverter(const analyzers::Analyzer& analyzer) : analyzer_(analyzer) {}

void Inverter::add(const corpus::Article& article) {
  for_each_word(article, analyzer_, analysis_,
                [&](const analyzers::Token& token, bool in_title, std::uint32_t position) {
                  occurrences_.push_back({word_of(token, in_title), position});
                });
  bool is_id = true;
  for_each_filter(article, analyzer_, [&](std::string_view prefix, std::string_view text) {
    const std::uint32_t word = filter_of(prefix, text);
    occurrences_.push_back({word, 0});
    if (is_id) ids_.emplace_back(terms_of_words_[word_terms_[word].first_term].term, documents());
    is_id = false;
  });
  Document document;
  document.occurrences_end = occurrences_.size();
  add_values(article);
  store(article, document);
  documents_.push_back(document);
}

std::uint32_t Inverter::word_of(const analyzers::Token& token, bool in_title) {
  const auto [word, is_new] = words_.intern(kind_of(token, in_title), token.exact);
  if (!is_new) return word;
  word_terms_.push_back({static_cast<std::uint32_t>(terms_of_words_.size()), 0});
  for_each_term(token, in_title, [&](const WordTerm& term) {
    terms_of_words_.push_back({intern_term(term.prefix, term.text), term.wdf, term.has_positions});
  });
  end_word();
  return word;
}

std::uint32_t Inverter::filter_of(std::string_view prefix, std::string_view text) {
  term_.clear();
  archive::append_term(term_, prefix, text);
  const auto [word, is_new] = words_.intern(kFilter, term_);
  if (!is_new) return word;
  word_terms_.push_back({static_cast<std::uint32_t>(terms_of_words_.size()), 0});
  terms_of_words_.push_back({terms_.intern(0, term_).first, 0, false});
  end_word();
  return word;
}

std::uint32_t Inverter::intern_term(std::string_view prefix, std::string_view text) {
  term_.clear();
  archive::append_term(term_, prefix, text);
  return terms_.intern(0, term_).first;
}

void Inverter::end_word() {
  Word& word = word_terms_.back();
  word.terms = static_cast<std::uint32_t>(terms_of_words_.size()) - word.first_term;
}

void Inverter::add_values(const corpus::Article& article) {
  std::vector<std::uint32_t> used;
  for (const SlotValue& value : slot_values(article)) {
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

void Inverter::store(const corpus::Article& article, Document& document) {
  const std::string json = corpus::to_json(article);
  document.data_deflated = deflater_.append(data_, json);
  if (!document.data_deflated) data_.append(json);
  document.data_end = data_.size();
  document.used_slots_end = used_slots_.size();
}

std::size_t Inverter::memory() const {
  return occurrences_.capacity() * sizeof(Occurrence) + words_.memory() + terms_.memory() +
         terms_of_words_.capacity() * sizeof(TermOfWord) + word_terms_.capacity() * sizeof(Word) +
         data_.capacity() + occurrences_.size() * RunMaker::kMemoryForOccurrence +
         terms_.size() * RunMaker::kMemoryForTerm;
}

Run Inverter::write(const std::filesystem::path& folder) { return RunMaker(*this, folder).make(); }

}  // namespace warraq::indexer
