#include "indexer/update/vocabularies.h"

#include <xapian.h>

#include <algorithm>
#include <memory>

#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/live_vocabulary.h"
#include "indexer/words/word_run.h"
#include "indexer/write/vocabulary_file.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

using Parts = std::vector<std::shared_ptr<const archive::FrontCodedWords>>;

// What words are counted in, where they are.
constexpr std::size_t kMemoryForWords = std::size_t{64} << 20;

Parts parts_of(const fs::path& folder) {
  const Xapian::Database database(folder.string());
  if (auto words = archive::FrontCodedWords::open(folder, database)) return {std::move(words)};
  try {
    return archive::vocabulary_parts(database);
  } catch (const Xapian::DatabaseCorruptError&) {
    return {};
  }
}

}  // namespace

std::vector<fs::path> word_runs_of(const fs::path& original, const fs::path& copy,
                                   const fs::path& work, const std::string& name,
                                   const analyzers::Analyzer& analyzer,
                                   const std::stop_token& stop) {
  const Parts parts = parts_of(original);
  const bool are_whole =
      std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part->is_whole(); });
  if (parts.empty() || !are_whole) {
    return count_stored_words(copy, work, name, analyzer, kMemoryForWords, stop);
  }
  std::vector<fs::path> runs;
  for (const auto& part : parts) {
    runs.push_back(work / (name + "-" + std::to_string(runs.size())));
    WordRunOutput out(runs.back());
    part->for_each({}, [&](const archive::VocabularyWord& word) { out.add(word); });
    out.finish();
  }
  return runs;
}

}  // namespace warraq::indexer
