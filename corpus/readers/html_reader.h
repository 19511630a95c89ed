// HTML: one article a file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "corpus/input/buffered_input.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Reads a page (html/page.h). What is no article, or ends early, is a Rejection. The id is left
/// empty.
class HtmlReader final : public Reader {
 public:
  /// `file` is the input's name for messages.
  HtmlReader(std::unique_ptr<BufferedInput> input, std::string file, std::size_t max_article_bytes);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  [[nodiscard]] Record read_page();

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  bool finished_ = false;
};

}  // namespace warraq::corpus
