// XML: dumps with an element for each record, RSS and Atom, NewsML-G2, NITF, TEI.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "corpus/input/buffered_input.h"
#include "corpus/markup/scanner.h"
#include "corpus/markup/tree.h"
#include "corpus/xml/record_rule.h"
#include "corpus/xml/xml_text.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Reads record by record, whatever surrounds them: documents one after the other and records
/// without an element around all are as good as one document. What is not well-formed costs no
/// more than it must: a bare '&' or '<' is text, a missing end tag is made good at the end of the
/// record, a stray one means nothing. Nothing outside the input is ever read, and entities are
/// resolved only where a document declares them as short plain texts. A record that is too long,
/// too deep, cut off or says nothing is a Rejection, and reading goes on at the next. FORMATS.md
/// has the names of elements. Ids are left as they are given, or empty.
///
/// A parser for well-formed documents was tried first (libxml2 2.9.14, recovering): of "AT&T" it
/// makes "AT", and at "1 < 2", or a second root, it stops and gives up the rest of the file.
class XmlReader final : public Reader {
 public:
  /// `file` is the input's name for messages; `map` says where records and fields are in a dump,
  /// if it is not empty.
  XmlReader(std::unique_ptr<BufferedInput> input, std::string file, std::size_t max_article_bytes,
            FieldMap map);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  enum class End { whole, too_long, cut };

  [[nodiscard]] MarkupToken next_token();
  void begin();
  void read_outside(const MarkupToken& token);
  void start_outside(const MarkupToken& token);
  void read_record(const MarkupToken& token, RecordKind kind);
  [[nodiscard]] End read_to_end(std::string_view name, std::uint64_t begin);
  [[nodiscard]] bool ends_record(const MarkupToken& token, std::string_view name, bool in_tree);
  void take_articles(RecordKind kind, std::uint64_t begin);
  void take(XmlArticle article, std::string_view bytes);
  [[nodiscard]] Rejection reject_record(std::uint64_t line, std::string reason,
                                        std::string_view bytes);
  void reject_file(std::string reason);
  void finish();
  [[nodiscard]] const DeclaredEntities* entities();

  std::unique_ptr<BufferedInput> input_;
  std::string file_;
  std::size_t max_article_bytes_;
  FieldMap map_;
  XmlText text_;
  MarkupScanner scanner_;
  MarkupTree tree_;
  Namespaces namespaces_;
  DumpNames names_;
  RecordRule rule_;
  ElementPath path_;                 ///< elements that are open around records
  std::optional<MarkupToken> held_;  ///< read, and not yet used
  std::deque<Record> read_;
  std::string feed_title_;
  DeclaredEntities entities_;
  std::size_t declarations_read_ = 0;
  std::uint64_t records_ = 0;
  bool begun_ = false;
  bool finished_ = false;
};

}  // namespace warraq::corpus
