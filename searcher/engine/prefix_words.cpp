#include "searcher/engine/prefix_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/query/prefix.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

using archive::Spellings;
using archive::WordMark;
using archive::WordStream;

namespace {

// What light10 takes off a word's front (stemmer.h).
constexpr std::array<std::string_view, 13> kFronts = {
    "", "و", "ال", "وال", "بال", "كال", "فال", "لل", "ووال", "وبال", "وكال", "وفال", "ولل"};

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
    for (const archive::OpenedDatabase& database : archive_.databases()) {
      if (database.vocabulary) {
        look_up_forms(*database.vocabulary);
      } else {
        result_.incomplete = true;
      }
    }
    choose_stems();
    choose_forms();
    // Texts tell of every word; the bound says so only where no text is looked at.
    if (result_.incomplete && archive_.databases().size() == 1) result_.cut = false;
    return std::move(result_);
  }

 private:
  // All words of a stem that begins with the letters do so without what was taken off their front.
  void look_up_stems() {
    const std::string from = archive::make_term(archive::prefix::kStem, letters_.normalised);
    for (const archive::OpenedDatabase& database : archive_.databases()) {
      const Xapian::Database& terms = database.database;
      for (auto term = terms.allterms_begin(from); term != terms.allterms_end(from); ++term) {
        stems_[(*term).substr(archive::prefix::kStem.size())] += term.get_termfreq();
      }
    }
  }

  void look_up_forms(const archive::Vocabulary& vocabulary) {
    if (prefix_.exact) {
      vocabulary.for_each(letters_.normalised, [&](const archive::VocabularyWord& word) {
        if (word.exact.starts_with(letters_.exact)) take(word);
      });
      return;
    }
    for (const std::string_view front : kFronts) {
      const std::string begin = std::string(front) + letters_.normalised;
      vocabulary.for_each(begin, [&](const archive::VocabularyWord& word) { take(word); });
    }
  }

  void take(const archive::VocabularyWord& word) {
    if (word.stop) return;
    const std::string_view stem = stemmer_->stem(word.normalised, scratch_);
    if (!prefix_.exact) {
      if (stem.starts_with(letters_.normalised)) return;  // among stems_
      if (!begins_with(word.normalised, stem, letters_.normalised)) return;
    }
    auto& [occurrences, forms] = forms_[std::string(stem)];
    occurrences += word.occurrences;
    const std::string_view exact = prefix_.exact ? word.exact : word.normalised;
    forms.emplace(word.normalised, exact);
  }

  void choose_stems() {
    std::vector<std::pair<std::string, std::uint64_t>> all(stems_.begin(), stems_.end());
    result_.cut = all.size() > most_;
    sort_and_cut(all);
    for (auto& [stem, articles] : all) result_.stems.push_back(std::move(stem));
  }

  void choose_forms() {
    std::vector<std::pair<std::string, std::uint64_t>> all;
    for (const auto& [stem, forms] : forms_) all.emplace_back(stem, forms.first);
    result_.cut = result_.cut || all.size() > most_;
    sort_and_cut(all);
    result_.other_stems = all.size();
    std::set<std::string> stems;
    for (const auto& [stem, occurrences] : all) {
      stems.insert(stem);
      for (const auto& [normalised, exact] : forms_.at(stem).second) {
        result_.forms.push_back({normalised, exact});
        stems.insert(normalised);  // that of a joined form (أ.ف.ب) is not stemmed
      }
    }
    result_.stems_of_forms.assign(stems.begin(), stems.end());
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
  /// By stem: occurrences, and normalised and exact forms.
  std::unordered_map<std::string,
                     std::pair<std::uint64_t, std::set<std::pair<std::string, std::string>>>>
      forms_;
  PrefixWords result_;
};

}  // namespace

StreamForms::StreamForms(const std::vector<FoundForm>& forms, bool exact, TextField field)
    : exact_(exact), field_(field) {
  auto bits = std::make_shared<std::bitset<65536>>();
  for (const FoundForm& form : forms) {
    marks_.push_back(archive::mark_of(form.exact, form.normalised, false));
    bits->set(marks_.back().form);
  }
  std::sort(marks_.begin(), marks_.end(), by_mark);
  marks_.erase(std::unique(marks_.begin(), marks_.end()), marks_.end());
  forms_ = std::move(bits);
}

bool StreamForms::has(const WordMark& mark) const {
  if (!forms_->test(mark.form)) return false;
  return !exact_ || std::binary_search(marks_.begin(), marks_.end(), mark, by_mark);
}

std::uint32_t StreamForms::count(std::string_view stream, std::uint32_t at_most) const {
  std::uint32_t count = 0;
  if (at_most > 0) find(stream, [&](const WordMark& /*mark*/) { return ++count == at_most; });
  return count;
}

void StreamForms::find(std::string_view bytes,
                       const std::function<bool(const WordMark&)>& found) const {
  const auto stream = WordStream::read(bytes);
  if (!stream) return;
  Spellings spellings(*stream);
  const bool only_body = field_ == TextField::body;
  const bool only_title = field_ == TextField::title;
  const std::uint32_t first = only_body ? stream->title_words() : 0;
  const std::uint32_t last = only_title ? stream->title_words() : stream->size();
  for (std::uint32_t at = first; at < last; ++at) {
    const std::uint16_t form = stream->form(at);
    if (!forms_->test(form)) continue;
    const WordMark mark{form, spellings.at(at)};
    if (has(mark) && found(mark)) return;
  }
  for (std::uint32_t i = 0; i < stream->joined_size(); ++i) {
    const std::uint32_t at = stream->joined_position(i);
    const WordMark mark = stream->joined_mark(i);
    if (at >= first && at < last && has(mark) && found(mark)) return;
  }
}

PrefixWords words_with_prefix(const AnalysedClause& prefix, const archive::OpenArchive& archive,
                              std::size_t most) {
  return Search(prefix, archive, most).run();
}

}  // namespace warraq::searcher
