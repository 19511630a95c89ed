#include "eval/significance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <stdexcept>

namespace warraq::eval {
namespace {

constexpr std::uint64_t kSeed = 20020817;

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

double mean_of(const std::vector<double>& values) {
  return values.empty() ? 0 : sum_of(values) / static_cast<double>(values.size());
}

/// Signs and places from the generator's own bits: the standard library's distributions differ from
/// one implementation to another, and the figures should not.
class Random {
 public:
  bool coin() {
    if (bits_left_ == 0) {
      bits_ = generator_();
      bits_left_ = 64;
    }
    --bits_left_;
    const bool heads = (bits_ & 1U) != 0;
    bits_ >>= 1U;
    return heads;
  }

  /// From 0 to `count` - 1. The bias is below 1 in 2^32 / count, and the same on every machine.
  std::size_t below(std::size_t count) { return ((generator_() >> 32U) * count) >> 32U; }

 private:
  std::mt19937_64 generator_{kSeed};
  std::uint64_t bits_ = 0;
  unsigned bits_left_ = 0;
};

/// The `share` quantile of sorted values, by the nearest rank.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = std::round(share * static_cast<double>(sorted.size() - 1));
  return sorted[static_cast<std::size_t>(place)];
}

}  // namespace

double randomisation_p_value(const std::vector<double>& differences) {
  std::vector<double> changes;  // a difference of 0 has no sign to change
  std::copy_if(differences.begin(), differences.end(), std::back_inserter(changes),
               [](double difference) { return std::abs(difference) > kEqualWithin; });
  const double observed = std::abs(sum_of(changes)) - kEqualWithin;
  Random random;
  std::size_t as_far = 1;
  for (std::size_t sample = 0; sample < kSamples; ++sample) {
    double sum = 0;
    for (const double change : changes) sum += random.coin() ? change : -change;
    if (std::abs(sum) >= observed) ++as_far;
  }
  return static_cast<double>(as_far) / static_cast<double>(kSamples + 1);
}

Interval bootstrap_interval(const std::vector<double>& differences) {
  if (differences.empty()) return {};
  Random random;
  std::vector<double> means(kSamples);
  for (double& mean : means) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      sum += differences[random.below(differences.size())];
    }
    mean = sum / static_cast<double>(differences.size());
  }
  std::sort(means.begin(), means.end());
  return {quantile(means, 0.025), quantile(means, 0.975)};
}

Comparison compare(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) throw std::invalid_argument("compare: values of different queries");
  std::vector<double> differences(a.size());
  std::transform(b.begin(), b.end(), a.begin(), differences.begin(), std::minus<>());
  Comparison comparison;
  for (const double difference : differences) {
    if (std::abs(difference) <= kEqualWithin) {
      ++comparison.equal;
    } else {
      ++(difference > 0 ? comparison.better : comparison.worse);
    }
  }
  comparison.difference = mean_of(differences);
  comparison.p_value = randomisation_p_value(differences);
  comparison.interval = bootstrap_interval(differences);
  return comparison;
}

}  // namespace warraq::eval
