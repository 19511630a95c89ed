#include "indexer/invert/merge_runs.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/schema.h"
#include "indexer/glass/database_writer.h"
#include "indexer/glass/termlist.h"
#include "indexer/invert/block_reader.h"
#include "indexer/invert/term_merge.h"
#include "indexer/run/side_by_side.h"
#include "indexer/run/stop_check.h"
#include "indexer/write/vocabulary_file.h"

namespace warraq::indexer {
namespace {

using Runs = std::span<const Run>;

void merge_terms(Runs runs, TermBlocksOutput& out, const std::stop_token& stop) {
  StopCheck check(stop);
  TermMerge terms(runs, 0);
  while (terms.next()) {
    check.look();
    out.begin_term(terms.term(), terms.summary());
    for (const auto& part : terms.parts()) {
      while (part.input->next_block()) {
        const Block& block = part.input->block();
        out.add({part.base + block.first_document, block.entries});
      }
    }
    out.end_term();
  }
}

/// The values of the slots of several runs, slot by slot.
class Values {
 public:
  explicit Values(Runs runs) : runs_(runs), next_slots_(runs.size()) {
    streams_.reserve(runs.size());
    slots_.resize(runs.size());
    for (std::size_t run = 0; run < runs.size(); ++run) {
      streams_.push_back(std::make_unique<InputStream>(runs[run].values()));
      for (const glass::SlotStatistics& slot : read_slots(runs[run])) {
        slots_[run].push_back({slot.slot, slot.frequency});
      }
    }
  }

  // Calls `take(document, value)` for all values of `slot`; slots are asked for in order.
  template <typename Take>
  void take(std::uint32_t slot, std::uint32_t first, Take take) {
    for (std::size_t run = 0; run < runs_.size(); first += runs_[run].documents, ++run) {
      const auto& slots = slots_[run];
      std::size_t& next = next_slots_[run];
      if (next == slots.size() || slots[next].number != slot) continue;
      for (std::uint32_t left = slots[next].frequency; left > 0; --left) {
        const auto document = streams_[run]->get_number<std::uint32_t>();
        take(first + document, streams_[run]->get_string());
      }
      // A stream holds the largest value that it read: not those of all runs at the same time.
      if (++next == slots.size()) streams_[run].reset();
    }
  }

 private:
  struct Slot {
    std::uint32_t number = 0;
    std::uint32_t frequency = 0;
  };

