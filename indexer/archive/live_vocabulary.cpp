#include "indexer/archive/live_vocabulary.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "indexer/archive/merged_words.h"
#include "indexer/archive/schema.h"

namespace warraq::archive {
namespace {

bool has_parts(const Xapian::Database& live) {
  const std::string prefix(metadata::kVocabularyPrefix);
  return live.metadata_keys_begin(prefix) != live.metadata_keys_end(prefix);
}

class LiveVocabulary final : public Vocabulary {
 public:
  explicit LiveVocabulary(Xapian::Database live) : live_(std::move(live)) {}

  void for_each(std::string_view prefix, const Take& take) const override {
    words_of_all().for_each(prefix, take);
  }
  void find(std::string_view normalised, const Take& take) const override {
    words_of_all().find(normalised, take);
  }
  void with_mark(std::uint16_t mark, const Take& take) const override {
    words_of_all().with_mark(mark, take);
  }
  [[nodiscard]] std::unique_ptr<WordCursor> words(std::string_view from) const override {
    return words_of_all().words(from);
  }

 private:
  [[nodiscard]] const MergedVocabulary& words_of_all() const {
    if (!all_) {
      const auto parts = vocabulary_parts(live_);
      all_.emplace(std::vector<std::shared_ptr<const Vocabulary>>(parts.begin(), parts.end()));
    }
    return *all_;
  }

  Xapian::Database live_;
  mutable std::optional<MergedVocabulary> all_;
};

}  // namespace

std::vector<std::shared_ptr<const FrontCodedWords>> vocabulary_parts(const Xapian::Database& live) {
  std::vector<std::shared_ptr<const FrontCodedWords>> parts;
  for (;;) {
    std::string bytes = live.get_metadata(vocabulary_key(parts.size()));
    if (bytes.empty()) return parts;
    parts.push_back(std::make_shared<const FrontCodedWords>(std::move(bytes)));
  }
}

std::shared_ptr<const Vocabulary> live_vocabulary(const Xapian::Database& live) {
  if (live.get_doccount() > 0 && !has_parts(live)) return nullptr;
  return std::make_shared<const LiveVocabulary>(live);
}

}  // namespace warraq::archive
