// Reading text that a test holds in memory, in a format that it names.
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/make_reader.h"
#include "tests/corpus/support/reading.h"

namespace warraq::tests {

struct TextOptions {
  std::string_view map = {};      ///< a mapping file's text
  std::size_t portion = 1 << 16;  ///< bytes that are given at a time
  std::size_t max_article_bytes = 1 << 20;
};

/// All records of `text`. Messages call it "news".
[[nodiscard]] Reading read_text(corpus::InputFormat format, std::string_view text,
                                const TextOptions& options = {});

/// The value of an extra field as JSON; empty where there is none.
[[nodiscard]] std::string extra(const corpus::Article& article, std::string_view name);

}  // namespace warraq::tests