  Runs runs_;
  std::vector<std::vector<Slot>> slots_;
  std::vector<std::unique_ptr<InputStream>> streams_;  // null after their last slot
  std::vector<std::size_t> next_slots_;
};

std::vector<glass::SlotStatistics> all_slots(Runs runs) {
  std::map<std::uint32_t, glass::SlotStatistics> slots;
  for (const Run& run : runs) {
    for (const glass::SlotStatistics& slot : read_slots(run)) {
      const auto [known, is_new] = slots.try_emplace(slot.slot, slot);
      if (!is_new) known->second.merge(slot);
    }
  }
  std::vector<glass::SlotStatistics> result;
  result.reserve(slots.size());
  for (const auto& [number, slot] : slots) result.push_back(slot);
  return result;
}

void merge_values(Runs runs, RunOutput& to) {
  Values values(runs);
  for (const glass::SlotStatistics& slot : all_slots(runs)) {
    put_slot(to.slots, slot);
    OutputStream& out = to.values;
    values.take(slot.slot, 0, [&](std::uint32_t document, std::string_view value) {
      out.put_number(document);
      out.put_string(value);
    });
  }
}

std::unique_ptr<archive::WordCursor> read_words(Runs runs) {
  std::vector<std::filesystem::path> files;
  files.reserve(runs.size());
  for (const Run& run : runs) files.push_back(run.words());
  return read_word_runs(files);
}

void merge_words(Runs runs, WordRunOutput& out, const std::stop_token& stop) {
  StopCheck check(stop);
  for (const auto words = read_words(runs); words->next(); out.add(words->word())) check.look();
}

// Ids are looked through before: a merged run needs none.
Run merge_to_run(Runs runs, const std::filesystem::path& folder, const std::stop_token& stop) {
  Run merged{folder, 0};
  for (const Run& run : runs) merged.documents += run.documents;
  RunOutput out(merged);
  merge_terms(runs, out.postings, stop);
  merge_words(runs, out.words, stop);
  merge_values(runs, out);
  StopCheck check(stop);
  std::string storage;
  for (const Run& run : runs) {
    InputStream documents(run.documents_file());
    InputStream lengths(run.lengths());
    for (std::uint32_t document = 0; document < run.documents; ++document) {
      check.look();
      out.lengths.put_number(lengths.get_number<std::uint32_t>());
      put_document(out.documents, get_document(documents, storage));
    }
  }
  out.finish();
  return merged;
}

void remove_all(Runs runs) {
  for (const Run& run : runs) std::filesystem::remove_all(run.folder);
}

std::vector<Run> merge_groups(const std::vector<Run>& runs, const std::stop_token& stop) {
  std::vector<Run> merged;
  for (std::size_t first = 0; first < runs.size(); first += kMaxRunsAtOnce) {
    const Runs group = Runs(runs).subspan(first, std::min(kMaxRunsAtOnce, runs.size() - first));
    merged.push_back(merge_to_run(group, group.front().folder.string() + "+", stop));
    remove_all(group);
  }
  return merged;
}

// In the order of their numbers.
void add_slot_of_groups(const DuplicateGroups& duplicates,
                        std::vector<glass::SlotStatistics>& slots) {
  glass::SlotStatistics groups;
  groups.slot = archive::slot::kDuplicateGroup;
  duplicates.for_each_joined([&](std::uint32_t /*document*/, std::uint64_t group) {
    groups.add(archive::encode_duplicate_group(group));
  });
  if (groups.frequency == 0) return;
  const auto place = std::find_if(slots.begin(), slots.end(),
                                  [&](const auto& slot) { return slot.slot > groups.slot; });
  slots.insert(place, std::move(groups));
}

void write_values(Runs runs, const DuplicateGroups& duplicates, glass::ValueWriter& out,
                  StopCheck& check) {
  std::vector<glass::SlotStatistics> slots = all_slots(runs);
  add_slot_of_groups(duplicates, slots);
  out.add_statistics(slots);
  Values values(runs);
  for (const glass::SlotStatistics& slot : slots) {
    out.begin_slot(slot.slot);
    if (slot.slot == archive::slot::kDuplicateGroup) {
      duplicates.for_each_joined([&](std::uint32_t document, std::uint64_t group) {
        check.look();
        out.add(document + 1, archive::encode_duplicate_group(group));
      });
    }
    values.take(slot.slot, 1, [&](std::uint32_t document, std::string_view value) {
      check.look();
      out.add(document, value);
    });
    out.end_slot();
  }
  out.finish();
}

void write_lengths(Runs runs, glass::PostlistWriter& out) {
  out.begin_lengths();
  std::uint32_t document = 0;
  for (const Run& run : runs) {
    InputStream lengths(run.lengths());
    for (std::uint32_t left = run.documents; left > 0; --left) {
      out.add_length(++document, lengths.get_number<std::uint32_t>());
    }
  }
  out.end_lengths();
}

void write_postlists(Runs runs, const DuplicateGroups& duplicates, glass::DatabaseWriter& database,
                     const std::stop_token& stop) {
  StopCheck check(stop);
  write_values(runs, duplicates, database.values(), check);
  glass::PostlistWriter& out = database.postlists();
  write_lengths(runs, out);
  TermMerge terms(runs, 1);
  while (terms.next()) {
    check.look();
    out.begin_term(terms.term(), terms.summary().documents,
                   static_cast<std::uint32_t>(terms.summary().occurrences));
    for (const auto& part : terms.parts()) {
      while (part.input->next_block()) {
        for_each_posting(part.input->block(), [&](std::uint32_t document, std::uint32_t wdf) {
          out.add(part.base + document, wdf);
        });
      }
    }
    out.end_term();
  }
}

std::string with_slot(std::string_view used_slots, std::uint32_t slot) {
  std::vector<std::uint32_t> slots;
  NumberReader distances(used_slots);
  while (!distances.at_end()) {
    slots.push_back((slots.empty() ? 0 : slots.back() + 1) + distances.number());
  }
  slots.insert(std::lower_bound(slots.begin(), slots.end(), slot), slot);
  std::string result;
  glass::append_used_slots(result, slots);
  return result;
}

void write_documents(Runs runs, const DuplicateGroups& duplicates, glass::DocumentWriter& out,
                     const std::stop_token& stop) {
  StopCheck check(stop);
  std::string storage;
  std::string used_slots;
  std::uint32_t number = 0;
  for (const Run& run : runs) {
    InputStream documents(run.documents_file());
    for (std::uint32_t left = run.documents; left > 0; --left) {
      check.look();
      glass::DocumentTags tags = get_document(documents, storage);
      if (duplicates.has_joined(number)) {
        used_slots = with_slot(tags.used_slots, archive::slot::kDuplicateGroup);
        tags.used_slots = used_slots;
      }
      out.add(++number, tags);
    }
  }
}

}  // namespace

void write_database(std::vector<Run> runs, const archive::TextDictionary* dictionary,
                    const DuplicateGroups& duplicates, const std::filesystem::path& folder,
                    unsigned jobs, const std::stop_token& stop) {
  while (runs.size() > kMaxRunsAtOnce) runs = merge_groups(runs, stop);
  glass::DatabaseWriter database(folder);
  if (dictionary != nullptr) {
    database.add_metadata(archive::dictionary_key(dictionary->id()), dictionary->bytes());
  }
  VocabularyFile vocabulary(folder);
  const std::vector<std::function<void()>> tables = {
      [&] { write_postlists(runs, duplicates, database, stop); },
      [&] { write_documents(runs, duplicates, database.documents(), stop); },
      [&] { vocabulary.put(*read_words(runs), stop); }};
  run_side_by_side(tables, jobs);
  remove_all(runs);
  database.finish();
  vocabulary.finish();
}

}  // namespace warraq::indexer
