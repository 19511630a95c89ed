#include "indexer/invert/run_maker.h"

#include <algorithm>
#include <utility>

#include "indexer/terms/beginning.h"
#include "indexer/words/word_order.h"

namespace warraq::indexer {
namespace {

// Counts to where each begins: counts[i + 1] was how many there are of i.
void sum_up(std::vector<std::size_t>& counts) {
  for (std::size_t i = 1; i < counts.size(); ++i) counts[i] += counts[i - 1];
}

}  // namespace

TermLists::TermLists(std::vector<std::size_t> begins)
    : begins_(std::move(begins)),
      ends_(begins_),
      entries_(std::make_unique_for_overwrite<Entry[]>(begins_.back())) {}

RunMaker::RunMaker(const Inverter& inverter, std::filesystem::path folder)
    : inverter_(inverter),
      run_{std::move(folder), inverter.documents()},
      out_(run_),
      term_lists_(inverter.terms_begin_),
      counts_(inverter.documents()) {}

Run RunMaker::make() {
  sort_occurrences();
  write_words();
  sort_sources();
  for (const std::uint32_t term : terms_in_order()) write_term(term);
  write_ids();
  write_values();
  write_documents();
  write_sketches();
  out_.finish();
  return std::move(run_);
}

// By word, and so for each word by document: they come in that order.
void RunMaker::sort_occurrences() {
  places_begin_.assign(inverter_.words_.size() + 1, 0);
  for (const std::uint32_t word : inverter_.occurrences_) ++places_begin_[word + 1];
  sum_up(places_begin_);
  places_.resize(inverter_.occurrences_.size());
  std::vector<std::size_t> next(places_begin_);
  std::size_t at = 0;
  for (std::uint32_t document = 0; document < inverter_.documents(); ++document) {
    for (; at < inverter_.documents_[document].occurrences_end; ++at) {
      places_[next[inverter_.occurrences_[at]]++] = document;
    }
  }
}

void RunMaker::write_words() {
  std::vector<archive::VocabularyWord> words;
  words.reserve(inverter_.words_.size());
  std::size_t begin = 0;
  for (std::uint32_t number = 0; number < inverter_.words_.size(); ++number) {
    const auto& word = inverter_.word_terms_[number];
    if (word.count == 0) continue;
    const std::string_view exact = inverter_.words_[number];
    const auto other =
        std::string_view(inverter_.normalised_).substr(begin, word.normalised_end - begin);
    words.push_back({other.empty() ? exact : other, exact, word.stop,
                     places_begin_[number + 1] - places_begin_[number]});
    begin = word.normalised_end;
  }
  take_in_order(words, [this](const archive::VocabularyWord& word) { out_.words.add(word); });
}

void RunMaker::sort_sources() {
  sources_begin_.assign(inverter_.terms_.size() + 1, 0);
  for (const std::uint32_t term : inverter_.terms_of_words_) ++sources_begin_[term + 1];
  sum_up(sources_begin_);
  sources_.resize(inverter_.terms_of_words_.size());
  std::vector<std::size_t> next(sources_begin_);
  for (std::uint32_t word = 0; word < inverter_.word_terms_.size(); ++word) {
    const auto& terms = inverter_.word_terms_[word];
    for (std::uint32_t i = 0; i < terms.terms; ++i) {
      sources_[next[inverter_.terms_of_words_[terms.first_term + i]]++] = word;
    }
  }
}

std::vector<std::uint32_t> RunMaker::terms_in_order() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(inverter_.terms_.size());
  for (std::uint32_t term = 0; term < keys.size(); ++term) {
    keys[term] = {beginning_of(inverter_.terms_[term]), term};
  }
  std::sort(keys.begin(), keys.end(), [this](const auto& left, const auto& right) {
    if (left.first != right.first) return left.first < right.first;
    return inverter_.terms_[left.second] < inverter_.terms_[right.second];
  });
  std::vector<std::uint32_t> order(keys.size());
  std::transform(keys.begin(), keys.end(), order.begin(),
                 [](const auto& key) { return key.second; });
  return order;
}

void RunMaker::write_term(std::uint32_t term) {
  for (std::size_t source = sources_begin_[term]; source < sources_begin_[term + 1]; ++source) {
    const std::uint32_t word = sources_[source];
    const std::uint32_t count = inverter_.word_terms_[word].count;
    for (std::size_t place = places_begin_[word]; place < places_begin_[word + 1]; ++place) {
      counts_.add(places_[place], count);
    }
  }
  std::uint64_t occurrences = 0;
  counts_.take_all([&](std::uint32_t document, std::uint32_t wdf) {
    occurrences += wdf;
    blocks_.add(document, wdf);
    term_lists_.add(document, {term, wdf});
  });
  blocks_.write(out_.postings, inverter_.terms_[term], occurrences);
}

void RunMaker::write_ids() {
  auto ids = inverter_.ids_;
  std::sort(ids.begin(), ids.end(), [this](const auto& left, const auto& right) {
    return inverter_.terms_[left.first] < inverter_.terms_[right.first];
  });
  for (const auto& [term, document] : ids) {
    out_.ids.put_string(inverter_.terms_[term]);
    out_.ids.put_number(document);
  }
}

void RunMaker::write_values() {
  for (const auto& slot : inverter_.slots_) {
    if (slot.statistics.frequency == 0) continue;
    put_slot(out_.slots, slot.statistics);
    out_.values.put_bytes(slot.values);
  }
}

void RunMaker::write_sketches() {
  for (const SketchedArticle& article : inverter_.sketches_) put_sketch(out_.sketches, article);
}

void RunMaker::write_documents() {
  glass::Deflater deflater;
  std::vector<glass::TermFrequency> terms;
  std::string termlist;
  std::string deflated;
  std::size_t data = 0;
  std::size_t used_slots = 0;
  for (std::uint32_t number = 0; number < run_.documents; ++number) {
    const auto& document = inverter_.documents_[number];
    terms.clear();
    for (const auto& entry : term_lists_[number])
      terms.push_back({inverter_.terms_[entry.term], entry.wdf});
    termlist.clear();
    out_.lengths.put_number(glass::append_termlist(termlist, terms));
    deflated.clear();
    glass::DocumentTags tags;
    tags.termlist_deflated = deflater.append(deflated, termlist);
    tags.termlist = tags.termlist_deflated ? deflated : termlist;
    tags.used_slots = std::string_view(inverter_.used_slots_)
                          .substr(used_slots, document.used_slots_end - used_slots);
    tags.data = std::string_view(inverter_.data_).substr(data, document.data_end - data);
    put_document(out_.documents, tags);
    data = document.data_end;
    used_slots = document.used_slots_end;
  }
}

}  // namespace warraq::indexer
