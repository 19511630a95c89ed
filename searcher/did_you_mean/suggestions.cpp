#include "searcher/did_you_mean/suggestions.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "searcher/did_you_mean/relaxations.h"
#include "searcher/did_you_mean/speller.h"
#include "searcher/did_you_mean/tree_words.h"

namespace warraq::searcher {
namespace {

using Kind = Suggestion::Kind;

// What suggestions may cost, whatever the query: longer ones are no slips of a finger.
constexpr std::size_t kMaxQueryLength = 4096;
constexpr std::size_t kMaxWords = 64;
constexpr std::size_t kMaxSuspects = 6;
constexpr std::size_t kMaxOptions = 5;
constexpr std::size_t kMaxSplits = 2;
constexpr std::size_t kMaxCounts = 24;

// Where fewer words may be offered too, spellings leave room for them.
constexpr std::size_t kMostSpellings = 3;

// A word that the archive has is respelled as one so many times as frequent; one of which it has
// the stem alone, in other forms, sooner.
constexpr std::uint64_t kMoreThanAWord = 100;
constexpr std::uint64_t kMoreThanAStem = 10;

Node sequence_of(std::vector<Node> children) {
  Node result;
  result.kind = Node::Kind::sequence;
  result.children = std::move(children);
  return result;
}

std::string printed(Node part, FieldNames names) {
  if (part.sign == Sign::required) part.sign = Sign::bare;
  return print_query(sequence_of({std::move(part)}), names);
}

Node bare_word(std::string text) {
  Node result;
  result.kind = Node::Kind::word;
  result.text = std::move(text);
  return result;
}

bool has_arabic_letters(const std::vector<TreeWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const TreeWord& word) {
    return !word.exact.empty() && static_cast<unsigned char>(word.exact.front()) >= 0x80;
  });
}

bool is_latin(const TreeWord& word) {
  return !word.exact.empty() && word.exact.front() >= 'a' && word.exact.front() <= 'z';
}

/// One way to put a word right.
struct Option {
  Kind kind = Kind::spelling;
  Replacement replacement;
  double distance = 0;
};

class Maker {
 public:
  Maker(const Request& request, const Node& root, std::uint64_t total,
        const analyzers::Analyzer& analyzer, ArchiveEvidence& evidence)
      : request_(request),
        root_(root),
        total_(total),
        analyzer_(analyzer),
        evidence_(evidence),
        words_(words_of(root, analyzer, request.exact, kMaxWords)) {
    auto vocabularies = evidence.vocabularies();
    if (!vocabularies.empty()) speller_.emplace(std::move(vocabularies), analyzer);
    seen_.insert(print_query(root, field_names_in(request.query)));
  }

  std::vector<Suggestion> run() {
    find_suspects();
    if (total_ > 0 && suspects_.empty()) return {};
    if (speller_) offer_spellings();
    if (total_ == 0) offer_less();
    return std::move(result_);
  }

 private:
  struct Suspect {
    std::size_t word = 0;  // in words_
    std::uint64_t occurrences = 0;
    std::vector<Option> options = {};  // the best first
  };

  // ---- which words

  std::uint64_t occurrences_of(const TreeWord& word) const {
    if (word.bare || !speller_) return evidence_.articles_with(word.stem);
    return word.exact_form ? speller_->count_exact(word.exact, word.normalised)
                           : speller_->count_normalised(word.normalised);
  }

  bool is_missing(const TreeWord& word, std::uint64_t occurrences) const {
    if (occurrences == 0) return true;
    const bool hardly = word.bare && occurrences <= kHardlyAnyArticles;
    return hardly && speller_ && speller_->count_normalised(word.normalised) == 0;
  }

