#include "searcher/engine/completions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "corpus/article/text.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/archive_vocabulary.h"
#include "searcher/engine/continuations.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/match.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

using StopWords = ArchiveVocabulary::StopWords;

// Forms whose articles are counted, the most frequent ones: what bounds the work.
constexpr std::size_t kMaxCounted = 50;
// Words that follow the one before, the most frequent ones, of which those that fit are offered.
constexpr std::size_t kMaxFollowing = 200;
// Earlier words that are looked at: the last ones.
constexpr std::size_t kMaxEarlierWords = 16;
// Nobody types a longer word; the archive may have one.
constexpr std::size_t kMaxTypedBytes = 200;

// The article in the forms that light10 takes off (stemmer.h). Not the bare و, which is as often a
// word's own first letter: it would complete زير to وزير.
constexpr std::array<std::string_view, 6> kArticles = {"ال", "وال", "بال", "كال", "فال", "لل"};

/// A word as its articles are found, and as it stands in their streams.
struct EarlierWord {
  std::string term;
  std::uint16_t mark = 0;
};

struct Typed {
  std::size_t begin = 0;   ///< where the word that is to be completed begins
  std::string normalised;  ///< the beginning of that word; empty: the next one is not begun
  bool is_arabic = false;
  std::vector<std::string> earlier;     ///< terms of the words before it
  std::optional<EarlierWord> previous;  ///< the last of these, which may be a stop word
};

void add_once(std::vector<std::string>& terms, std::string term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
}

EarlierWord earlier_word(const analyzers::Token& word) {
  return {word.stop ? archive::make_term(archive::prefix::kStopWord, word.normalised)
                    : archive::make_term(archive::prefix::kStem, word.stem),
          archive::form_mark(word.normalised, word.stop)};
}

// Nothing where the text ends neither within a word nor with a space after one.
std::optional<Typed> read_typed(const analyzers::Analyzer& analyzer, std::string_view text) {
  analyzers::Analysis analysis;
  analyzer.analyze(text, analysis);
  std::vector<const analyzers::Token*> words;
  for (const analyzers::Token& word : analysis.tokens()) {
    if (!word.joined && !word.normalised.empty()) words.push_back(&word);
  }
  if (words.empty() || !corpus::is_blank(text.substr(words.back()->end))) return std::nullopt;
  Typed typed;
  typed.begin = text.size();
  if (words.back()->end == text.size()) {
    const analyzers::Token& last = *words.back();
    if (last.normalised.size() > kMaxTypedBytes) return std::nullopt;
    typed.begin = last.begin;
    typed.normalised = last.normalised;
    typed.is_arabic = last.kind == analyzers::TokenKind::arabic;
    words.pop_back();
  }
  if (!words.empty()) typed.previous = earlier_word(*words.back());
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (typed.earlier.size() == kMaxEarlierWords) break;
    if (!(*word)->stop) add_once(typed.earlier, earlier_word(**word).term);
  }
  return typed;
}

bool is_more_frequent(const WordForm& left, const WordForm& right) {
  if (left.occurrences != right.occurrences) return left.occurrences > right.occurrences;
  return left.normalised < right.normalised;
}

// The most frequent forms that begin with `prefix`.
std::vector<WordForm> most_frequent(const ArchiveVocabulary& vocabulary,
                                    const std::string& prefix) {
  std::vector<WordForm> forms;  // a heap, the least frequent on top
  vocabulary.for_each_form(prefix, StopWords::left_out, [&](const WordForm& form) {
    if (forms.size() == kMaxCounted) {
      if (!is_more_frequent(form, forms.front())) return;
      std::pop_heap(forms.begin(), forms.end(), is_more_frequent);
      forms.pop_back();
    }
    forms.push_back(form);
    std::push_heap(forms.begin(), forms.end(), is_more_frequent);
  });
  return forms;
}

/// A form with what it is searched by.
struct Candidate {
  WordForm form;
  std::string term;
};

class Terms {
 public:
  explicit Terms(const analyzers::Analyzer& analyzer) : analyzer_(analyzer) {}

