#include "indexer/glass/postlist_writer.h"

#include <stdexcept>
#include <string>

namespace warraq::glass {
namespace {

constexpr std::string_view kLengthsKey("\0\xe0", 2);

}  // namespace

void PostlistWriter::begin_lengths() {
  begin_list(List::lengths);
  key_.append(kLengthsKey);
  documents_ = 0;
  occurrences_ = 0;
}

void PostlistWriter::add_length(std::uint32_t docid, std::uint32_t length) {
  expect(List::lengths);
  append(docid, length);
  ++statistics_.documents;
  statistics_.last_docid = docid;
  statistics_.total_length += length;
  statistics_.longest = std::max(statistics_.longest, length);
  if (length != 0 && (statistics_.shortest == 0 || length < statistics_.shortest)) {
    statistics_.shortest = length;
  }
}

void PostlistWriter::end_lengths() {
  expect(List::lengths);
  if (first_docid_ != 0) write_chunk(true);
  list_ = List::none;
}

void PostlistWriter::begin_term(std::string_view term, std::uint32_t documents,
                                std::uint32_t occurrences) {
  begin_list(List::term);
  if (term.empty()) throw std::logic_error("a term is empty");
  key_.append_escaped(term);
  documents_ = documents;
  occurrences_ = occurrences;
  found_documents_ = 0;
  found_occurrences_ = 0;
}

void PostlistWriter::end_term() {
  expect(List::term);
  if (found_documents_ == 0 || found_documents_ != documents_ ||
      found_occurrences_ != occurrences_) {
    throw std::logic_error("the postings of a term do not match its frequencies");
  }
  write_chunk(true);
  list_ = List::none;
}

DatabaseStatistics PostlistWriter::finish() const {
  expect(List::none);
  if (statistics_.greatest_wdf > statistics_.longest) {
    throw std::logic_error("a document is shorter than a term's frequency in it");
  }
  return statistics_;
}

void PostlistWriter::begin_list(List list) {
  expect(List::none);
  list_ = list;
  key_.truncate(0);
  first_docid_ = 0;
  last_docid_ = 0;
  first_chunk_ = true;
  end_ = postings();
}

void PostlistWriter::begin_chunk(std::uint32_t docid) {
  if (first_docid_ != 0) write_chunk(false);
  first_docid_ = docid;
}

void PostlistWriter::write_chunk(bool last) {
  std::array<char, kMaxHeaderBytes> header;
  char* end = header.data();
  if (first_chunk_) {
    end = write_uint(end, documents_);
    end = write_uint(end, occurrences_);
    end = write_uint(end, first_docid_ - 1);
  } else {
    key_.truncate(list_bytes_);
    key_.append_sortable_uint(first_docid_);
  }
  *end++ = last ? '1' : '0';
  end = write_uint(end, last_docid_ - first_docid_);
  char* const begin = std::copy_backward(header.data(), end, postings());
  table_.add(key_.view(), {begin, static_cast<std::size_t>(end_ - begin)});
  if (!first_chunk_) return;
  if (list_ == List::term) key_.append_terminator();
  list_bytes_ = key_.size();
  first_chunk_ = false;
}

void PostlistWriter::throw_out_of_turn() {
  throw std::logic_error("a posting, or a list of them, comes out of its turn");
}

}  // namespace warraq::glass
