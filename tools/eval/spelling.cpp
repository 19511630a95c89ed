// warraq-eval-spelling: of words that were misspelled, how many an archive answers as if they were
// not, directly or by its suggestions.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Analyzer;
using warraq::analyzers::Token;
using warraq::searcher::Answer;
using warraq::searcher::Request;
using warraq::searcher::Searcher;
using warraq::searcher::Suggestion;

struct Pair {
  std::string misspelled;
  std::string correct;
  std::string kind;
};

std::vector<Pair> read_pairs(const char* path) {
  std::ifstream in(path);
  if (!in) throw warraq::Error(warraq::ErrorCode::io, std::string(path) + " cannot be read");
  std::vector<Pair> pairs;
  std::string line;
  std::getline(in, line);  // the header: misspelled, corrected, count, kind
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    Pair pair;
    std::string count;
    std::getline(fields, pair.misspelled, '\t');
    std::getline(fields, pair.correct, '\t');
    std::getline(fields, count, '\t');
    std::getline(fields, pair.kind, '\t');
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

/// What became of the pairs of one sort.
struct Tally {
  std::size_t pairs = 0;
  std::size_t answerable = 0;  ///< the archive has the correct word's stem
  std::size_t directly = 0;
  std::size_t first = 0;
  std::size_t any = 0;  ///< of the suggestions, the first among them

  void print(const std::string& name) const {
    std::printf("%-24s %5zu %10zu %9zu %7zu %7zu %12zu\n", name.c_str(), pairs, answerable,
                directly, first, any, directly + first);
  }
};

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Evaluation {
 public:
  explicit Evaluation(const char* archive) : searcher_(archive) {}

  void add(const Pair& pair, const std::string& half) {
    if (count("=" + pair.misspelled) > 0) return;
    const std::string correct = stems_of(pair.correct);
    Tally change;
    change.pairs = 1;
    change.answerable = count(pair.correct) > 0 ? 1 : 0;
    if (change.answerable > 0) judge(pair, correct, change);
    for (const std::string& name : {std::string("all"), pair.kind, half}) {
      Tally& tally = tallies_[name];
      tally.pairs += change.pairs;
      tally.answerable += change.answerable;
      tally.directly += change.directly;
      tally.first += change.first;
      tally.any += change.any;
    }
  }

  void print() const {
    std::printf("%-24s %5s %10s %9s %7s %7s %12s\n", "", "words", "answerable", "directly", "first",
                "any", "direct+first");
    for (const auto& [name, tally] : tallies_) tally.print(name);
    if (times_.empty()) return;
    double sum = 0;
    for (const double time : times_) sum += time;
    std::printf("\nsearches with suggestions: %zu, CPU ms each: mean %.2f, most %.2f\n",
                times_.size(), sum / static_cast<double>(times_.size()),
                *std::max_element(times_.begin(), times_.end()));
    for (const std::string& failure : failures_) std::printf("%s\n", failure.c_str());
  }

 private:
  void judge(const Pair& pair, const std::string& correct, Tally& tally) {
    if (stems_of(pair.misspelled) == correct) {
      tally.directly = 1;
      return;
    }
    const double begin = cpu_ms();
    const Answer answer = search(pair.misspelled, true);
    if (!answer.suggestions.empty()) times_.push_back(cpu_ms() - begin);
    std::string offered;
    for (std::size_t i = 0; i < answer.suggestions.size(); ++i) {
      const Suggestion& each = answer.suggestions[i];
      offered += ' ' + each.replacement;
      if (stems_of(each.replacement) != correct) continue;
      tally.any = 1;
      if (i == 0) tally.first = 1;
      break;
    }
    if (tally.any == 0) {
      failures_.push_back(pair.misspelled + " for " + pair.correct + ": " +
                          std::to_string(answer.total) + " articles; offered" + offered);
    }
  }

  std::string stems_of(const std::string& text) {
    analyzer_.analyze(text, analysis_);
    std::string stems;
    for (const Token& token : analysis_.tokens()) stems.append(token.stem).append(" ");
    return stems;
  }

  Answer search(const std::string& query, bool suggestions) {
    Request request;
    request.query = query;
    request.limit = 0;
    request.suggestions = suggestions;
    return searcher_.search(request);
  }

  std::uint64_t count(const std::string& query) { return search(query, false).total; }

  Analyzer analyzer_;
  Analysis analysis_;
  Searcher searcher_;
  std::map<std::string, Tally> tallies_;
  std::vector<double> times_;
  std::vector<std::string> failures_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: warraq-eval-spelling ARCHIVE MISSPELLINGS.tsv\n";
    return static_cast<int>(warraq::ErrorCode::usage);
  }
  try {
    const std::vector<Pair> pairs = read_pairs(argv[2]);
    Evaluation evaluation(argv[1]);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      evaluation.add(pairs[i], i < pairs.size() / 2 ? "first half" : "second half");
    }
    evaluation.print();
  } catch (const warraq::Error& error) {
    std::cerr << "warraq-eval-spelling: " << error.what() << '\n';
    return static_cast<int>(error.code());
  }
  return 0;
}
