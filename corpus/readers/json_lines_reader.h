// JSON lines: one article as a JSON object on each line.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "corpus/input/buffered_input.h"
#include "corpus/input/line_reader.h"
#include "corpus/readers/json_articles.h"
#include "corpus/readers/make_reader.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// A line that is no article is a Rejection, and the next is read. Blank lines are passed over, a
/// byte order mark at the beginning is too, and the last line needs no line feed. Where the input
/// itself fails, a last Rejection says so, and a record that it cut off is no other. Ids are left
/// as they are given, or empty. Fields are those of JsonArticles.
class JsonLinesReader final : public Reader {
 public:
  JsonLinesReader(std::unique_ptr<BufferedInput> input, const ReaderContext& context);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  [[nodiscard]] std::optional<Record> read_line(const Line& line);
  [[nodiscard]] std::optional<Record> finish();
  [[nodiscard]] Rejection reject_file(std::string reason) const;

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  LineReader lines_;
  JsonArticles articles_;
  std::uint64_t records_ = 0;
  bool begun_ = false;
  bool finished_ = false;
};

}  // namespace warraq::corpus
