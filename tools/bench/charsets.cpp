// How often the character set of Arabic news is told, by set and length, and what deciding and
// decoding costs. `warraq-bench-charsets FILE.jsonl…`: JSON lines on standard output, a table for
// people on standard error. Each body is encoded by the C library, without what the set does not
// have, and one piece of each length is cut from it, in its middle and without regard to words.
#include <array>
#include <cstdint>
#include <exception>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "articles.h"
#include "figures.h"
#include "tests/analyzers/encoded.h"
#include "warraq/analyzers/charset.h"
#include "warraq/error.h"

namespace {

using warraq::analyzers::Charset;
using warraq::analyzers::Markup;
using warraq::analyzers::test::Encoder;
using warraq::bench::cpu_seconds;

constexpr std::array<std::size_t, 5> kLengths = {40, 130, 500, 2000, 8000};
constexpr std::array kNames = {"UTF-8",    "windows-1256", "ISO-8859-6",
                               "UTF-16LE", "UTF-16BE",     "IBM864"};

struct Accuracy {
  std::uint64_t pieces = 0;
  std::uint64_t right = 0;
  std::map<std::string, std::uint64_t> wrong;
};

struct Speed {
  double bytes = 0;
  double seconds = 0;
};

std::vector<std::string> bodies_of(const std::vector<std::string>& files) {
  std::vector<std::string> bodies;
  for (const std::string& file : files) {
    warraq::bench::for_each_article(
        file, [&](const warraq::bench::Article& article) { bodies.emplace_back(article.body); });
  }
  if (bodies.empty()) {
    throw warraq::Error(warraq::ErrorCode::usage, "no text in the files named",
                        "name files of JSON lines with a body");
  }
  return bodies;
}

// One piece of `length` bytes; of UTF-16, whole units.
std::string_view piece_of(std::string_view encoded, std::size_t length, std::mt19937& random) {
  constexpr std::size_t kUnit = 2;
  const std::size_t places = (encoded.size() - length) / kUnit + 1;
  return encoded.substr(random() % places * kUnit, length);
}

void measure_accuracy(const std::vector<std::string>& texts, const std::string& name) {
  std::mt19937 random(1);
  std::cerr << std::left << std::setw(14) << name << std::right;
  for (const std::size_t length : kLengths) {
    Accuracy accuracy;
    for (const std::string& text : texts) {
      if (text.size() < length) continue;
      ++accuracy.pieces;
      const std::string found =
          decide_charset(piece_of(text, length, random), {}, Markup::none).name;
      if (found == name) {
        ++accuracy.right;
      } else {
        ++accuracy.wrong[found];
      }
    }
    const double share = static_cast<double>(accuracy.right) /
                         static_cast<double>(std::max<std::uint64_t>(1, accuracy.pieces));
    warraq::bench::Figures()
        .text("task", "charset")
        .text("charset", name)
        .count("bytes", length)
        .count("pieces", accuracy.pieces)
        .count("right", accuracy.right)
        .number("share", share)
        .print();
    std::cerr << std::fixed << std::setprecision(2) << std::setw(9) << share * 100;
    for (const auto& [wrong, count] : accuracy.wrong)
      std::cerr << " (" << wrong << ' ' << count << ')';
  }
  std::cerr << '\n';
}

// The quickest of a few rounds.
template <typename Work>
Speed quickest(const std::vector<std::string>& texts, Work work) {
  constexpr int kRounds = 3;
  Speed best;
  for (const std::string& text : texts) best.bytes += static_cast<double>(text.size());
  for (int round = 0; round < kRounds; ++round) {
    const double start = cpu_seconds();
    for (const std::string& text : texts) work(text);
    const double seconds = cpu_seconds() - start;
    if (round == 0 || seconds < best.seconds) best.seconds = seconds;
  }
  return best;
}

void print_speed(const std::string& name, const std::string& work, const Speed& speed) {
  const double rate = speed.bytes / 1e6 / speed.seconds;
  warraq::bench::Figures()
      .text("task", work)
      .text("charset", name)
      .number("mb_per_cpu_second", rate)
      .print();
  std::cerr << name << ", " << work << ": " << std::fixed << std::setprecision(0) << rate
            << " MB/s a core\n";
}

void measure_speed(const std::vector<std::string>& texts, const std::string& name) {
  std::size_t sum = 0;
  print_speed(name, "decode", quickest(texts, [&](const std::string& text) {
                sum += decode(text, {}, Markup::none).text.size();
              }));
  print_speed(name, "decode_as", quickest(texts, [&](const std::string& text) {
                sum += decode_as(text, Charset{name}).text.size();
              }));
  if (sum == 0) throw std::runtime_error("nothing decoded");
}

void run(const std::vector<std::string>& files) {
  const std::vector<std::string> bodies = bodies_of(files);
  std::cerr << "bytes         ";
  for (const std::size_t length : kLengths) std::cerr << std::setw(9) << length;
  std::cerr << '\n';
  for (const char* name : kNames) {
    Encoder encoder(name);
    std::vector<std::string> texts;
    texts.reserve(bodies.size());
    for (const std::string& body : bodies) texts.push_back(encoder.encode(body));
    measure_accuracy(texts, name);
    measure_speed(texts, name);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> files(argv + 1, argv + argc);
  if (files.empty()) {
    std::cerr << "usage: warraq-bench-charsets FILE.jsonl…\n";
    return static_cast<int>(warraq::ErrorCode::usage);
  }
  try {
    run(files);
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-charsets: " << error.what() << '\n';
    return static_cast<int>(warraq::ErrorCode::internal);
  }
  return warraq::kExitDone;
}
