#include "searcher/engine/archive_vocabulary.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace warraq::searcher {
namespace {

std::vector<std::shared_ptr<const archive::Vocabulary>> parts_of(
    const archive::OpenArchive& archive) {
  std::vector<std::shared_ptr<const archive::Vocabulary>> parts;
  for (const archive::OpenedDatabase& database : archive.databases()) {
    if (database.vocabulary) parts.push_back(database.vocabulary);
  }
  return parts;
}

}  // namespace

void FormGatherer::begin(const archive::VocabularyWord& word) {
  form_.normalised.assign(word.normalised);
  form_.occurrences = 0;
  most_ = 0;
  add(word);
}

void FormGatherer::add(const archive::VocabularyWord& word) {
  form_.occurrences += word.occurrences;
  if (word.occurrences <= most_) return;
  most_ = word.occurrences;
  form_.spelling.assign(word.exact);
  form_.stop = word.stop;
}

ArchiveVocabulary::ArchiveVocabulary(const archive::OpenArchive& archive)
    : archive_(archive),
      is_complete_(
          std::all_of(archive.databases().begin(), archive.databases().end(),
                      [](const auto& database) { return database.vocabulary != nullptr; })),
      words_(parts_of(archive)) {}

void ArchiveVocabulary::with_mark(std::size_t database, std::uint16_t mark,
                                  const archive::Vocabulary::Take& take) const {
  if (const auto& words = archive_.databases()[database].vocabulary) words->with_mark(mark, take);
}

std::optional<WordForm> ArchiveVocabulary::form(std::string_view normalised,
                                                StopWords stop_words) const {
  FormGatherer gathered;
  words_.find(normalised, [&](const archive::VocabularyWord& word) {
    if (word.stop && stop_words == StopWords::left_out) return;
    if (gathered.empty()) {
      gathered.begin(word);
    } else {
      gathered.add(word);
    }
  });
  return gathered.empty() ? std::nullopt : std::optional(gathered.form());
}

std::uint64_t ArchiveVocabulary::occurrences(std::string_view normalised) const {
  std::uint64_t sum = 0;
  words_.find(normalised, [&](const archive::VocabularyWord& word) { sum += word.occurrences; });
  return sum;
}

bool lacks_vocabulary(const archive::OpenArchive& archive) {
  return std::any_of(archive.databases().begin(), archive.databases().end(), [](const auto& each) {
    return !each.vocabulary && each.database.get_doccount() > 0;
  });
}

}  // namespace warraq::searcher
