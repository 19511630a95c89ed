// Reading inputs to their end, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/reader.h"

namespace warraq::tests {

struct Reading {
  std::vector<corpus::ReadArticle> articles;
  std::vector<corpus::Rejection> rejections;

  [[nodiscard]] std::vector<std::string> ids() const;
  [[nodiscard]] std::vector<std::string> titles() const;
};

[[nodiscard]] Reading read_all(corpus::Reader& reader);
[[nodiscard]] Reading read_all(const std::vector<std::string>& inputs,
                               const corpus::ReadOptions& options = {});

/// All that was read, with its place, as text: two readings are the same where it is.
[[nodiscard]] std::string described(const Reading& reading);

[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// `count` JSON lines, each an article with an id and a title of its own: a1, a2, …
[[nodiscard]] std::string json_lines(std::size_t count);

}  // namespace warraq::tests
