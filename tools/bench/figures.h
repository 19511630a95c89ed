// What a benchmark measured, printed as one JSON line, and the clocks it is measured with.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::bench {

/// Names and values in the order given. Names and texts are written as they are: ASCII without
/// quotes or backslashes.
class Figures {
 public:
  Figures& text(std::string_view name, std::string_view value) {
    begin(name);
    line_ << '"' << value << '"';
    return *this;
  }
  Figures& count(std::string_view name, std::uint64_t value) {
    begin(name);
    line_ << value;
    return *this;
  }
  Figures& number(std::string_view name, double value) {
    begin(name);
    line_ << std::fixed << std::setprecision(4) << value;
    return *this;
  }
  void print() const { std::cout << line_.str() << "}\n" << std::flush; }

 private:
  void begin(std::string_view name) {
    line_ << (line_.tellp() == 0 ? "{\"" : ",\"") << name << "\":";
  }

  std::ostringstream line_;
};

/// CPU time of the process so far, all threads.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

inline double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The most memory the process ever had resident; 0 where the system does not tell.
inline std::uint64_t peak_resident_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

inline double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

inline double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Latencies of `answer(i)` for i below `queries`: as many rounds to warm up as are counted.
/// `answer` returns the number of hits.
template <typename Answer>
void measure_queries(Figures& figures, std::size_t queries, std::size_t rounds, Answer answer) {
  for (std::size_t i = 0; i < rounds * queries; ++i) answer(i % queries);
  std::vector<double> milliseconds;
  milliseconds.reserve(rounds * queries);
  std::uint64_t hits = 0;
  const double cpu_start = cpu_seconds();
  for (std::size_t i = 0; i < rounds * queries; ++i) {
    const double start = wall_seconds();
    hits += answer(i % queries);
    milliseconds.push_back((wall_seconds() - start) * 1e3);
  }
  const double cpu = (cpu_seconds() - cpu_start) * 1e3;
  figures.count("queries", queries)
      .count("rounds", rounds)
      .count("hits", rounds == 0 ? 0 : hits / rounds)
      .number("mean_ms", mean(milliseconds))
      .number("median_ms", median(milliseconds))
      .number("cpu_ms", milliseconds.empty() ? 0 : cpu / static_cast<double>(milliseconds.size()));
}

}  // namespace warraq::bench
