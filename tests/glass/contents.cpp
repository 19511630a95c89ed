#include "tests/glass/contents.h"

#include <xapian.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

namespace warraq::tests {
namespace {

// Bytes that may be anything, so that a line shows where they end.
std::string quoted(const std::string& bytes) {
  std::ostringstream out;
  out << bytes.size() << ':' << bytes;
  return out.str();
}

std::string line_of_positions(Xapian::PositionIterator position,
                              const Xapian::PositionIterator& end) {
  std::ostringstream out;
  for (; position != end; ++position) out << ' ' << *position;
  return out.str();
}

void add_statistics(const Xapian::Database& database, Lines& lines) {
  std::ostringstream out;
  out << "documents " << database.get_doccount() << " last " << database.get_lastdocid()
      << " total length " << database.get_total_length() << " average " << database.get_avlength()
      << " shortest " << database.get_doclength_lower_bound() << " longest "
      << database.get_doclength_upper_bound() << " positions " << database.has_positions();
  lines.push_back(out.str());
}

void add_terms(const Xapian::Database& database, Lines& lines) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::ostringstream out;
    out << "term " << quoted(*term) << ' ' << term.get_termfreq() << ' '
        << database.get_termfreq(*term) << ' ' << database.get_collection_freq(*term) << ' '
        << database.get_wdf_upper_bound(*term) << " in";
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
         ++posting) {
      out << ' ' << *posting << '*' << posting.get_wdf() << '/' << posting.get_doclength();
      out << '@' << line_of_positions(posting.positionlist_begin(), posting.positionlist_end());
    }
    lines.push_back(out.str());
  }
}

void add_document(const Xapian::Database& database, Xapian::docid docid, Lines& lines,
                  std::set<Xapian::valueno>& slots) {
  const Xapian::Document document = database.get_document(docid);
  std::ostringstream out;
  out << "document " << docid << " length " << database.get_doclength(docid) << " unique "
      << database.get_unique_terms(docid) << " data " << quoted(document.get_data()) << " values";
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    out << ' ' << value.get_valueno() << '=' << quoted(*value);
    slots.insert(value.get_valueno());
  }
  out << " terms " << document.termlist_count();
  for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term) {
    out << ' ' << quoted(*term) << '*' << term.get_wdf() << '/' << term.get_termfreq();
    const auto begin = database.positionlist_begin(docid, *term);
    out << '@' << line_of_positions(begin, database.positionlist_end(docid, *term));
  }
  lines.push_back(out.str());
}

void add_slot(const Xapian::Database& database, Xapian::valueno slot, Lines& lines) {
  std::ostringstream out;
  out << "slot " << slot << " in " << database.get_value_freq(slot) << " from "
      << quoted(database.get_value_lower_bound(slot)) << " to "
      << quoted(database.get_value_upper_bound(slot));
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
       ++value) {
    out << ' ' << value.get_docid() << '=' << quoted(*value);
  }
  lines.push_back(out.str());
}

}  // namespace

Lines lines_of(const std::filesystem::path& path) {
  const Xapian::Database database(path);
  Lines lines;
  add_statistics(database, lines);
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    lines.push_back("metadata " + quoted(*key) + '=' + quoted(database.get_metadata(*key)));
  }
  std::set<Xapian::valueno> slots;
  for (auto docid = database.postlist_begin({}); docid != database.postlist_end({}); ++docid) {
    add_document(database, *docid, lines, slots);
  }
  for (const Xapian::valueno slot : slots) add_slot(database, slot, lines);
  add_terms(database, lines);
  return lines;
}

std::string difference(const Lines& left, const Lines& right) {
  constexpr std::size_t kShown = 600;
  const auto differ = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  if (differ.first == left.end() && differ.second == right.end()) return {};
  const std::string one = differ.first == left.end() ? "nothing" : *differ.first;
  const std::string other = differ.second == right.end() ? "nothing" : *differ.second;
  return one.substr(0, kShown) + "\nagainst\n" + other.substr(0, kShown);
}

std::string faults_of(const std::filesystem::path& database) {
  std::ostringstream out;
  try {
    if (Xapian::Database::check(database, 0, &out) == 0) return {};
  } catch (const Xapian::Error& error) {
    out << error.get_description();
  }
  return out.str();
}

int levels_of(const std::filesystem::path& database, const std::string& table) {
  constexpr std::string_view kLabel = "levels=";
  std::ostringstream out;
  Xapian::Database::check(database / (table + ".glass"), Xapian::DBCHECK_SHOW_STATS, &out);
  const std::string shown = out.str();
  return std::stoi(shown.substr(shown.find(kLabel) + kLabel.size()));
}

}  // namespace warraq::tests