  // The term that articles with `form` have; nothing where it is several words by itself.
  [[nodiscard]] std::optional<std::string> of(const WordForm& form) {
    analyzer_.analyze(form.spelling, analysis_);
    if (analysis_.tokens().empty()) return std::nullopt;
    const analyzers::Token& word = analysis_.tokens().front();
    if (word.normalised != form.normalised) return std::nullopt;
    return archive::make_term(archive::prefix::kStem, word.stem);
  }
  [[nodiscard]] std::string stem_of(const std::string& word) {
    analyzer_.analyze(word, analysis_);
    return analysis_.tokens().empty() ? word : std::string(analysis_.tokens().front().stem);
  }

 private:
  const analyzers::Analyzer& analyzer_;
  analyzers::Analysis analysis_;
};

// Of a word with and without the article, the form that the archive mostly writes.
std::vector<Candidate> frequent_words(const ArchiveVocabulary& vocabulary, const Typed& typed,
                                      const analyzers::Analyzer& analyzer) {
  Terms terms(analyzer);
  std::map<std::string, WordForm> forms;  // by what stands behind the article
  const auto offer = [&](const std::string& bare, const WordForm& form) {
    const auto [known, is_new] = forms.try_emplace(bare, form);
    if (!is_new && is_more_frequent(form, known->second)) known->second = form;
  };
  for (const WordForm& form : most_frequent(vocabulary, typed.normalised)) {
    offer(form.normalised, form);
  }
  if (typed.is_arabic) {
    for (const std::string_view article : kArticles) {
      for (const WordForm& form :
           most_frequent(vocabulary, std::string(article).append(typed.normalised))) {
        const std::string bare = form.normalised.substr(article.size());
        // Letters that only look like an article: بالغ is not بال before غ.
        if (terms.stem_of(bare) != terms.stem_of(form.normalised)) continue;
        if (const auto known = vocabulary.form(bare, StopWords::left_out)) {
          offer(bare, *known);
        }
        offer(bare, form);
      }
    }
  }
  std::vector<Candidate> result;
  for (auto& [bare, form] : forms) {
    if (auto term = terms.of(form)) result.push_back({std::move(form), *std::move(term)});
  }
  std::sort(result.begin(), result.end(), [](const Candidate& left, const Candidate& right) {
    return is_more_frequent(left.form, right.form);
  });
  if (result.size() > kMaxCounted) result.resize(kMaxCounted);
  return result;
}

// Whether `normalised` begins with what was typed, behind the article or not.
bool is_begun(const std::string& normalised, const Typed& typed) {
  if (normalised.starts_with(typed.normalised)) return true;
  return typed.is_arabic &&
         std::any_of(kArticles.begin(), kArticles.end(), [&](std::string_view article) {
           return normalised.starts_with(article) &&
                  std::string_view(normalised).substr(article.size()).starts_with(typed.normalised);
         });
}

// The word that this mark most likely stands for, the most frequent one that has it; nothing where
// that is a stop word or does not fit what was typed.
std::optional<WordForm> word_with_mark(const archive::OpenArchive& archive,
                                       const ArchiveVocabulary& vocabulary, std::uint16_t mark,
                                       const Typed& typed) {
  std::optional<WordForm> result;
  for (std::size_t database = 0; database < archive.databases().size(); ++database) {
    vocabulary.with_mark(database, mark, [&](const archive::VocabularyWord& word) {
      if (result && result->normalised == word.normalised) return;
      auto form = vocabulary.form(word.normalised);
      if (form && (!result || is_more_frequent(*form, *result))) result = std::move(form);
    });
  }
  const bool fits = result && !result->stop && is_begun(result->normalised, typed);
  return fits ? result : std::nullopt;
}

// Those of the words that follow the one before that fit what was typed.
std::vector<Candidate> following_words(const archive::OpenArchive& archive,
                                       const ArchiveVocabulary& vocabulary,
                                       const Continuations& following, const Typed& typed,
                                       const analyzers::Analyzer& analyzer) {
  Terms terms(analyzer);
  std::vector<Candidate> result;
  for (const auto& [mark, times] : most_frequent_of(following, kMaxFollowing)) {
    if (result.size() == kMaxCounted) break;
    auto form = word_with_mark(archive, vocabulary, mark, typed);
    if (!form) continue;
    if (auto term = terms.of(*form)) result.push_back({std::move(*form), *std::move(term)});
  }
  return result;
}

