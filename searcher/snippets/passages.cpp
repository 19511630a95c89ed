#include "searcher/snippets/passages.h"

#include <algorithm>
#include <optional>

#include "searcher/snippets/window.h"
#include "warraq/analyzers/sentences.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using analyzers::Token;
using analyzers::WrittenWord;

// What a unit is worth to a further passage once one has shown it.
constexpr double kShownAlready = 0.2;
// Windows take this much of the width, so that there is room for what their words stand in.
constexpr std::size_t kWindowNumerator = 2;
constexpr std::size_t kWindowDenominator = 3;
// How much of the width may stand before a window whose sentence begins too far ahead.
constexpr std::size_t kLeadDivisor = 4;
// A passage is cut back to the end of a sentence when that leaves half of the width or more.
constexpr std::size_t kLeastDivisor = 2;
// Punctuation taken along with a word; longer runs are rows of hyphens and the like.
constexpr std::uint32_t kMaxPunctuation = 12;

bool is_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f' ||
         byte == '\v';
}

// Words by number, with the punctuation that is attached to them.
class Words {
 public:
  Words(std::string_view text, std::span<const WrittenWord> words) : text_(text), words_(words) {}

  [[nodiscard]] std::size_t count() const { return words_.size(); }

  // Where word number `word` begins, opening marks included.
  [[nodiscard]] std::uint32_t begin(std::size_t word) const {
    const std::uint32_t own = words_[word].begin;
    const std::uint32_t floor = word == 0 ? 0 : words_[word - 1].end;
    std::uint32_t begin = own;
    while (begin > floor && !is_space(text_[begin - 1])) --begin;
    const bool after_space = begin == 0 || (begin > floor && is_space(text_[begin - 1]));
    return after_space && own - begin <= kMaxPunctuation ? begin : own;
  }

  // Where it ends, closing marks included.
  [[nodiscard]] std::uint32_t end(std::size_t word) const {
    const std::uint32_t own = words_[word].end;
    const auto size = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t ceiling = word + 1 == words_.size() ? size : words_[word + 1].begin;
    std::uint32_t end = own;
    while (end < ceiling && !is_space(text_[end])) ++end;
    const bool before_space = end == size || is_space(text_[end]);
    return before_space && end - own <= kMaxPunctuation ? end : own;
  }

  // The first word that begins at `byte` or after it.
  [[nodiscard]] std::size_t at(std::uint32_t byte) const {
    const auto found = std::lower_bound(
        words_.begin(), words_.end(), byte,
        [](const WrittenWord& word, std::uint32_t value) { return word.begin < value; });
    return static_cast<std::size_t>(found - words_.begin());
  }

 private:
  std::string_view text_;
  std::span<const WrittenWord> words_;
};

// The words that begin sentences, by number, from the tokens that do.
std::vector<std::size_t> sentence_words(std::string_view text, std::span<const Token> tokens,
                                        const Words& words) {
  std::vector<std::size_t> result;
  for (const std::uint32_t token : analyzers::sentence_starts(text, tokens)) {
    // A word that is several tokens is found by the one after its first, too: never twice.
    const std::size_t after = words.at(tokens[token].begin + 1);
    const std::size_t word = after == 0 ? 0 : after - 1;
    if (result.empty() || word > result.back()) result.push_back(word);
  }
  return result;
}

