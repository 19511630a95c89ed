// Short ways to ask what the analyser makes of a text, for the tests.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"

namespace warraq::analyzers::test {

/// A token that outlives its Analysis.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::other;
  bool stop = false;
  bool joined = false;
  std::string exact;
  std::string normalised;
  std::string stem;

  bool operator==(const Word&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Word& word);

/// What one analysis gave.
struct Result {
  std::vector<Word> words;
  std::size_t invalid_sequences = 0;
  std::uint32_t position_count = 0;

  bool operator==(const Result&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Result& result);

/// One analyser for all tests.
const Analyzer& analyzer();

Result result_of(const Analysis& analysis);
Result analysed(std::string_view text);
/// Analysed at the exact level, and each token completed.
Result analysed_and_completed(std::string_view text);
Result analysed_by_reference(std::string_view text);

/// One field of every token that is not joined, separated by spaces.
std::string exact_words(std::string_view text);
std::string normalised_words(std::string_view text);
std::string stems(std::string_view text);

/// The parts of `text` that its tokens cover, joined tokens left out, with | between them.
std::string covered(std::string_view text);

/// The exact forms of the joined tokens, separated by spaces.
std::string joined_words(std::string_view text);

/// The single token of `text`; fails the test if there is not exactly one.
Word only_word(std::string_view text);

}  // namespace warraq::analyzers::test
