// Retrieval measures against values worked out by hand, and what warraq-eval makes of bad input.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "eval/command.h"
#include "eval/metrics.h"
#include "eval/significance.h"
#include "eval/trec.h"

using namespace warraq::eval;
using doctest::Approx;

namespace {

Qrels qrels_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<RejectedLine> rejected;
  Qrels qrels = read_qrels(in, rejected);
  CHECK(rejected.empty());
  return qrels;
}

Run run_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<RejectedLine> rejected;
  Run run = read_run(in, rejected);
  CHECK(rejected.empty());
  return run;
}

/// `count` documents that nobody judged, named apart from each other.
Ranking unjudged(std::size_t count) {
  Ranking documents;
  for (std::size_t i = 0; i < count; ++i)
    documents.push_back(std::string("other").append(std::to_string(i)));
  return documents;
}

double metric(const Evaluation& evaluation, const std::string& name) {
  const Metrics means = evaluation.means();
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    if (kMetricNames[i] == name) return means[i];
  }
  FAIL("no metric is called ", name);
  return 0;
}

/// A folder of its own for each test, gone after it.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "eval-test-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string file(const std::string& name, const std::string& content) const {
    const std::filesystem::path file = path_ / name;
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int code;
  std::string out;
  std::string err;
};

Outcome command(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command(arguments, out, err);
  return {code, out.str(), err.str()};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("reciprocal rank is that of the first relevant document, within the depth") {
  const Judgements judgements{{"a", 1}, {"b", 2}, {"c", 0}};
  CHECK(reciprocal_rank({"a", "b"}, judgements, 10) == 1.0);
  CHECK(reciprocal_rank({"c", "x", "b", "a"}, judgements, 10) == Approx(1.0 / 3));
  CHECK(reciprocal_rank({"c", "x"}, judgements, 10) == 0.0);
  Ranking tenth = unjudged(9);
  tenth.emplace_back("a");
  CHECK(reciprocal_rank(tenth, judgements, 10) == Approx(0.1));
  tenth.insert(tenth.begin(), "c");
  CHECK(reciprocal_rank(tenth, judgements, 10) == 0.0);
}

TEST_CASE("nDCG weighs graded relevance by rank") {
  const Judgements judgements{{"best", 2}, {"good", 1}, {"fair", 1}, {"bad", 0}};
  // Found:  1/log2(2) + 0 + 3/log2(4) + 1/log2(5) = 1 + 1.5 + 0.430677 = 2.930677
  // Ideal:  3/log2(2) + 1/log2(3) + 1/log2(4) = 3 + 0.630930 + 0.5 = 4.130930
  CHECK(ndcg({"good", "bad", "best", "fair"}, judgements, 10) == Approx(0.709447).epsilon(1e-5));
  CHECK(ndcg({"best", "good", "fair"}, judgements, 10) == Approx(1.0));
  CHECK(ndcg({"best", "fair", "good", "bad"}, judgements, 10) == Approx(1.0));
  CHECK(ndcg({"bad"}, judgements, 10) == 0.0);
  CHECK(ndcg({}, judgements, 10) == 0.0);
}

TEST_CASE("nDCG's ideal ranking is cut at the depth as well") {
  Judgements judgements;
  Ranking ranking;
  for (int i = 0; i < 20; ++i) {
    ranking.push_back(std::to_string(i));
    judgements[ranking.back()] = 1;
  }
  CHECK(ndcg(ranking, judgements, 10) == Approx(1.0));
}

TEST_CASE("a relevance below 0 counts as 0") {
  const Judgements judgements{{"spam", -2}, {"a", 1}};
  CHECK(ndcg({"spam", "a"}, judgements, 10) == Approx(1 / std::log2(3.0)));
  CHECK(recall({"spam"}, judgements, 10) == 0.0);
}

TEST_CASE("recall is the share of the relevant documents found within the depth") {
  const Judgements judgements{{"a", 1}, {"b", 2}, {"c", 1}, {"d", 1}, {"e", 0}};
  Ranking ranking{"a", "e"};
  for (const std::string& document : unjudged(8)) ranking.push_back(document);
  ranking.emplace_back("b");
  CHECK(recall(ranking, judgements, 10) == Approx(0.25));
  CHECK(recall(ranking, judgements, 100) == Approx(0.5));
}

TEST_CASE("average precision counts relevant documents that were never found") {
  const Judgements judgements{{"a", 1}, {"b", 2}, {"c", 1}, {"missed", 1}};
  // (1/1 + 2/3 + 3/6) / 4
  CHECK(average_precision({"a", "x", "b", "y", "z", "c"}, judgements) == Approx(13.0 / 24));
  CHECK(average_precision({"x"}, judgements) == 0.0);
}

TEST_CASE("means are over the queries that have a relevant document, found or not") {
  const Qrels qrels = qrels_of(
      "q1 0 a 1\n"
      "q2 0 b 1\n"
      "q3 0 c 0\n"
      "q4 0 d 1\n");
  const Run run = run_of(
      "q1 Q0 a 1 9 t\n"
      "q3 Q0 c 1 9 t\n"
      "q4 Q0 x 1 9 t\n"
      "q4 Q0 d 2 8 t\n"
      "q9 Q0 a 1 9 t\n");
  const Evaluation evaluation = evaluate(qrels, run);
  CHECK(evaluation.by_query.size() == 3);
  CHECK(evaluation.answered == 2);
  CHECK(metric(evaluation, "MRR@10") == Approx((1 + 0 + 0.5) / 3));
  CHECK(metric(evaluation, "nDCG@10") == Approx((1 + 0 + 1 / std::log2(3.0)) / 3));
  CHECK(metric(evaluation, "recall@10") == Approx(2.0 / 3));
  CHECK(metric(evaluation, "recall@100") == Approx(2.0 / 3));
  CHECK(metric(evaluation, "MAP") == Approx((1 + 0 + 0.5) / 3));
}

TEST_CASE("no judged query at all gives zeros") {
  const Evaluation evaluation = evaluate({}, run_of("q1 Q0 a 1 9 t\n"));
  CHECK(evaluation.by_query.empty());
  CHECK(metric(evaluation, "MAP") == 0.0);
}

TEST_CASE("documents are ordered by score, then by the rank column, then by id") {
  CHECK(run_of("q Q0 low 1 1.5 t\nq Q0 high 2 2.5 t\n")["q"] == Ranking{"high", "low"});
  CHECK(run_of("q Q0 a 3 1.5 t\nq Q0 b 2 1.5 t\nq Q0 c 1 1.5 t\n")["q"] == Ranking{"c", "b", "a"});
  CHECK(run_of("q Q0 b 0 1 t\nq Q0 a 0 1 t\n")["q"] == Ranking{"a", "b"});
  CHECK(run_of("q Q0 far 1 -7e1 t\nq Q0 near 2 -1e-1 t\n")["q"] == Ranking{"near", "far"});
}

TEST_CASE("a document found twice for a query counts once, at its best place") {
  const Run run = run_of("q Q0 a 1 1 t\nq Q0 b 2 2 t\nq Q0 a 3 3 t\np Q0 a 1 1 t\n");
  CHECK(run.at("q") == Ranking{"a", "b"});
  CHECK(run.at("p") == Ranking{"a"});
}

TEST_CASE("tabs, runs of spaces, CRLF, blank lines and a byte order mark are all read") {
  const Qrels qrels = qrels_of("\xEF\xBB\xBFq1\t0\tد١\t1\r\n\r\n  q1  0  b  2  \r\n");
  CHECK(qrels.at("q1") == Judgements{{"د١", 1}, {"b", 2}});
}

TEST_CASE("lines that cannot be read are left out, with the line and the reason") {
  std::istringstream in(
      "q1 0 a 1\n"
      "q1 0 b\n"
      "q1 0 c one\n"
      "q1 0 a 2\n"
      "q1 0 d 31\n"
      "q1 0 \xFF 1\n"
      "q1 0 e 99999999999\n"
      "q1 0 f 2");
  std::vector<RejectedLine> rejected;
  const Qrels qrels = read_qrels(in, rejected);
  CHECK(qrels.at("q1") == Judgements{{"a", 1}, {"f", 2}});
  REQUIRE(rejected.size() == 6);
  CHECK(rejected[0].line == 2);
  CHECK(rejected[0].reason == "expected 4 columns, found 3");
  CHECK(rejected[1].reason == "relevance is not a whole number: one");
  CHECK(rejected[2].reason == "judged before: a");
  CHECK(rejected[3].reason == "relevance above 30: 31");
  CHECK(rejected[4].reason == "not UTF-8");
  CHECK(rejected[5].line == 7);
}

TEST_CASE("a run's numbers must be numbers") {
  std::istringstream in(
      "q Q0 a 1 nan t\n"
      "q Q0 b 1 inf t\n"
      "q Q0 c 1 1,5 t\n"
      "q Q0 d first 1 t\n"
      "q Q0 e 1 1\n"
      "q Q0 f 1 1e999 t\n"
      "q Q0 g 1 0x1p3 t\n"
      "q Q0 h 1 2.5 t\n");
  std::vector<RejectedLine> rejected;
  const Run run = read_run(in, rejected);
  CHECK(run.at("q") == Ranking{"h"});
  CHECK(rejected.size() == 7);
}

TEST_CASE("a line that is not UTF-8 is rejected") {
  std::vector<RejectedLine> rejected;
  std::istringstream in("ورّاق Q0 a 1 2 t\n\xC0\x80 Q0 b 2 1 t\nq Q0 \xD9 2 1 t\n");
  const Run run = read_run(in, rejected);
  CHECK(run.size() == 1);
  REQUIRE(rejected.size() == 2);
  CHECK(rejected[0].reason == "not UTF-8");
}

TEST_CASE("runs that are the same do not differ") {
  const std::vector<double> values{0.1, 0.5, 1.0, 0.0};
  const Comparison comparison = compare(values, values);
  CHECK(comparison.difference == 0.0);
  CHECK(comparison.p_value == 1.0);
  CHECK(comparison.interval.low == 0.0);
  CHECK(comparison.interval.high == 0.0);
  CHECK(comparison.equal == 4);
}

TEST_CASE("the p-value is near the exact one where that can be counted") {
  // All signs agree: only the two of 2^n assignments that leave them so are as far from 0.
  CHECK(randomisation_p_value({0.5, 0.5, 0.5}) == Approx(2.0 / 8).epsilon(0.05));
  CHECK(randomisation_p_value(std::vector<double>(8, -0.1)) == Approx(2.0 / 256).epsilon(0.3));
  // 3 + 2 - 1 = 4: of eight sums ±6 ±4 ±2 ±0, four are as far from 0.
  CHECK(randomisation_p_value({3, 2, -1}) == Approx(4.0 / 8).epsilon(0.05));
  // Queries without a difference add nothing.
  CHECK(randomisation_p_value({3, 0, 2, 0, -1, 0}) == randomisation_p_value({3, 2, -1}));
}

TEST_CASE("a difference that only chance made is not significant, a steady one is") {
  std::vector<double> a(100, 0.5);
  std::vector<double> chance = a;
  std::vector<double> steady = a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    chance[i] += i % 2 == 0 ? 0.2 : -0.2;
    steady[i] += i % 4 == 0 ? -0.1 : 0.2;
  }
  const Comparison by_chance = compare(a, chance);
  CHECK(by_chance.p_value > 0.5);
  CHECK(by_chance.interval.low < 0);
  CHECK(by_chance.interval.high > 0);
  CHECK(by_chance.better == 50);
  CHECK(by_chance.worse == 50);
  const Comparison by_merit = compare(a, steady);
  CHECK(by_merit.p_value < 0.001);
  CHECK(by_merit.difference == Approx(0.125));
  // A deviation of 0.13 over 100 queries: 1.96 * 0.13 / 10 on either side.
  CHECK(by_merit.interval.low == Approx(0.125 - 0.0255).epsilon(0.05));
  CHECK(by_merit.interval.high == Approx(0.125 + 0.0255).epsilon(0.05));
}

