#include "corpus/readers/html_reader.h"

#include <utility>

#include "corpus/article/text.h"
#include "corpus/html/page.h"
#include "corpus/readers/whole_page.h"

namespace warraq::corpus {

HtmlReader::HtmlReader(std::unique_ptr<BufferedInput> input, std::string file,
                       std::size_t max_article_bytes)
    : input_(std::move(input)), file_(std::move(file)), max_article_bytes_(max_article_bytes) {}

std::optional<Record> HtmlReader::next() {
  if (finished_) return std::nullopt;
  finished_ = true;
  return read_page();
}

Record HtmlReader::read_page() {
  auto whole = read_whole_page(*input_, file_, max_article_bytes_);
  if (auto* rejection = std::get_if<Rejection>(&whole)) return std::move(*rejection);
  std::string& bytes = std::get<std::string>(whole);
  Origin origin{file_, 0, 0};
  if (is_blank(bytes)) {
    return Rejection{std::move(origin), "it holds nothing but white space", {}};
  }
  auto page = read_html_page({bytes, {}, {}});
  if (auto* reason = std::get_if<std::string>(&page)) {
    return Rejection{std::move(origin), std::move(*reason), std::move(bytes)};
  }
  auto& read = std::get<ReadArticle>(page);
  read.origin = {file_, 1, 1};
  return std::move(read);
}

}  // namespace warraq::corpus
