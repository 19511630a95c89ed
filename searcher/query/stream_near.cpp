#include "searcher/query/stream_near.h"

#include <algorithm>
#include <map>
#include <utility>

#include "searcher/query/near_window.h"
#include "searcher/query/stream_word.h"

namespace warraq::searcher {

using archive::Spellings;
using archive::Stretches;
using archive::WordMark;
using archive::WordStream;

namespace {

Stretches::Of stretches_of(Nearness::Kind kind) {
  if (kind == Nearness::Kind::sentence) return Stretches::Of::sentences;
  if (kind == Nearness::Kind::paragraph) return Stretches::Of::paragraphs;
  return Stretches::Of::texts;
}

// The joined forms of a stream, from place to place.
class JoinedForms {
 public:
  explicit JoinedForms(const WordStream& stream) : stream_(stream) {}

  // Calls `take(mark)` for each that stands at `position`, which rises from call to call.
  template <typename Take>
  void for_each_at(std::uint32_t position, Take take) {
    for (; next_ < stream_.joined_size(); ++next_) {
      const std::uint32_t place = stream_.joined_position(next_);
      if (place > position) return;
      if (place == position) take(stream_.joined_mark(next_));
    }
  }

 private:
  const WordStream& stream_;
  std::uint32_t next_ = 0;
};

}  // namespace

StreamNear::StreamNear(std::span<const QueryWord> words, bool exact, const Nearness& nearness,
                       TextField field, const analyzers::Analyzer& analyzer)
    : nearness_(nearness), reach_(reach_of(nearness, words.size())), field_(field), exact_(exact) {
  const DistinctWords distinct = distinct_words(words, exact);
  std::map<std::pair<std::uint16_t, std::uint8_t>, std::uint32_t> known;
  for (std::size_t i = 0; i < distinct.words.size(); ++i) {
    const StreamWord word = stream_word(*distinct.words[i], exact, words.size() > 1, analyzer);
    const std::uint8_t spelling = exact ? word.mark.spelling : std::uint8_t{0};
    // Words that a stream cannot tell apart are one: else a place that a thousand share would take
    // a thousand times as long.
    const auto [at, is_new] = known.emplace(std::pair(word.mark.form, spelling), times_.size());
    if (!is_new) {
      times_[at->second] = std::max(times_[at->second], distinct.times[i]);
      continue;
    }
    times_.push_back(distinct.times[i]);
    add_form(word.mark.form, spelling, at->second);
    if (word.other_form != word.mark.form) add_form(word.other_form, spelling, at->second);
  }
  std::sort(forms_.begin(), forms_.end(),
            [](const Form& left, const Form& right) { return left.form < right.form; });
}

void StreamNear::add_form(std::uint16_t form, std::uint8_t spelling, std::uint32_t word) {
  forms_.push_back({form, spelling, word});
  low_bits_.set(form % low_bits_.size());
}

// Calls `take(number)` for each word of this form, which several may have by chance; `spelling()`
// is asked for exact ones alone.
template <typename Spelling, typename Take>
void StreamNear::for_each_word(std::uint16_t form, Spelling spelling, Take take) const {
  if (!low_bits_.test(form % low_bits_.size())) return;
  auto at =
      std::lower_bound(forms_.begin(), forms_.end(), form,
                       [](const Form& left, std::uint16_t right) { return left.form < right; });
  for (; at != forms_.end() && at->form == form; ++at) {
    if (!exact_ || at->spelling == spelling()) take(at->word);
  }
}

std::uint32_t StreamNear::count(const WordStream& stream, std::uint32_t at_most) const {
  NearWindow window(times_, reach_);
  Spellings spellings(stream);
  JoinedForms joined(stream);
  std::uint32_t count = 0;
  for (Stretches within(stream, stretches_of(nearness_.kind)); within.next();) {
    const bool in_title = within.begin() < stream.title_words();
    if (field_ == TextField::body && in_title) continue;
    if (field_ == TextField::title && !in_title) break;
    window.forget_before(within.begin());
    for (std::uint32_t at = within.begin(); at < within.end(); ++at) {
      bool stands = false;
      const auto take = [&](std::uint32_t word) {
        window.add(word, at);
        stands = true;
      };
      for_each_word(
          stream.form(at), [&] { return spellings.at(at); }, take);
      joined.for_each_at(at, [&](const WordMark& mark) {
        for_each_word(
            mark.form, [&] { return mark.spelling; }, take);
      });
      if (!stands || !window.is_complete()) continue;
      if (++count >= at_most) return count;
      window.forget_before(at + 1);
    }
  }
  return count;
}

}  // namespace warraq::searcher
