// Where words stand near one another, in any order: the rule that streams and texts share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/query/query.h"

namespace warraq::searcher {

/// The words of a phrase, each once, and how often it has each: so many places they need.
struct DistinctWords {
  std::vector<const QueryWord*> words;
  std::vector<std::uint32_t> times;
};

/// In the order in which they first come. Exact forms differ where normalised ones do not.
[[nodiscard]] DistinctWords distinct_words(std::span<const QueryWord> words, bool exact);

/// How many places the first and the last of `words` words may be apart, at the least as many as
/// they take themselves; without limit within sentences and paragraphs.
[[nodiscard]] std::uint32_t reach_of(const Nearness& nearness, std::size_t words);

/// Is told where words stand, from place to place, and says whether a window ends at the last one:
/// the least stretch that has enough places of every word, and is within reach. One place may serve
/// several different words (a joined form and its first part), never one twice.
///
/// Each call takes the same time, however many words there are, and memory is theirs alone.
class NearWindow {
 public:
  /// `times` says how many places each word needs, at least one.
  NearWindow(std::span<const std::uint32_t> times, std::uint32_t reach);

  /// Places before this one count no more.
  void forget_before(std::uint32_t position) { floor_ = position + 1; }

  /// Word number `word` stands at `position`, which never falls. `token` is what for_each_since()
  /// gives back.
  void add(std::uint32_t word, std::uint32_t position, std::uint32_t token = 0);

  /// Whether a window ends at the last position that was added.
  [[nodiscard]] bool is_complete() const {
    const std::uint32_t first = slots_[slots_[0].after].place;
    return first >= floor_ && slots_[slots_[0].before].place - first <= reach_;
  }

  /// The first token of that window.
  [[nodiscard]] std::uint32_t first_token() const { return slots_[slots_[0].after].token; }

  /// The tokens of that window, as far as they come from `token` on: the last first.
  template <typename Take>
  void for_each_since(std::uint32_t token, Take take) const {
    for (std::uint32_t at = slots_[0].before; at != 0 && slots_[at].token >= token;
         at = slots_[at].before) {
      take(slots_[at].token);
    }
  }

 private:
  // The last places of each word, as many as it needs, linked in the order of their places. The
  // first of `slots_` closes the ring.
  struct Slot {
    std::uint32_t place = 0;  // one more than the position; 0 for none yet
    std::uint32_t token = 0;
    std::uint32_t before = 0;
    std::uint32_t after = 0;
  };
  // The slots of a word, written in turn.
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t oldest = 0;
  };

  void move_to_back(std::uint32_t slot);

  std::vector<Slot> slots_;
  std::vector<Word> words_;
  std::uint32_t reach_;
  std::uint32_t floor_ = 1;  // the first place that counts
};

}  // namespace warraq::searcher
