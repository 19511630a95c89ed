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

/// Records that are no pages: they are neither articles nor rejections.
struct PassedOver {
  std::uint64_t statuses = 0;  ///< responses of another status than 200 and 203
  std::uint64_t types = 0;     ///< pictures, scripts and whatever else is neither HTML nor text
  std::uint64_t revisits = 0;  ///< pages that had not changed since the record they name
  std::uint64_t others = 0;    ///< requests, metadata, warcinfo, DNS answers, robots.txt
  bool operator==(const PassedOver&) const = default;
};

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

  [[nodiscard]] const PassedOver& passed_over() const { return passed_over_; }

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
