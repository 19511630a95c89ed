#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace warraq::indexer {

/// What a check finds: a line each, up to a number that somebody may still read.
class Problems {
 public:
  explicit Problems(std::vector<std::string>& problems) : problems_(problems) {}
  void add(const std::string& where, const std::string& what) {
    if (problems_.size() < kMost) problems_.push_back(where + ": " + what);
  }

 private:
  // A wholly broken archive of millions is told in so many lines.
  static constexpr std::size_t kMost = 1'000;

  std::vector<std::string>& problems_;
};

}  // namespace warraq::indexer
