// Plain text: one article a file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/input/buffered_input.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// A page of plain text as an article, its origin and id left to the caller, or the reason why it
/// is none. `declared_charset` is what its container says; may be empty.
[[nodiscard]] std::variant<ReadArticle, std::string> read_text_page(
    std::string_view bytes, std::string_view declared_charset);

/// Reads a page of plain text in UTF-8. Its first line that is not blank is the title, where it is
/// short and more follows; the rest is the body, line by line. A text that is no UTF-8 for the most
/// part, or that ends early, is a Rejection. The id is left empty.
class TextReader final : public Reader {
 public:
  /// `file` is the input's name for messages.
  TextReader(std::unique_ptr<BufferedInput> input, std::string file, std::size_t max_article_bytes);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  Record read_page();

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  bool finished_ = false;
};

}  // namespace warraq::corpus
