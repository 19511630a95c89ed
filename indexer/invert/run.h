// A sorted run: consecutive articles, inverted, in files that a merge reads from beginning to end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/document_writer.h"
#include "indexer/glass/slot_statistics.h"
#include "indexer/invert/stream.h"
#include "indexer/invert/term_blocks.h"
#include "indexer/words/word_run.h"

namespace warraq::indexer {

/// The folder of a run, and what there is to know before it is read. Documents are numbered from 0
/// inside it.
struct Run {
  std::filesystem::path folder;
  std::uint32_t documents = 0;

  /// Terms with, for each document, the term's frequency in it.
  [[nodiscard]] std::filesystem::path postings() const { return folder / "postings"; }
  /// Its words in every spelling (words/word_run.h).
  [[nodiscard]] std::filesystem::path words() const { return folder / "words"; }
  /// Id terms in byte order, each with its document.
  [[nodiscard]] std::filesystem::path ids() const { return folder / "ids"; }
  /// What there is to know of each value slot, in order of slot. A file, because the least and the
  /// greatest value may be whole streams of words.
  [[nodiscard]] std::filesystem::path slots() const { return folder / "slots"; }
  /// The values of each of those slots: document and value, again and again.
  [[nodiscard]] std::filesystem::path values() const { return folder / "values"; }
  /// The documents' lengths.
  [[nodiscard]] std::filesystem::path lengths() const { return folder / "lengths"; }
  /// What near duplicates are found by, a document after the other (duplicates/group.h).
  [[nodiscard]] std::filesystem::path sketches() const { return folder / "sketches"; }
  /// The documents' tags for the tables that are keyed by document.
  [[nodiscard]] std::filesystem::path documents_file() const { return folder / "documents"; }
};

/// The files of a new run. Used by one thread.
struct RunOutput {
  /// Creates the run's folder.
  explicit RunOutput(const Run& run);
  void finish();

  TermBlocksOutput postings;
  WordRunOutput words;
  OutputStream ids;
  OutputStream slots;
  OutputStream values;
  OutputStream lengths;
  OutputStream sketches;
  OutputStream documents;

 private:
  explicit RunOutput(const Run& run, bool made);
};

void put_slot(OutputStream& out, const glass::SlotStatistics& slot);
[[nodiscard]] std::vector<glass::SlotStatistics> read_slots(const Run& run);

void put_document(OutputStream& out, const glass::DocumentTags& tags);
/// The views are valid until the next call with the same `storage`.
[[nodiscard]] glass::DocumentTags get_document(InputStream& in, std::string& storage);

}  // namespace warraq::indexer
