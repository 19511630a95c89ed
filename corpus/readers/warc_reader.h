// WARC: the pages of a crawl.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "corpus/input/buffered_input.h"
#include "corpus/warc/scanner.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Responses, resources and conversions that hold HTML (html/page.h) or plain text become articles,
/// each with its address, and the extra field `captured`: when the crawler came, which is no
/// publication date. A record whose length is false, and a page that is no article, is a Rejection
/// that names its address or its WARC-Record-ID; the run goes on. A file without any page is one
/// Rejection. Memory: a record and what its content decodes to, `max_article_bytes` each.
class WarcReader final : public Reader {
 public:
  /// `file` is the input's name for messages.
  WarcReader(std::unique_ptr<BufferedInput> input, std::string file, std::size_t max_article_bytes);
  [[nodiscard]] std::optional<Record> next() override;

  [[nodiscard]] PassedOver passed_over() const override { return passed_over_; }

 private:
  [[nodiscard]] std::optional<Record> read_record(WarcRecord& record);
  [[nodiscard]] std::optional<Record> read_response(WarcRecord& record);
  [[nodiscard]] Record read_page(WarcRecord& record, const std::string& bytes,
                                 std::string_view content_type, const std::string& cut_off) const;
  [[nodiscard]] Rejection reject(WarcRecord& record, const std::string& reason) const;
  [[nodiscard]] std::optional<Record> finish();
  [[nodiscard]] std::string reason_too_large(const WarcRecord& record) const;

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  WarcScanner scanner_;
  PassedOver passed_over_;
  std::uint64_t records_ = 0;
  bool any_page_ = false;
  bool finished_ = false;
};

}  // namespace warraq::corpus