TEST_CASE("a comparison is the same each time, and its mirror image the other way round") {
  const std::vector<double> a{0.1, 0.9, 0.3, 0.3, 0.0};
  const std::vector<double> b{0.4, 0.8, 0.6, 0.3, 1.0};
  const Comparison forth = compare(a, b);
  CHECK(forth.p_value == compare(a, b).p_value);
  CHECK(forth.interval.low == compare(a, b).interval.low);
  const Comparison back = compare(b, a);
  CHECK(back.difference == Approx(-forth.difference));
  CHECK(back.p_value == Approx(forth.p_value));
  CHECK(back.better == forth.worse);
  CHECK(back.worse == forth.better);
  CHECK_THROWS_AS((void)compare(a, {0.5}), std::invalid_argument);
}

TEST_CASE("warraq-eval prints one run's measures") {
  const Folder folder;
  const std::string qrels = folder.file("qrels", "q1 0 a 2\nq2 0 b 1\n");
  const std::string run = folder.file("run", "q1 Q0 x 1 2 t\nq1 Q0 a 2 1 t\n");
  const Outcome human = command({qrels, run});
  CHECK(human.code == 0);
  CHECK(human.err.empty());
  CHECK(contains(human.out, "1 of 2 queries answered"));
  CHECK(contains(human.out, "MRR@10           0.2500\n"));
  CHECK(contains(human.out, "recall@10        0.5000\n"));
  CHECK_FALSE(contains(human.out, "q1"));
  const Outcome per_query = command({"--per-query", qrels, run});
  CHECK(contains(per_query.out, "q1               0.5000"));
  CHECK(contains(per_query.out, "q2               0.0000"));
}

