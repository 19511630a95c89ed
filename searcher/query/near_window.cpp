#include "searcher/query/near_window.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace warraq::searcher {

DistinctWords distinct_words(std::span<const QueryWord> words, bool exact) {
  DistinctWords result;
  std::map<std::pair<std::string_view, bool>, std::size_t> known;
  for (const QueryWord& word : words) {
    // As in Matcher: in a phrase a word stands for the stop word of its normalised form too.
    const auto key = exact ? std::pair<std::string_view, bool>(word.exact, word.stop)
                           : std::pair<std::string_view, bool>(word.normalised, false);
    const auto [at, is_new] = known.emplace(key, result.words.size());
    if (is_new) {
      result.words.push_back(&word);
      result.times.push_back(0);
    }
    ++result.times[at->second];
  }
  return result;
}

std::uint32_t reach_of(const Nearness& nearness, std::size_t words) {
  if (nearness.kind != Nearness::Kind::words) return UINT32_MAX;
  return std::max(nearness.words, static_cast<std::uint32_t>(words - 1));
}

NearWindow::NearWindow(std::span<const std::uint32_t> times, std::uint32_t reach) : reach_(reach) {
  words_.reserve(times.size());
  std::uint32_t size = 1;
  for (const std::uint32_t needed : times) {
    words_.push_back({size, size + needed, size});
    size += needed;
  }
  slots_.resize(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    slots_[i].before = (i + size - 1) % size;
    slots_[i].after = (i + 1) % size;
  }
}

void NearWindow::add(std::uint32_t number, std::uint32_t position, std::uint32_t token) {
  Word& word = words_[number];
  const std::uint32_t place = position + 1;
  const std::uint32_t newest = word.oldest == word.begin ? word.end - 1 : word.oldest - 1;
  if (slots_[newest].place == place) return;
  Slot& slot = slots_[word.oldest];
  slot.place = place;
  slot.token = token;
  move_to_back(word.oldest);
  if (++word.oldest == word.end) word.oldest = word.begin;
}

void NearWindow::move_to_back(std::uint32_t slot) {
  const Slot& moved = slots_[slot];
  slots_[moved.before].after = moved.after;
  slots_[moved.after].before = moved.before;
  const std::uint32_t last = slots_[0].before;
  slots_[slot].before = last;
  slots_[slot].after = 0;
  slots_[last].after = slot;
  slots_[0].before = slot;
}

}  // namespace warraq::searcher
