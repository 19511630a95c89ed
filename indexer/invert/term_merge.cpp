#include "indexer/invert/term_merge.h"

#include <algorithm>

#include "indexer/terms/beginning.h"

namespace warraq::indexer {

TermMerge::TermMerge(std::span<const Run> runs, std::uint32_t first) {
  inputs_.reserve(runs.size());
  for (const Run& run : runs) {
    inputs_.emplace_back(run.postings());
    bases_.push_back(first);
    first += run.documents;
  }
  for (std::uint32_t run = 0; run < runs.size(); ++run) wait_for(run);
}

bool TermMerge::after(const Waiting& left, const Waiting& right) const {
  if (left.beginning != right.beginning) return left.beginning > right.beginning;
  const int order = inputs_[left.run].term().compare(inputs_[right.run].term());
  return order != 0 ? order > 0 : left.run > right.run;
}

void TermMerge::wait_for(std::uint32_t run) {
  if (!inputs_[run].next_term()) return;
  waiting_.push_back({beginning_of(inputs_[run].term()), run});
  std::push_heap(waiting_.begin(), waiting_.end(),
                 [this](const auto& left, const auto& right) { return after(left, right); });
}

bool TermMerge::next() {
  for (const std::uint32_t run : current_) wait_for(run);
  current_.clear();
  parts_.clear();
  summary_ = {};
  while (!waiting_.empty()) {
    const std::uint32_t run = waiting_.front().run;
    if (!current_.empty() && inputs_[run].term() != inputs_[current_.front()].term()) break;
    std::pop_heap(waiting_.begin(), waiting_.end(),
                  [this](const auto& left, const auto& right) { return after(left, right); });
    waiting_.pop_back();
    current_.push_back(run);
    parts_.push_back({&inputs_[run], bases_[run]});
    summary_.documents += inputs_[run].summary().documents;
    summary_.occurrences += inputs_[run].summary().occurrences;
  }
  return !current_.empty();
}

}  // namespace warraq::indexer
