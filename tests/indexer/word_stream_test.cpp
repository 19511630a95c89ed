#include "indexer/archive/word_stream.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace warraq;
using analyzers::Boundary;
using archive::Spellings;
using archive::Stretches;
using archive::WordMark;
using archive::WordStream;
using archive::WordStreamWriter;

namespace {

struct Word {
  WordMark mark;
  std::uint32_t position = 0;
  Boundary begins = Boundary::none;
};

using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<Word> random_words(int most) {
  std::vector<Word> words;
  std::uint32_t position = 0;
  for (int left = *rc::gen::inRange(0, most); left > 0; --left) {
    // Few forms, so that they come again; now and then a place without a word.
    const auto form = static_cast<std::uint16_t>(*rc::gen::inRange(1, 40));
    const auto spelling = *rc::gen::weightedElement<std::uint8_t>({{2, 0}, {1, 7}, {1, 255}});
    const auto begins = *rc::gen::weightedElement<Boundary>(
        {{8, Boundary::none}, {2, Boundary::sentence}, {1, Boundary::paragraph}});
    words.push_back({{form, spelling}, position, begins});
    position += *rc::gen::weightedElement<std::uint32_t>({{20, 1}, {1, 3}, {1, 90}});
  }
  return words;
}

std::string stream_of(const std::vector<Word>& words, std::uint32_t title,
                      const std::vector<Word>& joined = {}) {
  WordStreamWriter writer;
  auto next = joined.begin();
  for (const Word& word : words) {
    writer.add(word.mark, word.position, word.position < title, false, word.begins);
    for (; next != joined.end() && next->position == word.position; ++next) {
      writer.add(next->mark, next->position, word.position < title, true);
    }
  }
  return std::string(writer.finish());
}

std::string words_of(std::uint32_t count) {
  WordStreamWriter writer;
  for (std::uint32_t i = 0; i < count; ++i) writer.add({1, 0}, i, false, false);
  return std::string(writer.finish());
}

Places stretches_of(const WordStream& stream, Stretches::Of of) {
  Places result;
  for (Stretches stretches(stream, of); stretches.next();) {
    result.emplace_back(stretches.begin(), stretches.end());
  }
  return result;
}

// By definition: a stretch ends where a word begins one, and where the title ends.
Places expected_stretches(const std::vector<Word>& words, const WordStream& stream,
                          Boundary least) {
  std::vector<std::uint32_t> edges = {0, stream.title_words(), stream.size()};
  for (const Word& word : words) {
    if (word.begins >= least) edges.push_back(word.position);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  Places result;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) result.emplace_back(edges[i], edges[i + 1]);
  return result;
}

}  // namespace

TEST_CASE("a stream gives back what was put in") {
  CHECK(rc::check("random words", [] {
    const auto words = random_words(300);
    if (words.empty()) {
      RC_ASSERT(stream_of(words, 0).empty());
      return;
    }
    const std::vector<Word> joined(
        words.begin(), words.begin() + *rc::gen::inRange(0, 3) % static_cast<int>(words.size()));
    const std::string bytes = stream_of(words, 5, joined);
    const auto stream = WordStream::read(bytes);
    RC_ASSERT(stream.has_value());
    RC_ASSERT(stream->size() == words.back().position + 1);
    Spellings spellings(*stream);
    std::uint32_t titled = 0;
    for (const Word& word : words) {
      RC_ASSERT(stream->form(word.position) == word.mark.form);
      RC_ASSERT(spellings.at(word.position) == word.mark.spelling);
      if (word.position < 5) titled = word.position + 1;
    }
    RC_ASSERT(stream->title_words() == titled);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      RC_ASSERT(spellings.at(word->position) == word->mark.spelling);
    }
    RC_ASSERT(stream->joined_size() == joined.size());
    for (std::uint32_t i = 0; i < joined.size(); ++i) {
      RC_ASSERT(stream->joined_position(i) == joined[i].position);
      RC_ASSERT(stream->joined_mark(i) == joined[i].mark);
    }
  }));
}