TEST_CASE("warraq-eval prints one JSON object") {
  const Folder folder;
  const std::string qrels = folder.file("qrels", "q\"1 0 a 2\n");
  const std::string run = folder.file("run", "q\"1 Q0 x 1 2 t\nq\"1 Q0 a 2 1 t\n");
  const std::string metrics =
      R"({"MRR@10":0.5,"nDCG@10":0.630929753571457,"recall@10":1,"recall@100":1,"MAP":0.5})";
  const Outcome single = command({qrels, run, "--format", "json", "--per-query"});
  CHECK(single.code == 0);
  CHECK(single.out == R"({"version":1,"queries":1,"run":{"name":")" + run +
                          R"(","answered":1,"metrics":)" + metrics + R"(},"per_query":{"q\"1":)" +
                          metrics + "}}\n");
  const Outcome both = command({qrels, run, "--compare", run, "--format=json", "--per-query"});
  CHECK(both.code == 0);
  CHECK(contains(both.out, R"("MAP":{"difference":0,"p_value":1,"interval":[0,0],)"
                           R"("better":0,"equal":1,"worse":0})"));
  CHECK(contains(both.out, R"("per_query":{"q\"1":{"a":)" + metrics + R"(,"b":)" + metrics + "}}"));
}

TEST_CASE("warraq-eval compares two runs") {
  const Folder folder;
  const std::string qrels = folder.file("qrels", "q1 0 a 1\nq2 0 b 1\n");
  const std::string a = folder.file("a", "q1 Q0 a 1 1 t\n");
  const std::string b = folder.file("b", "q1 Q0 x 1 2 t\nq1 Q0 a 2 1 t\nq2 Q0 b 1 1 t\n");
  const Outcome outcome = command({qrels, a, "--compare", b, "--per-query"});
  CHECK(outcome.code == 0);
  CHECK(contains(outcome.out, "A: " + a + " (1 of 2 queries answered)"));
  CHECK(contains(outcome.out, "B: " + b + " (2 of 2 queries answered)"));
  CHECK(contains(outcome.out, "MRR@10           0.5000     0.7500    +0.2500"));
  CHECK(contains(outcome.out, "q2           B     1.0000"));
}

