#include "searcher/engine/prefix_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/archive_vocabulary.h"
#include "searcher/engine/stem_words.h"
#include "searcher/query/prefix.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

using archive::WordMark;

namespace {

bool by_mark(const WordMark& left, const WordMark& right) {
  return std::pair(left.form, left.spelling) < std::pair(right.form, right.spelling);
}

/// Gathers the words of one prefix.
class Search {
 public:
  Search(const AnalysedClause& prefix, const archive::OpenArchive& archive, std::size_t most)
      : prefix_(prefix), letters_(prefix.words.front()), archive_(archive), most_(most) {}

  PrefixWords run() {
    if (!prefix_.exact) look_up_stems();
    look_up_forms();
    choose_stems();
    choose_forms();
    // Texts tell of every word; the bound says so only where no text is looked at.
    if (result_.incomplete && archive_.databases().size() == 1) result_.cut = false;
    return std::move(result_);
  }

 private:
  using Found = std::pair<std::uint64_t, FoundForm>;

  // All words of a stem that begins with the letters do so without what was taken off their front.
  void look_up_stems() {
    const std::string from = archive::make_term(archive::prefix::kStem, letters_.normalised);
    for (const archive::OpenedDatabase& database : archive_.databases()) {
      const Xapian::Database& terms = database.database;
      for (auto term = terms.allterms_begin(from); term != terms.allterms_end(from); ++term) {
        archive_.deadline().check();
        stems_[(*term).substr(archive::prefix::kStem.size())] += term.get_termfreq();
      }
    }
  }

  void look_up_forms() {
    const ArchiveVocabulary vocabulary(archive_);
    result_.incomplete = !vocabulary.is_complete();
    if (prefix_.exact) {
      vocabulary.words().for_each(letters_.normalised, [&](const archive::VocabularyWord& word) {
        if (!word.stop && word.exact.starts_with(letters_.exact)) {
          take(word.normalised, word.exact, word.occurrences);
        }
      });
      return;
    }
    std::vector<std::string> begins;
    for (const std::string_view front : kFronts) {
      const std::string begin = std::string(front) + letters_.normalised;
      vocabulary.for_each_form(
          begin, ArchiveVocabulary::StopWords::left_out, [&](const WordForm& form) {
            const bool again = std::any_of(begins.begin(), begins.end(), [&](const auto& before) {
              return form.normalised.starts_with(before);
            });
            if (!again) take(form.normalised, {}, form.occurrences);
          });
      begins.push_back(begin);
    }
  }

  // Of thousands most are too rare to be looked at closer.
  void take(std::string_view normalised, std::string_view exact, std::uint64_t occurrences) {
    archive_.deadline().check();
    const bool full = forms_.size() == kMaxPrefixForms;
    const bool rare = full && occurrences <= forms_.front().first;
    if ((rare && result_.cut) || !is_for_streams(normalised)) return;
    result_.cut = result_.cut || full;
    if (rare) return;
    if (full) {
      std::pop_heap(forms_.begin(), forms_.end(), is_before);
      forms_.pop_back();
    }
    forms_.push_back({occurrences, {std::string(normalised), std::string(exact)}});
    std::push_heap(forms_.begin(), forms_.end(), is_before);
  }

  // Others begin so with all words of their stem, or do not.
  bool is_for_streams(std::string_view normalised) {
    if (prefix_.exact) return true;
    const std::string_view stem = stemmer_->stem(normalised, scratch_);
    return !stem.starts_with(letters_.normalised) &&
           begins_with(normalised, stem, letters_.normalised);
  }

  static bool is_before(const Found& left, const Found& right) {
    const auto key = [](const Found& found) {
      return std::pair<std::string_view, std::string_view>(found.second.normalised,
                                                           found.second.exact);
    };
    return left.first != right.first ? left.first > right.first : key(left) < key(right);
  }

  void choose_stems() {
    std::vector<std::pair<std::string, std::uint64_t>> all(stems_.begin(), stems_.end());
    result_.cut = result_.cut || all.size() > most_;
    sort_and_cut(all);
    for (auto& [stem, articles] : all) result_.stems.push_back(std::move(stem));
  }

  void choose_forms() {
    std::sort_heap(forms_.begin(), forms_.end(), is_before);
    std::unordered_set<std::string> stems;
    const auto add_stem = [&](std::string stem) {
      if (stems.insert(stem).second) result_.stems_of_forms.push_back(std::move(stem));
    };
    for (auto& [occurrences, form] : forms_) {
      add_stem(std::string(stemmer_->stem(form.normalised, scratch_)));
      // A joined form (أ.ف.ب) is its own stem.
      const std::string as_stem = archive::make_term(archive::prefix::kStem, form.normalised);
      if (archive_.term_frequency(as_stem) > 0) add_stem(form.normalised);
      result_.forms.push_back(std::move(form));
    }
  }

  void sort_and_cut(std::vector<std::pair<std::string, std::uint64_t>>& stems) const {
    std::sort(stems.begin(), stems.end(), [](const auto& left, const auto& right) {
      return std::pair(right.second, std::string_view(left.first)) <
             std::pair(left.second, std::string_view(right.first));
    });
    if (stems.size() > most_) stems.resize(most_);
  }

  const AnalysedClause& prefix_;
  const QueryWord& letters_;
  const archive::OpenArchive& archive_;
  std::size_t most_;
  std::unique_ptr<const analyzers::Stemmer> stemmer_ = analyzers::make_light10();
  std::string scratch_;
  std::unordered_map<std::string, std::uint64_t> stems_;
  std::vector<Found> forms_;  // a heap, the rarest in front
  PrefixWords result_;
};

}  // namespace

StreamForms::StreamForms(const std::vector<FoundForm>& forms, bool exact, TextField field)
    : exact_(exact), field_(field) {
  auto bits = std::make_shared<std::bitset<65536>>();
  for (const FoundForm& form : forms) {
    const std::string& exactly = exact ? form.exact : form.normalised;
    marks_.push_back(archive::mark_of(exactly, form.normalised, false));
    bits->set(marks_.back().form);
    ranks_.emplace(marks_.back().form, ranks_.size());
  }
  std::sort(marks_.begin(), marks_.end(), by_mark);
  marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
  forms_ = std::move(bits);
}

std::size_t StreamForms::rank(std::uint16_t form) const {
  const auto found = ranks_.find(form);
  return found == ranks_.end() ? ranks_.size() : found->second;
}

bool StreamForms::has(const WordMark& mark) const {
  if (!forms_->test(mark.form)) return false;
  return !exact_ || std::binary_search(marks_.begin(), marks_.end(), mark, by_mark);
}

std::uint32_t StreamForms::count(std::string_view bytes, std::uint32_t at_most) const {
  const auto stream = archive::WordStream::read(bytes);
  std::uint32_t count = 0;
  if (stream && at_most > 0) find(*stream, [&](const WordMark&) { return ++count == at_most; });
  return count;
}

PrefixWords words_with_prefix(const AnalysedClause& prefix, const archive::OpenArchive& archive,
                              std::size_t most) {
  return Search(prefix, archive, most).run();
}

}  // namespace warraq::searcher
