#include "tests/glass/write_model.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/glass/termlist.h"

namespace warraq::tests {
namespace {

using Postings = std::vector<std::pair<std::uint32_t, const ModelTerm*>>;

std::map<std::string_view, Postings> inverted(const Model& model) {
  std::map<std::string_view, Postings> result;
  for (const auto& [docid, document] : model.documents) {
    for (const auto& [text, term] : document.terms) result[text].emplace_back(docid, &term);
  }
  return result;
}

std::uint32_t length_of(const ModelDocument& document) {
  std::uint32_t length = 0;
  for (const auto& [text, term] : document.terms) length += term.wdf;
  return length;
}

void write_documents(const Model& model, glass::DocumentWriter& writer) {
  for (const auto& [docid, document] : model.documents) {
    std::vector<glass::TermFrequency> terms;
    terms.reserve(document.terms.size());
    for (const auto& [text, term] : document.terms) terms.push_back({text, term.wdf});
    std::vector<std::uint32_t> slots;
    slots.reserve(document.values.size());
    for (const auto& [slot, value] : document.values) slots.push_back(slot);
    std::string termlist;
    glass::append_termlist(termlist, terms);
    std::string used_slots;
    glass::append_used_slots(used_slots, slots);
    glass::DocumentTags tags;
    tags.termlist = termlist;
    tags.used_slots = used_slots;
    tags.data = document.data;
    // Xapian gives back the same either way.
    tags.data_compressed = docid % 2 == 1 && !document.data.empty();
    writer.add(docid, tags);
  }
}

void write_values(const Model& model, glass::ValueWriter& writer) {
  std::map<std::uint32_t, glass::SlotStatistics> by_slot;
  for (const auto& [docid, document] : model.documents) {
    for (const auto& [slot, value] : document.values) {
      by_slot[slot].slot = slot;
      by_slot[slot].add(value);
    }
  }
  std::vector<glass::SlotStatistics> statistics;
  statistics.reserve(by_slot.size());
  for (const auto& [slot, one] : by_slot) statistics.push_back(one);
  writer.add_statistics(statistics);
  std::sort(statistics.begin(), statistics.end(), [](const auto& left, const auto& right) {
    return glass::slot_precedes(left.slot, right.slot);
  });
  for (const glass::SlotStatistics& slot : statistics) {
    writer.begin_slot(slot.slot);
    for (const auto& [docid, document] : model.documents) {
      const auto value = document.values.find(slot.slot);
      if (value != document.values.end()) writer.add(docid, value->second);
    }
    writer.end_slot();
  }
}

void write_lengths(const Model& model, glass::PostlistWriter& writer) {
  writer.begin_lengths();
  for (const auto& [docid, document] : model.documents) {
    writer.add_length(docid, length_of(document));
  }
  writer.end_lengths();
}

void write_term(std::string_view text, const Postings& postings, glass::DatabaseWriter& writer) {
  std::uint32_t occurrences = 0;
  for (const auto& [docid, term] : postings) occurrences += term->wdf;
  writer.postlists().begin_term(text, static_cast<std::uint32_t>(postings.size()), occurrences);
  writer.positions().begin_term(text);
  for (const auto& [docid, term] : postings) {
    writer.postlists().add(docid, term->wdf);
    if (!term->positions.empty()) writer.positions().add(docid, term->positions);
  }
  writer.postlists().end_term();
}

}  // namespace

void write_in_bulk(const Model& model, const std::filesystem::path& folder,
                   const glass::DatabaseOptions& options) {
  glass::DatabaseWriter writer(folder, options);
  for (const auto& [key, value] : model.metadata) writer.add_metadata(key, value);
  write_values(model, writer.values());
  write_lengths(model, writer.postlists());
  for (const auto& [text, postings] : inverted(model)) write_term(text, postings, writer);
  write_documents(model, writer.documents());
  writer.finish();
}

Xapian::Document to_xapian(const ModelDocument& document) {
  Xapian::Document result;
  result.set_data(document.data);
  for (const auto& [slot, value] : document.values) result.add_value(slot, value);
  for (const auto& [text, term] : document.terms) {
    result.add_term(text, term.wdf);
    for (const std::uint32_t position : term.positions) result.add_posting(text, position, 0);
  }
  return result;
}

void write_by_xapian(const Model& model, const std::filesystem::path& folder) {
  Xapian::WritableDatabase database(
      folder, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  for (const auto& [key, value] : model.metadata) database.set_metadata(key, value);
  for (const auto& [docid, document] : model.documents) {
    if (docid == database.get_lastdocid() + 1) {
      database.add_document(to_xapian(document));
    } else {
      database.replace_document(docid, to_xapian(document));
    }
  }
  database.commit();
}

}  // namespace warraq::tests
