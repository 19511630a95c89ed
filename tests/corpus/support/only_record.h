// Readings that hold one record.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/support/reading.h"

namespace warraq::tests {

/// The one article of a reading without rejections.
[[nodiscard]] inline corpus::Article only_article(const Reading& reading) {
  REQUIRE(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 1);
  return reading.articles.front().article;
}

/// The reason of its one rejection.
[[nodiscard]] inline std::string only_reason(const Reading& reading) {
  REQUIRE(reading.rejections.size() == 1);
  return reading.rejections.front().reason;
}

}  // namespace warraq::tests
