#include <xapian.h>

#include "indexer/archive/dictionaries.h"
#include "indexer/build/segment_writer.h"
#include "indexer/write/document.h"

namespace warraq::indexer {
namespace {

// A segment is read once by this process and removed: nothing of it must survive a power cut.
constexpr int kFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

class XapianSegment final : public SegmentWriter {
 public:
  XapianSegment(const std::filesystem::path& folder, const archive::TextDictionary* dictionary)
      : database_(folder.string(), kFlags), texts_(dictionary) {
    if (dictionary != nullptr) archive::keep_dictionary(database_, *dictionary);
  }

  void add(const ArticleTerms& article) override {
    database_.add_document(make_document(article, texts_));
  }
  void finish() override { database_.commit(); }

 private:
  Xapian::WritableDatabase database_;
  archive::StoredTextWriter texts_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_xapian_segment(const std::filesystem::path& folder,
                                                   const archive::TextDictionary* dictionary) {
  return std::make_unique<XapianSegment>(folder, dictionary);
}

}  // namespace warraq::indexer
