#include "searcher/snippets/window.h"

#include <algorithm>
#include <vector>

namespace warraq::searcher {
namespace {

// A repetition of a word is worth this part of its first appearance.
constexpr double kRepetition = 0.1;
// What a window loses for reaching over the whole width, and for standing at the very end, as parts
// of the greatest weight: enough to decide between equals, too little to outweigh a word.
constexpr double kSpread = 0.05;
constexpr double kLateness = 0.05;

// The matches of a window by unit, kept while both its ends move on.
class Coverage {
 public:
  explicit Coverage(std::span<const double> weights) : weights_(weights), counts_(weights.size()) {}

  void add(const Match& match) {
    const double weight = weights_[match.unit];
    sum_ += counts_[match.unit]++ == 0 ? weight : kRepetition * weight;
  }
  void remove(const Match& match) {
    const double weight = weights_[match.unit];
    sum_ -= --counts_[match.unit] == 0 ? weight : kRepetition * weight;
  }
  [[nodiscard]] double sum() const { return sum_; }

 private:
  std::span<const double> weights_;
  std::vector<std::size_t> counts_;
  double sum_ = 0;
};

double part_of(std::size_t bytes, std::size_t whole) {
  return static_cast<double>(bytes) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

}  // namespace

Window best_window(std::span<const Match> matches, std::span<const double> unit_weights,
                   std::size_t max_bytes, std::size_t text_bytes) {
  const double greatest = *std::max_element(unit_weights.begin(), unit_weights.end());
  Coverage coverage(unit_weights);
  Window best;
  std::size_t end = 0;  // the window is [first, end)
  for (std::size_t first = 0; first < matches.size(); ++first) {
    const std::size_t begin_byte = matches[first].begin;
    while (end < matches.size() && (end == first || matches[end].end - begin_byte <= max_bytes)) {
      coverage.add(matches[end++]);
    }
    const std::size_t width = matches[end - 1].end - begin_byte;
    const double loss =
        kSpread * part_of(width, max_bytes) + kLateness * part_of(begin_byte, text_bytes);
    const double score = coverage.sum() - greatest * loss;
    if (first == 0 || score > best.score) best = {first, end - 1, score};
    coverage.remove(matches[first]);
  }
  return best;
}

}  // namespace warraq::searcher
