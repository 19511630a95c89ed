#include "searcher/query/stream_phrase.h"

#include <algorithm>

namespace warraq::searcher {

using archive::Spellings;
using archive::WordMark;
using archive::WordStream;

namespace {

// The first of the joined forms that stands at `position` or later: they are in order.
std::uint32_t first_joined(const WordStream& stream, std::uint32_t position) {
  std::uint32_t first = 0;
  std::uint32_t count = stream.joined_size();
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (stream.joined_position(first + half) < position) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace

StreamPhrase::StreamPhrase(std::span<const QueryWord> words, bool exact, const Nearness& nearness,
                           TextField field, const analyzers::Analyzer& analyzer)
    : exact_(exact), field_(field) {
  if (nearness.kind != Nearness::Kind::side_by_side) {
    near_.emplace(words, exact, nearness, field, analyzer);
    return;
  }
  for (const QueryWord& word : words) {
    words_.push_back(stream_word(word, exact, words.size() > 1, analyzer));
  }
  // Stop words stand everywhere: another word is looked for where there is one.
  const auto anchor = std::find_if(words.begin(), words.end(), [&](const QueryWord& word) {
    return !word.stop && !analyzer.is_normalised_stop_word(word.normalised);
  });
  if (anchor != words.end()) anchor_ = static_cast<std::uint32_t>(anchor - words.begin());
}

std::uint32_t StreamPhrase::count(std::string_view bytes, std::uint32_t at_most) const {
  const auto stream = WordStream::read(bytes);
  if (!stream || at_most == 0) return 0;
  if (near_) return near_->count(*stream, at_most);
  const StreamWord& anchor = words_[anchor_];
  std::uint32_t count = count_form(*stream, anchor.mark.form, at_most);
  if (count < at_most && anchor.other_form != anchor.mark.form) {
    count += count_form(*stream, anchor.other_form, at_most - count);
  }
  if (count < at_most && stream->joined_size() > 0) {
    count += count_joined(*stream, at_most - count);
  }
  return count;
}

// Inside the title or inside the body.
bool StreamPhrase::fits(const WordStream& stream, std::uint32_t start) const {
  if (start >= stream.size() || words_.size() > stream.size() - start) return false;
  if (start >= stream.title_words()) return field_ != TextField::title;
  return field_ != TextField::body && start + words_.size() <= stream.title_words();
}

bool StreamPhrase::stands_at(const WordStream& stream, Spellings& spellings,
                             std::uint32_t start) const {
  if (!fits(stream, start)) return false;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (!words_[i].has(stream.form(start + i))) return false;
  }
  if (!exact_) return true;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (spellings.at(start + i) != words_[i].mark.spelling) return false;
  }
  return true;
}

std::uint32_t StreamPhrase::count_form(const WordStream& stream, std::uint16_t form,
                                       std::uint32_t at_most) const {
  Spellings spellings(stream);
  std::uint32_t count = 0;
  for (std::uint32_t at = stream.find(form, anchor_); at < stream.size() && count < at_most;
       at = stream.find(form, at + 1)) {
    if (stands_at(stream, spellings, at - anchor_)) ++count;
  }
  return count;
}

// Phrases with a joined form in them, counted at the first one.
std::uint32_t StreamPhrase::count_joined(const WordStream& stream, std::uint32_t at_most) const {
  Spellings spellings(stream);
  std::uint32_t count = 0;
  for (std::uint32_t joined = 0; joined < stream.joined_size() && count < at_most; ++joined) {
    const std::uint32_t position = stream.joined_position(joined);
    const WordMark mark = stream.joined_mark(joined);
    for (std::uint32_t i = 0; i < words_.size() && i <= position; ++i) {
      if (words_[i].is(mark, exact_) && stands_through(stream, spellings, joined, position - i))
        ++count;
    }
  }
  return count;
}

// Whether the phrase stands at `start`, its word at the place of `joined` being that form; words
// before it are no joined forms.
bool StreamPhrase::stands_through(const WordStream& stream, Spellings& spellings,
                                  std::uint32_t joined, std::uint32_t start) const {
  if (!fits(stream, start)) return false;
  const std::uint32_t place = stream.joined_position(joined);
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t position = start + i;
    if (position == place) continue;
    bool found = words_[i].is({stream.form(position), spellings.at(position)}, exact_);
    if (position > place) {
      for (std::uint32_t other = first_joined(stream, position);
           !found && other < stream.joined_size() && stream.joined_position(other) == position;
           ++other) {
        found = words_[i].is(stream.joined_mark(other), exact_);
      }
    }
    if (!found) return false;
  }
  return true;
}

}  // namespace warraq::searcher
