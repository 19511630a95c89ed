// SGML of the LDC and TREC kind: records between <DOC> and </DOC>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "corpus/input/buffered_input.h"
#include "corpus/markup/namespaces.h"
#include "corpus/markup/scanner.h"
#include "corpus/markup/tree.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Reads one <DOC> after the other, whatever stands between them; tags in any case. A record ends
/// at </DOC>, at the next <DOC> or at the input's end. Each is decoded on its own: its character
/// set must have ASCII in it. One that is too long or says nothing is a Rejection, and reading goes
/// on at the next. FORMATS.md has the names of tags. Ids are left as they are given, or empty.
class SgmlReader final : public Reader {
 public:
  /// `file` is the input's name for messages.
  SgmlReader(std::unique_ptr<BufferedInput> input, std::string file, std::size_t max_article_bytes);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  void begin_record(const MarkupToken& token);
  [[nodiscard]] std::optional<Record> read_record();
  [[nodiscard]] Record parse(std::string_view bytes, Origin origin);
  void build_tree(std::string_view text);
  [[nodiscard]] std::optional<Record> finish();
  [[nodiscard]] Rejection reject_size(std::uint64_t size, Origin origin) const;

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  MarkupScanner scanner_;
  MarkupTree tree_;
  Namespaces namespaces_;
  std::uint64_t records_ = 0;
  bool begun_ = false;  ///< a <DOC> was read, at begin_ on line_
  std::uint64_t begin_ = 0;
  std::uint64_t line_ = 0;
  bool finished_ = false;
};

}  // namespace warraq::corpus
