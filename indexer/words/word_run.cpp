#include "indexer/words/word_run.h"

#include <cstdint>
#include <utility>

#include "indexer/archive/merged_words.h"

namespace warraq::indexer {
namespace {

constexpr std::uint64_t kStop = 1;
constexpr std::uint64_t kDiffers = 2;
constexpr unsigned kFlagBits = 2;

}  // namespace

void WordRunOutput::add(const archive::VocabularyWord& word) {
  const bool differs = word.exact != word.normalised;
  out_.put_string(word.normalised);
  out_.put_number(word.occurrences << kFlagBits | (differs ? kDiffers : 0) |
                  (word.stop ? kStop : 0));
  if (differs) out_.put_string(word.exact);
}

bool WordRunInput::next() {
  if (in_.at_end()) return false;
  normalised_.assign(in_.get_string());
  const auto number = in_.get_number<std::uint64_t>();
  word_.normalised = normalised_;
  word_.exact = normalised_;
  word_.stop = (number & kStop) != 0;
  word_.occurrences = number >> kFlagBits;
  if ((number & kDiffers) != 0) {
    exact_.assign(in_.get_string());
    word_.exact = exact_;
  }
  return true;
}

std::unique_ptr<archive::WordCursor> read_word_runs(std::span<const std::filesystem::path> runs) {
  std::vector<std::unique_ptr<archive::WordCursor>> cursors;
  cursors.reserve(runs.size());
  for (const auto& run : runs) cursors.push_back(std::make_unique<WordRunInput>(run));
  return std::make_unique<archive::MergedWords>(std::move(cursors));
}

}  // namespace warraq::indexer
