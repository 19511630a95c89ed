// What is said of articles that were taken, but not quite as they came: the first of each kind on
// standard error, more in the report, all of them counted.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {

class Notices {
 public:
  static constexpr std::uint64_t kMostShown = 5;
  static constexpr std::uint64_t kMostListed = 1'000;

  /// Prints it, if it is among the first of its kind.
  void add(const Notice& notice);
  /// Whether add() would print it.
  [[nodiscard]] bool is_shown(const Notice& notice) const;
  /// Prints how many more there were.
  void finish() const;
  /// articles_repaired, ids_repeated and, listed one by one, notices.
  void add_to(nlohmann::ordered_json& report) const;

 private:
  std::uint64_t repaired_ = 0;
  std::uint64_t repeated_ = 0;
  nlohmann::ordered_json listed_ = nlohmann::ordered_json::array();
};

}  // namespace warraq::indexer::cli
