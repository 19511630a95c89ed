#include "indexer/invert/copy_run.h"

#include <optional>
#include <string>

#include "indexer/duplicates/group.h"
#include "indexer/invert/block_builder.h"
#include "indexer/invert/block_reader.h"

namespace warraq::indexer {
namespace {

/// Old numbers to new ones.
class Numbering {
 public:
  Numbering(std::uint32_t documents, const std::vector<std::uint32_t>& dropped)
      : numbers_(documents) {
    auto next = dropped.begin();
    std::uint32_t number = 0;
    for (std::uint32_t document = 0; document < documents; ++document) {
      const bool is_dropped = next != dropped.end() && *next == document;
      if (is_dropped) ++next;
      numbers_[document] = is_dropped ? kDropped : number++;
    }
    kept_ = number;
  }

  [[nodiscard]] std::optional<std::uint32_t> of(std::uint32_t document) const {
    const std::uint32_t number = numbers_[document];
    return number == kDropped ? std::nullopt : std::optional(number);
  }
  [[nodiscard]] std::uint32_t kept() const { return kept_; }

 private:
  static constexpr std::uint32_t kDropped = UINT32_MAX;
  std::vector<std::uint32_t> numbers_;
  std::uint32_t kept_ = 0;
};

void copy_terms(TermBlocksInput in, TermBlocksOutput& out, const Numbering& numbering) {
  BlockBuilder blocks;
  while (in.next_term()) {
    std::uint64_t occurrences = 0;
    while (in.next_block()) {
      for_each_posting(in.block(), [&](std::uint32_t document, std::uint32_t wdf) {
        const auto number = numbering.of(document);
        if (!number) return;
        blocks.add(*number, wdf);
        occurrences += wdf;
      });
    }
    blocks.write(out, in.term(), occurrences);
  }
}

void copy_ids(const Run& run, RunOutput& out, const Numbering& numbering) {
  InputStream in(run.ids());
  while (!in.at_end()) {
    const std::string term(in.get_string());
    if (const auto number = numbering.of(in.get_number<std::uint32_t>())) {
      out.ids.put_string(term);
      out.ids.put_number(*number);
    }
  }
}

void copy_values(const Run& run, RunOutput& out, const Numbering& numbering) {
  InputStream in(run.values());
  for (const glass::SlotStatistics& slot : read_slots(run)) {
    glass::SlotStatistics statistics;
    statistics.slot = slot.slot;
    for (std::uint32_t left = slot.frequency; left > 0; --left) {
      const auto number = numbering.of(in.get_number<std::uint32_t>());
      const std::string_view value = in.get_string();
      if (!number) continue;
      statistics.add(value);
      out.values.put_number(*number);
      out.values.put_string(value);
    }
    if (statistics.frequency > 0) put_slot(out.slots, statistics);
  }
}

// Returns the words of those that are dropped.
WordCounter copy_documents(const Run& run, RunOutput& out, const Numbering& numbering,
                           StoredWords& stored) {
  WordCounter dropped;
  InputStream documents(run.documents_file());
  InputStream lengths(run.lengths());
  std::string storage;
  for (std::uint32_t document = 0; document < run.documents; ++document) {
    const auto length = lengths.get_number<std::uint32_t>();
    const glass::DocumentTags tags = get_document(documents, storage);
    if (!numbering.of(document)) {
      stored.count(tags.data, dropped);
      continue;
    }
    out.lengths.put_number(length);
    put_document(out.documents, tags);
  }
  return dropped;
}

void copy_words(const Run& run, RunOutput& out, const WordCounter& dropped) {
  WordRunInput words(run.words());
  bool more = words.next();
  const auto put = [&](std::uint64_t fewer) {
    archive::VocabularyWord word = words.word();
    word.occurrences -= fewer;
    if (word.occurrences > 0) out.words.add(word);
    more = words.next();
  };
  dropped.for_each([&](const archive::VocabularyWord& fewer) {
    while (more && archive::compare_words(words.word(), fewer) < 0) put(0);
    if (more) put(fewer.occurrences);
  });
  while (more) put(0);
}

void copy_sketches(const Run& run, RunOutput& out, const Numbering& numbering) {
  InputStream sketches(run.sketches());
  for (std::uint32_t document = 0; document < run.documents; ++document) {
    const SketchedArticle article = get_sketch(sketches);
    if (numbering.of(document)) put_sketch(out.sketches, article);
  }
}

}  // namespace

Run copy_without(const Run& run, const std::vector<std::uint32_t>& dropped,
                 const std::filesystem::path& folder, StoredWords& stored) {
  const Numbering numbering(run.documents, dropped);
  Run copy{folder, numbering.kept()};
  RunOutput out(copy);
  copy_terms(TermBlocksInput(run.postings()), out.postings, numbering);
  copy_ids(run, out, numbering);
  copy_values(run, out, numbering);
  copy_words(run, out, copy_documents(run, out, numbering, stored));
  copy_sketches(run, out, numbering);
  out.finish();
  return copy;
}

}  // namespace warraq::indexer
