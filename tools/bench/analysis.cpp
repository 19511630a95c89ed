// How much text the analyser gets through in a second of one core, at all levels, and how much the
// reference path does. `warraq-bench-analysis FILE.jsonl…`: one JSON line on standard output, the
// same for people on standard error. Text is the titles and bodies; only analysis is timed.
#include <cstdint>
#include <exception>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "figures.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/error.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Analyzer;
using warraq::bench::cpu_seconds;

constexpr int kRounds = 5;
constexpr double kBytesInMegabyte = 1e6;

void add_texts(const std::string& file, std::vector<std::string>& texts) {
  warraq::bench::for_each_article(file, [&texts](const warraq::bench::Article& article) {
    texts.emplace_back(article.title);
    texts.emplace_back(article.body);
  });
}

struct Measured {
  double seconds = 0;
  std::uint64_t tokens = 0;
};

template <typename Analyze>
Measured once(const std::vector<std::string>& texts, Analyze analyze) {
  Analysis analysis;
  Measured result;
  const double start = cpu_seconds();
  for (const std::string& text : texts) {
    analyze(text, analysis);
    result.tokens += analysis.tokens().size();
  }
  result.seconds = cpu_seconds() - start;
  return result;
}

// The quickest round: what disturbs a measurement only ever makes it slower.
template <typename Analyze>
Measured quickest(const std::vector<std::string>& texts, int rounds, Analyze analyze) {
  Measured best = once(texts, analyze);
  for (int round = 1; round < rounds; ++round) {
    const Measured next = once(texts, analyze);
    if (next.seconds < best.seconds) best = next;
  }
  return best;
}

void run(const std::vector<std::string>& files) {
  std::vector<std::string> texts;
  for (const std::string& file : files) add_texts(file, texts);
  std::uint64_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  if (bytes == 0) {
    throw warraq::Error(warraq::ErrorCode::usage, "no text in the files named",
                        "name files of JSON lines with a title or a body");
  }

  const Analyzer analyzer;
  const Measured ours = quickest(texts, kRounds, [&](std::string_view text, Analysis& analysis) {
    analyzer.analyze(text, analysis);
  });
  const Measured reference = quickest(texts, 1, [&](std::string_view text, Analysis& analysis) {
    analyzer.analyze_by_reference(text, analysis);
  });

  const double megabytes = static_cast<double>(bytes) / kBytesInMegabyte;
  const double speed = megabytes / ours.seconds;
  const double reference_speed = megabytes / reference.seconds;
  warraq::bench::Figures()
      .text("task", "analysis")
      .text("profile", Analyzer::kProfile)
      .count("texts", texts.size())
      .count("text_bytes", bytes)
      .count("tokens", ours.tokens)
      .number("mb_per_cpu_second", speed)
      .number("reference_mb_per_cpu_second", reference_speed)
      .print();
  std::cerr << std::fixed << std::setprecision(1) << "analysis, all levels: " << speed
            << " MB/s a core; reference path: " << reference_speed << " MB/s; " << megabytes
            << " MB, " << ours.tokens << " tokens\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> files(argv + 1, argv + argc);
  if (files.empty()) {
    std::cerr << "usage: warraq-bench-analysis FILE.jsonl…\n";
    return static_cast<int>(warraq::ErrorCode::usage);
  }
  try {
    run(files);
  } catch (const warraq::Error& error) {
    std::cerr << "warraq-bench-analysis: " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << error.hint() << '\n';
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-analysis: " << error.what() << '\n';
    return static_cast<int>(warraq::ErrorCode::internal);
  }
  return warraq::kExitDone;
}