std::uint64_t occurrences_of(const archive::OpenArchive& archive, const std::string& term) {
  std::uint64_t sum = 0;
  for (const archive::OpenedDatabase& database : archive.databases()) {
    sum += database.database.get_collection_freq(term);
  }
  return sum;
}

/// A completion to be ranked: by how often it follows the word before, and of those that do so
/// equally often by its articles. Words of one stem find the same ones: each is worth its share of
/// them, by how often the stem is written so.
struct Offer {
  std::string word;
  std::string term;
  std::uint64_t articles = 0;
  std::uint32_t follows = 0;
  double worth = 0;
};

bool is_better(const Offer& left, const Offer& right) {
  return left.follows != right.follows ? left.follows > right.follows : left.worth > right.worth;
}

/// Articles with all of the earlier words, and how many of them have a further term.
class ArticleCounter {
 public:
  ArticleCounter(const archive::OpenArchive& archive, const std::vector<std::string>& earlier)
      : archive_(archive), articles_(all_articles(archive)) {
    for (const std::string& term : earlier) {
      for (std::size_t i = 0; i < articles_.databases.size(); ++i) {
        DocumentSet having(articles_.databases[i].last());
        add_documents(archive_.databases()[i], term, having);
        articles_.databases[i] &= having;
      }
    }
  }

  [[nodiscard]] std::uint64_t count(const std::string& term) {
    const auto [known, is_new] = counts_.try_emplace(term, 0);
    std::uint64_t& count = known->second;
    if (!is_new) return count;
    for (std::size_t i = 0; i < articles_.databases.size(); ++i) {
      const DocumentSet& articles = articles_.databases[i];
      if (articles.empty()) continue;
      DocumentSet having(articles.last());
      add_documents(archive_.databases()[i], term, having);
      having &= articles;
      count += having.count();
    }
    return count;
  }

 private:
  const archive::OpenArchive& archive_;
  ArticleSet articles_;
  std::map<std::string, std::uint64_t> counts_;
};

}  // namespace

std::vector<Completion> complete(const archive::OpenArchive& archive,
                                 const analyzers::Analyzer& analyzer, std::string_view text,
                                 std::size_t limit) {
  const auto typed = read_typed(analyzer, text);
  if (!typed || limit == 0) return {};
  const ArchiveVocabulary vocabulary(archive);
  Continuations following;
  if (typed->previous) {
    following = continuations_of(archive, typed->previous->term, typed->previous->mark);
  }
  auto candidates = following_words(archive, vocabulary, following, *typed, analyzer);
  if (!typed->normalised.empty()) {
    for (Candidate& frequent : frequent_words(vocabulary, *typed, analyzer)) {
      candidates.push_back(std::move(frequent));
    }
  }
  ArticleCounter articles(archive, typed->earlier);
  std::unordered_set<std::string> seen;
  std::vector<Offer> offers;
  for (Candidate& candidate : candidates) {
    if (!seen.insert(candidate.form.normalised).second) continue;
    const std::uint64_t count = articles.count(candidate.term);
    if (count == 0) continue;
    const auto follows = following.find(archive::form_mark(candidate.form.normalised, false));
    const double stem = static_cast<double>(occurrences_of(archive, candidate.term));
    const double word = static_cast<double>(candidate.form.occurrences);
    offers.push_back({std::move(candidate.form.spelling), std::move(candidate.term), count,
                      follows == following.end() ? 0 : follows->second,
                      static_cast<double>(count) * word / std::max(stem, word)});
  }
  // Among equals the more frequent word stays first.
  std::stable_sort(offers.begin(), offers.end(), is_better);
  // Of the words that find the same articles the best one stands for all.
  std::unordered_set<std::string> terms;
  std::erase_if(offers, [&](const Offer& offer) { return !terms.insert(offer.term).second; });
  if (offers.size() > limit) offers.resize(limit);
  std::vector<Completion> completions;
  for (Offer& offer : offers) {
    std::string whole = std::string(text.substr(0, typed->begin)) + offer.word;
    completions.push_back({std::move(whole), std::move(offer.word), offer.articles});
  }
  return completions;
}

}  // namespace warraq::searcher
