#include "indexer/archive/merged_words.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace warraq::archive {
namespace {

/// Words of several parts, put together.
class Gathered {
 public:
  void add(const VocabularyWord& word) {
    words_[{std::string(word.normalised), std::string(word.exact), word.stop}] += word.occurrences;
  }
  void give(const Vocabulary::Take& take) const {
    for (const auto& [word, occurrences] : words_) {
      const auto& [normalised, exact, stop] = word;
      take({normalised, exact, stop, occurrences});
    }
  }

 private:
  std::map<std::tuple<std::string, std::string, bool>, std::uint64_t> words_;
};

}  // namespace

// One byte a letter, ascending as the letters do: ASCII, all that lies between, U+0600-U+067F, all
// beyond. Where one byte stands for many letters nothing is told of what follows.
std::uint64_t word_beginning(std::string_view text) {
  std::uint64_t result = 0;
  std::size_t at = 0;
  for (unsigned shift = 64; shift > 0 && at < text.size();) {
    shift -= 8;
    const std::uint64_t rest = (std::uint64_t{1} << shift) - 1;
    const auto first = static_cast<unsigned char>(text[at]);
    if (first <= 1) return result | std::uint64_t{1} << shift;
    if (first < 0x80) {
      result |= std::uint64_t{first} << shift;
      ++at;
      continue;
    }
    if (first < 0xD8) return result | std::uint64_t{0x80} << shift;
    if (first > 0xD9) return result | std::uint64_t{0xFF} << shift | rest;
    const std::uint64_t row = 0x80U | (first & 1U) << 6U;
    const auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (second < 0x80) return result | row << shift;
    if (second > 0xBF) return result | (row | 0x3FU) << shift | rest;
    result |= (row | (second & 0x3FU)) << shift;
    at += 2;
  }
  return result;
}

MergedWords::MergedWords(std::vector<std::unique_ptr<WordCursor>> cursors)
    : cursors_(std::move(cursors)) {
  for (std::size_t cursor = 0; cursor < cursors_.size(); ++cursor) current_.push_back(cursor);
}

bool MergedWords::after(const Waiting& left, const Waiting& right) const {
  if (left.beginning != right.beginning) return left.beginning > right.beginning;
  return compare_words(cursors_[left.cursor]->word(), cursors_[right.cursor]->word()) > 0;
}

void MergedWords::wait_for(std::size_t cursor) {
  if (!cursors_[cursor]->next()) return;
  waiting_.push_back({word_beginning(cursors_[cursor]->word().normalised), cursor});
  std::push_heap(waiting_.begin(), waiting_.end(),
                 [this](const Waiting& left, const Waiting& right) { return after(left, right); });
}

std::size_t MergedWords::pop() {
  std::pop_heap(waiting_.begin(), waiting_.end(),
                [this](const Waiting& left, const Waiting& right) { return after(left, right); });
  const std::size_t cursor = waiting_.back().cursor;
  waiting_.pop_back();
  return cursor;
}

bool MergedWords::next() {
  for (const std::size_t cursor : current_) wait_for(cursor);
  current_.clear();
  if (waiting_.empty()) return false;
  current_.push_back(pop());
  word_ = cursors_[current_.front()]->word();
  while (!waiting_.empty() &&
         compare_words(cursors_[waiting_.front().cursor]->word(), word_) == 0) {
    current_.push_back(pop());
    word_.occurrences += cursors_[current_.back()]->word().occurrences;
  }
  return true;
}

void MergedVocabulary::for_each(std::string_view prefix, const Take& take) const {
  if (parts_.size() == 1) {
    parts_.front()->for_each(prefix, take);
    return;
  }
  for (const auto words = this->words(prefix); words->next();) {
    if (!words->word().normalised.starts_with(prefix)) return;
    take(words->word());
  }
}

void MergedVocabulary::find(std::string_view normalised, const Take& take) const {
  Gathered gathered;
  for (const auto& part : parts_) {
    part->find(normalised, [&](const VocabularyWord& word) { gathered.add(word); });
  }
  gathered.give(take);
}

void MergedVocabulary::with_mark(std::uint16_t mark, const Take& take) const {
  Gathered gathered;
  for (const auto& part : parts_) {
    part->with_mark(mark, [&](const VocabularyWord& word) { gathered.add(word); });
  }
  gathered.give(take);
}

std::unique_ptr<WordCursor> MergedVocabulary::words(std::string_view from) const {
  std::vector<std::unique_ptr<WordCursor>> cursors;
  cursors.reserve(parts_.size());
  for (const auto& part : parts_) cursors.push_back(part->words(from));
  return std::make_unique<MergedWords>(std::move(cursors));
}

}  // namespace warraq::archive
