// Writers in processes of their own, killed at random moments, and what they leave.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>

namespace warraq::tests {

using Micros = std::chrono::microseconds;

/// Whether the writer came to its end before it was killed.
enum class End { finished, killed };

/// How often a test kills: `usual` times, or as often as WARRAQ_KILLS says where that is more.
[[nodiscard]] int kills_wanted(int usual);

/// How long `write` takes when it is left alone.
[[nodiscard]] Micros time_of(const std::function<void()>& write);

class Killer {
 public:
  /// `usual` is how long a writer takes, roughly.
  Killer(unsigned seed, Micros usual) : random_(seed), longest_(usual) {}

  /// Runs `write` in a process of its own, which is killed at any moment of its life: a quarter of
  /// them come to their end before, however fast the machine is at the time.
  End run(const std::function<void()>& write);
  [[nodiscard]] int kills() const { return kills_; }

 private:
  void learn_from(End end);

  std::mt19937 random_;
  Micros longest_;
  int kills_ = 0;
};

/// The names in a folder; none where it does not exist.
[[nodiscard]] std::set<std::string> names_in(const std::filesystem::path& folder);

/// The files of an archive's databases and its archive.json, by their paths, with their bytes.
using Files = std::map<std::string, std::string>;
[[nodiscard]] Files files_of(const std::filesystem::path& archive);

/// Whether all of `files` are there still as they were.
[[nodiscard]] bool stand_untouched(const Files& files, const std::filesystem::path& archive);

}  // namespace warraq::tests
