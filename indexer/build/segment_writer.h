// Where a batch's articles go: one small database, to be merged with the others.
#pragma once

#include <filesystem>
#include <memory>

#include "indexer/archive/stored_text.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {

/// Writes one segment. What is put in here decides how a build makes its databases: another way to
/// write the same database is another implementation. Used by one thread.
class SegmentWriter {
 public:
  SegmentWriter() = default;
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;
  virtual ~SegmentWriter() = default;

  virtual void add(const ArticleTerms& article) = 0;
  /// After the last article; before it the segment is not whole.
  virtual void finish() = 0;
};

/// Through Xapian's API. May throw Xapian::Error, like what it returns, which `dictionary` must
/// outlive; null: none.
[[nodiscard]] std::unique_ptr<SegmentWriter> make_xapian_segment(
    const std::filesystem::path& folder, const archive::TextDictionary* dictionary);

}  // namespace warraq::indexer