TEST_CASE("a form is found from anywhere") {
  CHECK(rc::check("random words", [] {
    const auto words = random_words(300);
    const std::string bytes = stream_of(words, 0);
    const auto stream = WordStream::read(bytes);
    if (!stream) return;
    const auto form = static_cast<std::uint16_t>(*rc::gen::inRange(1, 45));
    const auto from = static_cast<std::uint32_t>(*rc::gen::inRange(0, 400));
    const auto is_form = [&](const Word& word) { return word.mark.form == form; };
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) {
      return word.position >= from && is_form(word);
    });
    const std::uint32_t end = std::max(from, stream->size());
    RC_ASSERT(stream->find(form, from) == (found == words.end() ? end : found->position));
  }));
}

TEST_CASE("sentences and paragraphs come back") {
  CHECK(rc::check("random words", [] {
    const auto words = random_words(300);
    const std::string bytes = stream_of(words, 5);
    const auto stream = WordStream::read(bytes);
    if (!stream) return;
    RC_ASSERT(stretches_of(*stream, Stretches::Of::sentences) ==
              expected_stretches(words, *stream, Boundary::sentence));
    RC_ASSERT(stretches_of(*stream, Stretches::Of::paragraphs) ==
              expected_stretches(words, *stream, Boundary::paragraph));
    RC_ASSERT(stretches_of(*stream, Stretches::Of::texts) == expected_stretches({}, *stream, {}));
  }));
}

TEST_CASE("damaged streams are read within their bounds, or refused") {
  CHECK(rc::check("cut, changed and made up", [] {
    std::string bytes = stream_of(random_words(60), 3, {{{3, 4}, 0}});
    if (*rc::gen::arbitrary<bool>()) bytes = *rc::gen::arbitrary<std::string>();
    for (int left = *rc::gen::inRange(0, 4); left > 0 && !bytes.empty(); --left) {
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    }
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    // On the heap by itself, so that a sanitizer sees a step outside.
    const std::vector<char> alone(bytes.begin(), bytes.end());
    const auto stream = WordStream::read({alone.data(), alone.size()});
    if (!stream) return;
    Spellings spellings(*stream);
    for (std::uint32_t i = 0; i < stream->size(); ++i) {
      static_cast<void>(stream->form(i));
      static_cast<void>(spellings.at(i));
    }
    for (std::uint32_t i = 0; i < stream->joined_size(); ++i) {
      static_cast<void>(stream->joined_position(i));
      static_cast<void>(stream->joined_mark(i));
    }
    static_cast<void>(stream->find(3, 0));
    // Whatever they say, stretches are the whole, in order.
    for (const auto of :
         {Stretches::Of::texts, Stretches::Of::sentences, Stretches::Of::paragraphs}) {
      std::uint32_t end = 0;
      for (const auto& [from, to] : stretches_of(*stream, of)) {
        RC_ASSERT(from == end);
        RC_ASSERT(to > from);
        end = to;
      }
      RC_ASSERT(end == stream->size());
    }
  }));
}

TEST_CASE("what is no stream is refused") {
  CHECK_FALSE(WordStream::read("").has_value());
  CHECK_FALSE(WordStream::read(std::string(3, '\0')).has_value());
  CHECK(WordStream::read(std::string(4, '\0')).has_value());
  CHECK_FALSE(WordStream::read(std::string(9, '\xff')).has_value());
}

TEST_CASE("the stream of a huge article lies between those of small ones") {
  const std::string huge = words_of(100'000);
  CHECK(words_of(2) < huge);
  CHECK(words_of(3) > huge);
}

TEST_CASE("a stream has an end that Xapian can store") {
  WordStreamWriter writer;
  writer.add({1, 0}, 0, false, false);
  writer.add({1, 0}, archive::kMaxStreamWords, false, false);
  const std::string bytes(writer.finish());
  CHECK(WordStream::read(bytes)->size() == 1);
}

TEST_CASE("marks tell forms, spellings and stop words apart") {
  using archive::mark_of;
  CHECK(mark_of("اخبار", "اخبار", false).spelling == 0);
  CHECK(mark_of("أخبار", "اخبار", false).spelling != 0);
  CHECK(mark_of("أخبار", "اخبار", false).form == mark_of("اخبار", "اخبار", false).form);
  CHECK(mark_of("على", "علي", true).form != mark_of("علي", "علي", false).form);
}
