#include "searcher/did_you_mean/speller.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "searcher/did_you_mean/keyboard.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

// What is more than a letter further away than the nearest is not offered beside it.
constexpr double kFarBehind = 10;

// Words that differ in more families of letters than two wrong letters make are not related. This
// and the lengths keep 94 words of 100 from being compared letter by letter.
constexpr int kMostFamilies = 4;

// A part of a word without its space; of one letter, nearly any word would have such parts.
constexpr std::size_t kLeastPart = 2;

// What the edits of a word may cost: in short words nearly every letter makes another word.
int most_cost(std::size_t letters) {
  if (letters <= 2) return 4;
  if (letters <= 4) return 10;
  return letters <= 7 ? 14 : 20;
}

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

Speller::Speller(std::vector<const archive::Vocabulary*> vocabularies,
                 const analyzers::Analyzer& analyzer)
    : vocabularies_(std::move(vocabularies)), analyzer_(analyzer) {}

double Speller::distance(double cost, std::uint64_t occurrences) const {
  return cost - weights_.frequency * std::log2(static_cast<double>(occurrences));
}

std::vector<std::vector<Respelling>> Speller::respell(std::span<const MisspelledWord> words,
                                                      std::size_t at_most) const {
  std::vector<Target> targets;
  std::vector<std::size_t> word_of;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto letters = Letters::read(words[i].exact);
    if (!letters || letters->size() < 2) continue;
    targets.push_back({*letters, most_cost(letters->size()), {}});
    word_of.push_back(i);
  }
  std::vector<std::vector<Respelling>> result(words.size());
  if (targets.empty()) return result;
  collect(targets);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    result[word_of[i]] = choose(words[word_of[i]], targets[i].candidates, at_most);
  }
  return result;
}

void Speller::collect(std::span<Target> targets) const {
  const auto compare = [&](const archive::VocabularyWord& word) {
    const auto letters = Letters::read(word.exact);
    if (!letters) return;
    for (Target& target : targets) {
      const int least = static_cast<int>(difference(target.letters.size(), letters->size())) *
                        distance_.costs().doubled;
      if (least > target.limit) continue;
      if (std::popcount(target.letters.families() ^ letters->families()) > kMostFamilies) continue;
      const int cost = distance_.between(target.letters, *letters, target.limit);
      if (cost > target.limit) continue;
      Candidate& candidate = target.candidates[std::string(word.exact)];
      candidate.cost = cost;
      candidate.occurrences += word.occurrences;
    }
  };
  for (const archive::Vocabulary* vocabulary : vocabularies_) vocabulary->for_each({}, compare);
}

// What a word finds articles by: two of one form find the same.
std::string Speller::form_of(std::string_view word, WordLevel level) const {
  analyzers::Analysis analysis;
  analyzer_.analyze(word, analysis);
  if (analysis.tokens().empty()) return {};
  const analyzers::Token& token = analysis.tokens().front();
  if (level == WordLevel::exact) return std::string(token.exact);
  if (level == WordLevel::normalised) return std::string(token.normalised);
  return token.stop ? std::string() : std::string(token.stem);
}

std::vector<Respelling> Speller::choose(const MisspelledWord& word, const Candidates& candidates,
                                        std::size_t at_most) const {
  std::vector<Respelling> all;
  for (const auto& [spelling, candidate] : candidates) {
    if (candidate.occurrences < std::max<std::uint64_t>(word.least_occurrences, 1)) continue;
    all.push_back(
        {spelling, candidate.occurrences, distance(candidate.cost, candidate.occurrences)});
  }
  std::sort(all.begin(), all.end(), [](const Respelling& a, const Respelling& b) {
    return std::tie(a.distance, a.word) < std::tie(b.distance, b.word);
  });
  std::unordered_set<std::string> forms = {{}, form_of(word.exact, word.level)};
  std::vector<Respelling> result;
  for (Respelling& each : all) {
    const bool far_behind = !result.empty() && each.distance > result.front().distance + kFarBehind;
    if (result.size() == at_most || far_behind) break;
    if (forms.insert(form_of(each.word, word.level)).second) result.push_back(std::move(each));
  }
  return result;
}

