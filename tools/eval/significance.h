// Whether two runs differ by more than the choice of queries would explain.
#pragma once

#include <cstddef>
#include <vector>

namespace warraq::eval {

/// Differences smaller than this are rounding, not a query done better or worse.
inline constexpr double kEqualWithin = 1e-9;
/// Random assignments and resamples drawn for each test.
inline constexpr std::size_t kSamples = 10000;

struct Interval {
  double low = 0;
  double high = 0;
};

/// One metric of run B against run A, query by query.
struct Comparison {
  double difference = 0;   ///< mean of B - A
  double p_value = 1;      ///< two-sided, of no difference at all
  Interval interval;       ///< of the difference, 95 %
  std::size_t better = 0;  ///< queries that B does better
  std::size_t equal = 0;
  std::size_t worse = 0;
};

/// The paired randomisation test: how often the mean is at least as far from 0 when each difference
/// keeps or changes its sign at random. M. D. Smucker, J. Allan, B. Carterette, "A Comparison of
/// Statistical Significance Tests for Information Retrieval Evaluation" (CIKM 2007). The observed
/// assignment is counted as one of them, so that the value is never 0.
[[nodiscard]] double randomisation_p_value(const std::vector<double>& differences);

/// The paired bootstrap's percentile interval of the mean, 95 %. B. Efron, R. J. Tibshirani, "An
/// Introduction to the Bootstrap" (1993), chapter 13.
[[nodiscard]] Interval bootstrap_interval(const std::vector<double>& differences);

/// Compares values of the same queries in the same order. Random numbers come from a fixed seed:
/// the same values give the same answer.
[[nodiscard]] Comparison compare(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace warraq::eval
