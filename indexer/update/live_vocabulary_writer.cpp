#include "indexer/update/live_vocabulary_writer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/merged_words.h"
#include "indexer/archive/schema.h"
#include "indexer/write/front_coder.h"

namespace warraq::indexer {
namespace {

// A part stands as long as those behind it are smaller by this: of a hundred thousand articles,
// added one by one, each word is written some eight times.
constexpr std::size_t kTimesLarger = 4;

std::string merged(const archive::FrontCodedWords& left, const archive::FrontCodedWords& right) {
  std::vector<std::unique_ptr<archive::WordCursor>> cursors;
  cursors.push_back(left.words({}));
  cursors.push_back(right.words({}));
  archive::MergedWords words(std::move(cursors));
  return front_coded(words);
}

}  // namespace

LiveVocabularyWriter::LiveVocabularyWriter(Xapian::WritableDatabase& live) : live_(live) {
  const std::string prefix(archive::metadata::kVocabularyPrefix);
  for (auto key = live.metadata_keys_begin(prefix); key != live.metadata_keys_end(prefix); ++key) {
    ++parts_;
  }
  is_kept_ = parts_ > 0 || live.get_doccount() == 0;
}

void LiveVocabularyWriter::write() {
  if (!is_kept_) words_.clear();
  if (words_.empty()) return;
  std::string part = front_coded(words_);
  words_.clear();
  while (parts_ > 0) {
    const std::string key = archive::vocabulary_key(parts_ - 1);
    std::string last = live_.get_metadata(key);
    if (last.size() >= kTimesLarger * part.size()) break;
    part = merged(archive::FrontCodedWords(std::move(last)),
                  archive::FrontCodedWords(std::move(part)));
    live_.set_metadata(key, "");
    --parts_;
  }
  live_.set_metadata(archive::vocabulary_key(parts_++), part);
}

}  // namespace warraq::indexer