// Words [first, last), free of passages.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Chooser {
 public:
  Chooser(std::string_view text, std::span<const Token> tokens, std::span<const WrittenWord> words,
          std::span<const Match> matches, std::span<const double> weights, PassageOptions options)
      : text_(text),
        words_(text, words),
        matches_(matches),
        original_(weights),
        weights_(weights.begin(), weights.end()),
        options_(options),
        sentences_(sentence_words(text, tokens, words_)) {
    free_.push_back({0, words_.count()});
  }

  std::vector<Passage> run() {
    while (passages_.size() < options_.count && add_best()) {
    }
    if (passages_.empty() && matches_.empty()) add_beginning();
    std::sort(passages_.begin(), passages_.end(),
              [](const Passage& a, const Passage& b) { return a.begin < b.begin; });
    return std::move(passages_);
  }

 private:
  // The matches that lie in `stretch` as wholes.
  [[nodiscard]] std::span<const Match> matches_in(const Stretch& stretch) const {
    if (stretch.first >= stretch.last) return {};
    const std::uint32_t begin = words_.begin(stretch.first);
    const std::uint32_t end = words_.end(stretch.last - 1);
    const auto before = [](const Match& match, std::uint32_t byte) { return match.begin < byte; };
    const auto from = std::lower_bound(matches_.begin(), matches_.end(), begin, before);
    auto to = std::lower_bound(from, matches_.end(), end, before);
    while (to != from && (to - 1)->end > end) --to;
    return {from, to};
  }

  bool add_best() {
    const std::size_t window_bytes = options_.max_bytes * kWindowNumerator / kWindowDenominator;
    std::optional<Window> best;
    std::size_t best_stretch = 0;
    for (std::size_t i = 0; i < free_.size(); ++i) {
      const auto inside = matches_in(free_[i]);
      if (inside.empty()) continue;
      const Window window = best_window(inside, weights_, window_bytes, text_.size());
      if (best && window.score <= best->score) continue;
      best = window;
      best_stretch = i;
    }
    if (!best) return false;
    const Stretch stretch = free_[best_stretch];
    const auto shown = matches_in(stretch).subspan(best->first, best->last - best->first + 1);
    std::uint32_t end = 0;
    for (const Match& match : shown) end = std::max(end, match.end);
    add(best_stretch, widen(stretch, words_.at(shown.front().begin), words_.at(end)));
    for (const Match& match : shown) {
      weights_[match.unit] = kShownAlready * original_[match.unit];
    }
    return true;
  }

  void add_beginning() {
    if (words_.count() == 0) return;
    const Stretch all = free_.front();
    add(0, widen(all, 0, 1));
  }

  // Words [first, last) made longer: back to the sentence's beginning, on to a sentence's end.
  [[nodiscard]] Stretch widen(const Stretch& within, std::size_t first, std::size_t last) const {
    last = std::clamp(last, first + 1, within.last);
    const std::size_t sentence = std::max(sentence_of(first), within.first);
    if (fits(sentence, last)) {
      first = sentence;
    } else {
      first = lead_in(within, first, last);
    }
    last = run_on(within, first, last);
    // At the end of the text there may be room left for the sentences before.
    while (last == within.last && first > within.first) {
      const std::size_t earlier = std::max(sentence_of(first - 1), within.first);
      if (!fits(earlier, last)) break;
      first = earlier;
    }
    return {first, last};
  }

  // A few words before `first`, where its sentence is too long to show from the beginning.
  [[nodiscard]] std::size_t lead_in(const Stretch& within, std::size_t first,
                                    std::size_t last) const {
    const std::uint32_t match_begin = words_.begin(first);
    while (first > within.first && fits(first - 1, last) &&
           match_begin - words_.begin(first - 1) <= options_.max_bytes / kLeadDivisor) {
      --first;
    }
    return first;
  }

  [[nodiscard]] std::size_t run_on(const Stretch& within, std::size_t first,
                                   std::size_t last) const {
    std::size_t furthest = last;
    while (furthest < within.last && fits(first, furthest + 1)) ++furthest;
    if (furthest == within.last) return furthest;
    // The last sentence that begins in reach ends the passage before it.
    const auto after = std::upper_bound(sentences_.begin(), sentences_.end(), furthest);
    if (after == sentences_.begin()) return furthest;
    const std::size_t sentence_end = *(after - 1);
    const bool long_enough =
        sentence_end >= last && sentence_end > first &&
        words_.end(sentence_end - 1) - words_.begin(first) >= options_.max_bytes / kLeastDivisor;
    return long_enough ? sentence_end : furthest;
  }

  [[nodiscard]] std::size_t sentence_of(std::size_t word) const {
    return *(std::upper_bound(sentences_.begin(), sentences_.end(), word) - 1);
  }

  [[nodiscard]] bool fits(std::size_t first, std::size_t last) const {
    return words_.end(last - 1) - words_.begin(first) <= options_.max_bytes;
  }

  void add(std::size_t stretch_number, const Stretch& shown) {
    const Stretch stretch = free_[stretch_number];
    passages_.push_back(bounded(words_.begin(shown.first), words_.end(shown.last - 1)));
    free_[stretch_number] = {stretch.first, shown.first};
    free_.push_back({shown.last, stretch.last});
  }

  [[nodiscard]] Passage bounded(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t furthest = begin + options_.max_bytes + kMostBeyond;
    if (end <= furthest) return {begin, end, false};
    return {begin, static_cast<std::uint32_t>(analyzers::beginning_within(text_, furthest).size()),
            true};
  }

  std::string_view text_;
  Words words_;
  std::span<const Match> matches_;
  std::span<const double> original_;
  std::vector<double> weights_;  // less for what is shown already
  PassageOptions options_;
  std::vector<std::size_t> sentences_;  // the words that begin them
  std::vector<Stretch> free_;
  std::vector<Passage> passages_;
};

}  // namespace

std::vector<Passage> choose_passages(std::string_view text, std::span<const Token> tokens,
                                     std::span<const WrittenWord> words,
                                     std::span<const Match> matches,
                                     std::span<const double> unit_weights, PassageOptions options) {
  return Chooser(text, tokens, words, matches, unit_weights, options).run();
}

}  // namespace warraq::searcher
