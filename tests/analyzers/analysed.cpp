#include "tests/analyzers/analysed.h"

#include <doctest/doctest.h>

namespace warraq::analyzers::test {
namespace {

template <typename Field>
std::string list(std::string_view text, std::string_view separator, bool joined, Field field) {
  std::string result;
  for (const Word& word : analysed(text).words) {
    if (word.joined != joined) continue;
    if (!result.empty()) result += separator;
    result += field(word);
  }
  return result;
}

Word word_of(const Token& token) {
  return {token.begin,
          token.end,
          token.position,
          token.kind,
          token.stop,
          token.joined,
          std::string(token.exact),
          std::string(token.normalised),
          std::string(token.stem)};
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Word& word) {
  return out << '[' << word.begin << ',' << word.end << ") @" << word.position << " kind "
             << static_cast<int>(word.kind) << (word.stop ? " stop" : "")
             << (word.joined ? " joined" : "") << ' ' << word.exact << '/' << word.normalised << '/'
             << word.stem;
}

std::ostream& operator<<(std::ostream& out, const Result& result) {
  out << result.position_count << " positions, " << result.invalid_sequences << " invalid:\n";
  for (const Word& word : result.words) out << word << '\n';
  return out;
}

const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

Result result_of(const Analysis& analysis) {
  Result result;
  for (const Token& token : analysis.tokens()) result.words.push_back(word_of(token));
  result.invalid_sequences = analysis.invalid_sequences();
  result.position_count = analysis.position_count();
  return result;
}

Result analysed(std::string_view text) {
  Analysis analysis;
  analyzer().analyze(text, analysis);
  return result_of(analysis);
}

Result analysed_and_completed(std::string_view text) {
  Analysis analysis;
  analyzer().analyze(text, analysis, Levels::exact);
  Result result = result_of(analysis);
  result.words.clear();
  for (const Token& token : analysis.tokens()) {
    result.words.push_back(word_of(analyzer().completed(token, analysis)));
  }
  return result;
}

Result analysed_by_reference(std::string_view text) {
  Analysis analysis;
  analyzer().analyze_by_reference(text, analysis);
  return result_of(analysis);
}

std::string exact_words(std::string_view text) {
  return list(text, " ", false, [](const Word& word) { return word.exact; });
}

std::string normalised_words(std::string_view text) {
  return list(text, " ", false, [](const Word& word) { return word.normalised; });
}

std::string stems(std::string_view text) {
  return list(text, " ", false, [](const Word& word) { return word.stem; });
}

std::string covered(std::string_view text) {
  return list(text, "|", false,
              [text](const Word& word) { return text.substr(word.begin, word.end - word.begin); });
}

std::string joined_words(std::string_view text) {
  return list(text, " ", true, [](const Word& word) { return word.exact; });
}

Word only_word(std::string_view text) {
  const Result result = analysed(text);
  INFO(text);
  REQUIRE(result.words.size() == 1);
  return result.words.front();
}

}  // namespace warraq::analyzers::test
