#include "searcher/engine/closer_forms.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <utility>

#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

// Two words of the query are close within so many places, in either order.
constexpr std::uint32_t kNearWords = 16;

// Of a query of hundreds of words, these many are looked at two by two.
constexpr std::size_t kMaxPaired = 32;

// BM25's, never negative.
double rarity(double articles, double holding) {
  return std::log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

}  // namespace

CloserForms::CloserForms(const archive::OpenArchive& archive, const Plan& plan)
    : archive_(archive),
      forms_(plan.closer),
      paired_(std::min(plan.closer.size(), kMaxPaired)),
      articles_(static_cast<double>(archive.database().get_doccount())),
      bm25_(articles_, std::max(archive.database().get_avlength(), 1.0)) {
  for (const CloserForm& form : forms_) {
    by_mark_.emplace_back(form.mark, static_cast<std::uint32_t>(holding_.size()));
    wanted_.set(form.mark);
    holding_.push_back(static_cast<double>(archive.term_frequency(form.stem)));
  }
  std::sort(by_mark_.begin(), by_mark_.end());
}

CloserForms::Evidence CloserForms::read(Xapian::docid document) const {
  Evidence evidence{std::vector<std::uint32_t>(forms_.size()),
                    std::vector<std::uint32_t>(paired_ * paired_), 0};
  std::string storage;
  const auto stream =
      archive::WordStream::read(archive_.word_stream(archive_.place_of(document), storage));
  if (!stream) return evidence;
  evidence.length = stream->size() + stream->title_words();
  std::deque<std::pair<std::uint32_t, std::uint32_t>> close;  // positions and forms before this one
  for (std::uint32_t position = 0; position < stream->size(); ++position) {
    const std::uint16_t mark = stream->form(position);
    if (!wanted_.test(mark)) continue;
    const auto found = std::lower_bound(by_mark_.begin(), by_mark_.end(), std::pair(mark, 0U));
    const std::uint32_t form = found->second;
    ++evidence.occurrences[form];
    if (form >= paired_) continue;
    while (!close.empty() && position - close.front().first > kNearWords) close.pop_front();
    for (const auto& [where, other] : close) {
      if (other != form) ++evidence.near[std::min(form, other) * paired_ + std::max(form, other)];
    }
    close.emplace_back(position, form);
  }
  return evidence;
}

void CloserForms::learn(std::span<const Evidence> best) {
  rarities_.clear();
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const auto with_it = static_cast<double>(
        std::count_if(best.begin(), best.end(),
                      [form](const Evidence& evidence) { return evidence.occurrences[form] > 0; }));
    const double share = (with_it + 0.5) / (static_cast<double>(best.size()) + 1);
    rarities_.push_back(rarity(articles_, holding_[form] * share));
  }
}

template <typename Take>
void CloserForms::for_each_part(const Evidence& evidence, Take take) const {
  const auto often = [&](std::uint32_t count) {
    return (kWeights.k1 + 1) * bm25_.share(static_cast<std::int32_t>(count),
                                           static_cast<std::int32_t>(evidence.length));
  };
  for (std::size_t form = 0; form < forms_.size(); ++form) {
    const std::uint32_t count = evidence.occurrences[form];
    if (count == 0) continue;
    take(form, form, count, kWeights.normalised * rarities_[form] * often(count));
  }
  for (std::size_t first = 0; first < paired_; ++first) {
    for (std::size_t second = first + 1; second < paired_; ++second) {
      const std::uint32_t count = evidence.near[first * paired_ + second];
      if (count == 0) continue;
      const double of_both = std::min(rarities_[first], rarities_[second]);
      take(first, second, count, kWeights.near * of_both * often(count));
    }
  }
}

std::vector<CloserForms::Part> CloserForms::parts(const Evidence& evidence) const {
  std::vector<Part> result;
  for_each_part(evidence,
                [&](std::size_t first, std::size_t second, std::uint32_t count, double score) {
                  result.push_back({&forms_[first], &forms_[second], count, score});
                });
  return result;
}

double CloserForms::score(const Evidence& evidence) const {
  double sum = 0;
  for_each_part(evidence, [&](std::size_t /*first*/, std::size_t /*second*/,
                              std::uint32_t /*count*/, double score) { sum += score; });
  return sum;
}

}  // namespace warraq::searcher