  // Words that the archive lacks; where nothing was found, those that it hardly has as well.
  void find_suspects() {
    std::vector<Suspect> others;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].stop) continue;
      const std::uint64_t occurrences = occurrences_of(words_[i]);
      if (occurrences > kHardlyAnyArticles) continue;
      auto& suspects = is_missing(words_[i], occurrences) ? suspects_ : others;
      suspects.push_back({i, occurrences});
    }
    if (total_ == 0) std::move(others.begin(), others.end(), std::back_inserter(suspects_));
    if (suspects_.size() > kMaxSuspects) suspects_.resize(kMaxSuspects);
    std::sort(suspects_.begin(), suspects_.end(),
              [](const Suspect& a, const Suspect& b) { return a.word < b.word; });
  }

  // ---- other spellings

  void offer_spellings() {
    if (offer_retyped_query()) return;
    add_spellings();
    if (some_latin_word_stays()) drop_retyped();
    for (Suspect& suspect : suspects_) {
      if (suspect.occurrences == 0) add_split(suspect);
      add_joined(suspect);
      std::stable_sort(suspect.options.begin(), suspect.options.end(),
                       [](const Option& a, const Option& b) { return a.distance < b.distance; });
      if (suspect.options.size() > kMaxOptions) suspect.options.resize(kMaxOptions);
    }
    const std::size_t room = may_ask_for_less() ? kMostSpellings : kMaxSuggestions;
    offer_options({}, room);
    for (const auto& [suspect, option] : later_options()) {
      if (result_.size() >= room) return;
      offer_options({{suspect, option}}, room);
    }
  }

  [[nodiscard]] bool may_ask_for_less() const {
    return total_ == 0 && (words_.size() > 1 || !filters().empty());
  }

  // One pass over the vocabulary for all words, and for what the other layout makes of them.
  void add_spellings() {
    std::vector<MisspelledWord> typed;
    std::vector<Suspect*> retyped;
    for (const Suspect& suspect : suspects_) typed.push_back(misspelled(suspect));
    for (Suspect& suspect : suspects_) {
      if (suspect.occurrences > 0 || add_retyped(suspect)) continue;
      if (auto other = speller_->other_layout(words_[suspect.word].exact)) {
        typed.push_back({std::move(*other), level_of(words_[suspect.word])});
        retyped.push_back(&suspect);
      }
    }
    const auto found = speller_->respell(typed, kMaxOptions);
    for (std::size_t i = 0; i < suspects_.size(); ++i) {
      for (const Respelling& each : found[i]) add_option(suspects_[i], Kind::spelling, each);
    }
    for (std::size_t i = 0; i < retyped.size(); ++i) {
      // Both a wrong layout and a wrong letter, where nothing simpler would do.
      if (!retyped[i]->options.empty()) continue;
      for (const Respelling& each : found[suspects_.size() + i]) {
        add_option(*retyped[i], Kind::keyboard, each, speller_->weights().keyboard);
      }
    }
  }

  // Who typed Latin words on purpose typed the one beside them in the same layout.
  [[nodiscard]] bool some_latin_word_stays() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is_latin(words_[i]) && !is_retyped(i)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_retyped(std::size_t word) const {
    return std::any_of(suspects_.begin(), suspects_.end(), [&](const Suspect& suspect) {
      return std::any_of(suspect.options.begin(), suspect.options.end(), [&](const Option& each) {
        return each.kind == Kind::keyboard && each.replacement.first <= word &&
               word <= each.replacement.last;
      });
    });
  }

  void drop_retyped() {
    for (Suspect& suspect : suspects_) {
      std::erase_if(suspect.options,
                    [](const Option& each) { return each.kind == Kind::keyboard; });
    }
  }

  static WordLevel level_of(const TreeWord& word) {
    if (word.bare) return WordLevel::stem;
    return word.exact_form ? WordLevel::exact : WordLevel::normalised;
  }

  [[nodiscard]] MisspelledWord misspelled(const Suspect& suspect) const {
    const TreeWord& word = words_[suspect.word];
    const bool is_stem_alone =
        word.bare && suspect.occurrences > 0 && speller_->count_normalised(word.normalised) == 0;
    return {word.exact, level_of(word),
            suspect.occurrences * (is_stem_alone ? kMoreThanAStem : kMoreThanAWord)};
  }

  void add_option(Suspect& suspect, Kind kind, const Respelling& found, double further = 0) {
    suspect.options.push_back(
        {kind, {suspect.word, suspect.word, found.word}, found.distance + further});
  }

  // A mark of punctuation beside a word may be a letter of it in the other layout.
  bool add_retyped(Suspect& suspect) {
    if (const auto node = words_beside(root_, words_, suspect.word)) {
      const auto whole = speller_->retype(node->text);
      if (whole) {
        suspect.options.push_back(
            {Kind::keyboard, {node->first, node->last, whole->word, true}, whole->distance});
        return true;
      }
    }
    const auto found = speller_->retype(words_[suspect.word].exact);
    if (found) add_option(suspect, Kind::keyboard, *found);
    return found.has_value();
  }

  // Its parts are likely where articles have them side by side.
  void add_split(Suspect& suspect) {
    for (Respelling& parts : speller_->split(words_[suspect.word].exact, kMaxSplits)) {
      Node phrase = bare_word(parts.word);
      phrase.kind = Node::Kind::phrase;
      Request request;
      request.query = print_query(sequence_of({std::move(phrase)}));
      const std::uint64_t articles = evidence_.find(request).articles;
      if (articles == 0) continue;
      parts.distance = speller_->distance(speller_->weights().missing_space, articles);
      add_option(suspect, Kind::space, parts);
    }
  }

  void add_joined(Suspect& suspect) {
    for (std::size_t first = suspect.word - std::min<std::size_t>(suspect.word, 1);
         first <= suspect.word && first + 1 < words_.size(); ++first) {
      if (!may_be_one(root_, words_[first], words_[first + 1])) continue;
      const auto found = speller_->join(words_[first].exact, words_[first + 1].exact);
      if (!found) continue;
      suspect.options.push_back({Kind::space, {first, first + 1, found->word}, found->distance});
    }
  }

  using Choice = std::pair<std::size_t, std::size_t>;  // of a suspect, an option

  // Those that are no suspect's best, the best first.
  [[nodiscard]] std::vector<Choice> later_options() const {
    std::vector<Choice> result;
    for (std::size_t i = 0; i < suspects_.size(); ++i) {
      for (std::size_t j = 1; j < suspects_[i].options.size(); ++j) result.emplace_back(i, j);
    }
    std::stable_sort(result.begin(), result.end(), [&](const Choice& a, const Choice& b) {
      return suspects_[a.first].options[a.second].distance <
             suspects_[b.first].options[b.second].distance;
    });
    return result;
  }

  // The best of every suspect, or the one of `choice` where it is that one's turn.
  void offer_options(std::optional<Choice> choice, std::size_t room) {
    if (result_.size() >= room) return;
    std::vector<Replacement> replacements;
    Suggestion suggestion;
    for (std::size_t i = 0; i < suspects_.size(); ++i) {
      if (suspects_[i].options.empty()) continue;
      const std::size_t which = choice && choice->first == i ? choice->second : 0;
      const Option& option = suspects_[i].options[which];
      const Replacement& next = option.replacement;
      if (!replacements.empty() && next.first <= replacements.back().last) continue;
      suggestion.kind = option.kind;
      append(suggestion.replaced, text_of(next));
      append(suggestion.replacement, next.text);
      replacements.push_back(next);
    }
    if (replacements.empty()) return;
    if (replacements.size() > 1) suggestion.kind = Kind::spelling;
    offer(std::move(suggestion), with_replaced(root_, words_, replacements));
  }

  static void append(std::string& list, const std::string& word) {
    if (!list.empty()) list += ' ';
    list += word;
  }

  [[nodiscard]] std::string text_of(const Replacement& replacement) const {
    std::string result;
    for (std::size_t i = replacement.first; i <= replacement.last; ++i) {
      append(result, words_[i].exact);
    }
    return result;
  }

  // All of the query in the other layout: marks of punctuation are letters there.
  bool offer_retyped_query() {
    if (suspects_.empty() || has_arabic_letters(words_)) return false;
    const auto found = speller_->retype(request_.query);
    if (!found) return false;
    Suggestion suggestion;
    suggestion.kind = Kind::keyboard;
    suggestion.replaced = request_.query;
    suggestion.replacement = found->word;
    offer(std::move(suggestion), read_query(found->word, Syntax::plain).root);
    return !result_.empty();
  }

  // ---- less

  void offer_less() {
    for (const Relaxation& each : with_looser_phrases(root_, analyzer_)) offer_relaxed(each);
    std::vector<Relaxation> parts = with_fewer_parts(root_);
    std::stable_sort(parts.begin(), parts.end(), [&](const Relaxation& a, const Relaxation& b) {
      return rarity(a.replaced) < rarity(b.replaced);
    });
    for (const Relaxation& each : parts) offer_relaxed(each);
    offer_without_filters();
    offer_any_word();
  }

  void offer_relaxed(const Relaxation& relaxed) {
    Suggestion suggestion;
    suggestion.kind = relaxed.kind;
    suggestion.replaced = printed(relaxed.replaced, field_names_in(request_.query));
    offer(std::move(suggestion), relaxed.root);
  }

  // How many articles have the rarest of the part's words: leaving it out may find the most.
  [[nodiscard]] std::uint64_t rarity(const Node& part) const {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const TreeWord& word : words_of(part, analyzer_, request_.exact, kMaxWords)) {
      if (!word.stop) least = std::min(least, occurrences_of(word));
    }
    return least;
  }

  // The request's options that leave articles out, those that belong together.
  [[nodiscard]] std::vector<std::vector<std::string>> filters() const {
    std::vector<std::vector<std::string>> result;
    std::vector<std::string> days;
    if (request_.from) days.emplace_back("from");
    if (request_.to) days.emplace_back("to");
    if (!days.empty()) result.push_back(std::move(days));
    if (!request_.sources.empty()) result.push_back({"source"});
    if (!request_.categories.empty()) result.push_back({"category"});
    if (!request_.authors.empty()) result.push_back({"author"});
    if (!request_.agencies.empty()) result.push_back({"agency"});
    if (request_.exact) result.push_back({"exact"});
    return result;
  }

  void offer_without_filters() {
    const auto all = filters();
    for (const auto& each : all) offer_without(each);
    if (all.size() < 2) return;
    std::vector<std::string> together;
    for (const auto& each : all) together.insert(together.end(), each.begin(), each.end());
    offer_without(together);
  }

  void offer_without(const std::vector<std::string>& options) {
    Suggestion suggestion;
    suggestion.kind = Kind::no_filter;
    suggestion.without = options;
    offer(std::move(suggestion), root_);
  }

  void offer_any_word() {
    std::vector<Node> words;
    for (const TreeWord& word : words_) {
      const bool finds = !word.stop && evidence_.articles_with(word.stem) > 0;
      if (finds) words.push_back(bare_word(word.exact));
    }
    if (words.size() < 2) return;
    Suggestion suggestion;
    suggestion.kind = Kind::fewer_words;
    if (request_.all_words) suggestion.without = {"all"};
    offer(std::move(suggestion), sequence_of(std::move(words)));
  }

  // ----

  static bool is_spelling(const Suggestion& suggestion) {
    return suggestion.kind == Kind::spelling || suggestion.kind == Kind::space ||
           suggestion.kind == Kind::keyboard;
  }

  // Takes the suggestion up if it is a new one and finds something.
  void offer(Suggestion suggestion, const Node& root) {
    if (result_.size() == kMaxSuggestions || counts_ == kMaxCounts) return;
    suggestion.query = print_query(root, field_names_in(request_.query));
    std::string key = suggestion.query;
    for (const std::string& option : suggestion.without) key += '\n' + option;
    if (suggestion.query.empty() || !seen_.insert(std::move(key)).second) return;
    ++counts_;
    const auto found = evidence_.find(suggested_request(request_, suggestion));
    if (found.articles == 0) return;
    // Spellings of one name find the same articles, for each is searched with the others.
    if (is_spelling(suggestion) && !respelled_.insert(found.which).second) return;
    suggestion.articles = found.articles;
    result_.push_back(std::move(suggestion));
  }

  const Request& request_;
  const Node& root_;
  std::uint64_t total_;
  const analyzers::Analyzer& analyzer_;
  ArchiveEvidence& evidence_;
  std::optional<Speller> speller_;
  std::vector<TreeWord> words_;
  std::vector<Suspect> suspects_;
  std::vector<Suggestion> result_;
  std::set<std::string> seen_;
  std::set<std::uint64_t> respelled_;  ///< what other spellings find
  std::size_t counts_ = 0;
};

}  // namespace

Request suggested_request(const Request& request, const Suggestion& suggestion) {
  Request result = request;
  result.query = suggestion.query;
  result.syntax = Syntax::query;
  result.relax = false;
  result.suggestions = false;
  for (const std::string& option : suggestion.without) {
    if (option == "from") result.from.reset();
    if (option == "to") result.to.reset();
    if (option == "source") result.sources.clear();
    if (option == "category") result.categories.clear();
    if (option == "author") result.authors.clear();
    if (option == "agency") result.agencies.clear();
    if (option == "exact") result.exact = false;
    if (option == "all") result.all_words = false;
  }
  return result;
}

std::vector<Suggestion> make_suggestions(const Request& request, const Node& root,
                                         std::uint64_t total, const analyzers::Analyzer& analyzer,
                                         ArchiveEvidence& evidence) {
  if (request.query.size() > kMaxQueryLength) return {};
  return Maker(request, root, total, analyzer, evidence).run();
}

}  // namespace warraq::searcher