TEST_CASE("warraq-eval's exit codes tell what went wrong") {
  const Folder folder;
  const std::string qrels = folder.file("qrels", "q1 0 a 1\n");
  const std::string run = folder.file("run", "q1 Q0 a 1 1 t\n");
  SUBCASE("help") {
    const Outcome outcome = command({"--help"});
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "--per-query"));
    CHECK(outcome.err.empty());
  }
  SUBCASE("usage") {
    CHECK(command({}).code == 2);
    CHECK(command({qrels}).code == 2);
    CHECK(command({qrels, run, run}).code == 2);
    CHECK(command({qrels, run, "--nonsense"}).code == 2);
    const Outcome outcome = command({qrels, run, "--format", "xml"});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "xml"));
  }
  SUBCASE("a file that is missing or a folder") {
    const Outcome missing = command({qrels, folder.path() + "/absent"});
    CHECK(missing.code == 3);
    CHECK(contains(missing.err, "/absent: missing or unreadable"));
    CHECK(command({qrels, folder.path()}).code == 3);
    CHECK(command({qrels, run, "--compare", folder.path() + "/absent"}).code == 3);
  }
  SUBCASE("rejected lines, and the rest is measured") {
    const std::string broken = folder.file("broken", "nonsense\nq1 Q0 a 1 1 t\n");
    const Outcome outcome = command({qrels, broken});
    CHECK(outcome.code == 8);
    CHECK(outcome.err == broken + ":1: expected 6 columns, found 1\n");
    CHECK(contains(outcome.out, "MAP              1.0000"));
  }
  SUBCASE("a wrong file does not flood the terminal") {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "nonsense\n";
    const Outcome outcome = command({qrels, folder.file("wrong", lines)});
    CHECK(outcome.code == 8);
    CHECK(contains(outcome.err, "and 980 more lines rejected"));
    CHECK(outcome.err.size() < 10000);
  }
  SUBCASE("judgements without a relevant document") {
    const Outcome outcome = command({folder.file("none", "q1 0 a 0\n"), run});
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.err, "no query has a relevant document"));
  }
}
