#include "indexer/write/vocabulary_file.h"

#include <xapian.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/dictionaries.h"
#include "indexer/run/stop_check.h"
#include "indexer/words/stored_words.h"
#include "indexer/words/word_counter.h"
#include "indexer/words/word_run.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// Runs that are read side by side.
constexpr std::size_t kMaxRunsAtOnce = 128;

void write_run(const WordCounter& words, const fs::path& path) {
  WordRunOutput out(path);
  words.for_each([&](const archive::VocabularyWord& word) { out.add(word); });
  out.finish();
}

fs::path merge_runs(std::span<const fs::path> runs, const std::stop_token& stop) {
  fs::path merged = runs.front().string() + "+";
  const auto words = read_word_runs(runs);
  WordRunOutput out(merged);
  StopCheck check(stop);
  while (words->next()) {
    check.look();
    out.add(words->word());
  }
  out.finish();
  return merged;
}

void remove_all(std::span<const fs::path> runs) {
  for (const fs::path& run : runs) fs::remove(run);
}

}  // namespace

VocabularyFile::VocabularyFile(const fs::path& shard)
    : shard_(shard), file_(shard / archive::kVocabularyFile) {}

void VocabularyFile::put(archive::WordCursor& words, const std::stop_token& stop) {
  FrontCoder coder([this](std::string_view bytes) { file_.put(bytes); });
  StopCheck check(stop);
  while (words.next()) {
    check.look();
    coder.add(words.word());
  }
  contents_ = coder.finish();
}

void VocabularyFile::finish() {
  file_.finish(contents_, archive::kVocabularyMagic, Xapian::Database(shard_.string()));
}

std::vector<fs::path> count_stored_words(const fs::path& folder, const fs::path& work,
                                         const std::string& name,
                                         const analyzers::Analyzer& analyzer, std::size_t memory,
                                         const std::stop_token& stop) {
  const Xapian::Database database(folder.string());
  StoredWords stored(analyzer);
  for (const std::string& dictionary : archive::dictionaries_of(database)) {
    stored.add_dictionary(dictionary);
  }
  std::vector<fs::path> runs;
  WordCounter words;
  const auto write = [&] {
    runs.push_back(work / (name + "-" + std::to_string(runs.size())));
    write_run(words, runs.back());
    words.clear();
  };
  StopCheck check(stop);
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    check.look();
    try {
      stored.count(database.get_document(*number, Xapian::DOC_ASSUME_VALID).get_data(), words);
    } catch (const std::invalid_argument& error) {
      throw Xapian::DatabaseCorruptError("document " + std::to_string(*number) + " is stored as " +
                                         error.what());
    }
    if (words.memory() > memory) write();
  }
  if (!words.empty()) write();
  return runs;
}

void write_vocabulary(std::vector<fs::path> runs, const fs::path& shard,
                      const std::stop_token& stop) {
  while (runs.size() > kMaxRunsAtOnce) {
    std::vector<fs::path> merged;
    for (std::size_t first = 0; first < runs.size(); first += kMaxRunsAtOnce) {
      const auto group =
          std::span(runs).subspan(first, std::min(kMaxRunsAtOnce, runs.size() - first));
      merged.push_back(merge_runs(group, stop));
      remove_all(group);
    }
    runs = std::move(merged);
  }
  VocabularyFile file(shard);
  file.put(*read_word_runs(runs), stop);
  file.finish();
  remove_all(runs);
}

}  // namespace warraq::indexer