// The words of `text`, each as the archive mostly spells it; nothing where it lacks one of them.
std::optional<Respelling> Speller::known(std::string_view text, int cost) const {
  analyzers::Analysis analysis;
  analyzer_.analyze(text, analysis);
  Respelling result;
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.joined) continue;
    std::unordered_map<std::string, std::uint64_t> spellings;
    const auto take = [&](const archive::VocabularyWord& word) {
      spellings[std::string(word.exact)] += word.occurrences;
    };
    for (const archive::Vocabulary* each : vocabularies_) each->find(token.normalised, take);
    const auto most =
        std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
          return std::tie(a.second, b.first) < std::tie(b.second, a.first);
        });
    if (most == spellings.end()) return std::nullopt;
    const bool first = result.word.empty();
    result.occurrences = first ? most->second : std::min(result.occurrences, most->second);
    result.word.append(first ? "" : " ").append(most->first);
  }
  if (result.occurrences == 0) return std::nullopt;
  result.distance = distance(cost, result.occurrences);
  return result;
}

std::vector<Respelling> Speller::split(std::string_view exact, std::size_t at_most) const {
  std::vector<Respelling> result;
  const auto letters = Letters::read(exact);
  if (!letters) return result;
  std::size_t before = 0;
  for (std::size_t at = 0; at < exact.size(); at += analyzers::utf8_length(exact[at]), ++before) {
    if (before < kLeastPart || letters->size() - before < kLeastPart) continue;
    std::string text(exact.substr(0, at));
    text.append(" ").append(exact.substr(at));
    if (auto found = known(text, weights_.missing_space)) result.push_back(std::move(*found));
  }
  std::stable_sort(result.begin(), result.end(), [](const Respelling& a, const Respelling& b) {
    return a.distance < b.distance;
  });
  if (result.size() > at_most) result.resize(at_most);
  return result;
}

std::optional<Respelling> Speller::join(std::string_view first, std::string_view second) const {
  std::string text(first);
  text += second;
  if (!Letters::read(text)) return std::nullopt;
  return known(text, weights_.wrong_space);
}

std::optional<Respelling> Speller::retype(std::string_view text) const {
  if (text.size() > kMostRetyped) return std::nullopt;
  std::string arabic = typed_in_arabic(text);
  if (arabic != text) return known(arabic, weights_.keyboard);
  for (const bool one_key : {false, true}) {
    if (auto found = known(typed_in_latin(text, one_key), weights_.keyboard)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> Speller::other_layout(std::string_view word) const {
  if (!Letters::read(word)) return std::nullopt;
  analyzers::Analysis analysis;
  const std::string arabic = typed_in_arabic(word);
  const std::string other = arabic == word ? typed_in_latin(word, false) : arabic;
  analyzer_.analyze(other, analysis);
  if (analysis.tokens().size() != 1) return std::nullopt;
  return std::string(analysis.tokens().front().exact);
}

std::uint64_t Speller::count_exact(std::string_view exact, std::string_view normalised) const {
  std::uint64_t result = 0;
  const auto take = [&](const archive::VocabularyWord& word) {
    if (word.exact == exact) result += word.occurrences;
  };
  for (const archive::Vocabulary* each : vocabularies_) each->find(normalised, take);
  return result;
}

std::uint64_t Speller::count_normalised(std::string_view normalised) const {
  std::uint64_t result = 0;
  const auto take = [&](const archive::VocabularyWord& word) { result += word.occurrences; };
  for (const archive::Vocabulary* each : vocabularies_) each->find(normalised, take);
  return result;
}

}  // namespace warraq::searcher
