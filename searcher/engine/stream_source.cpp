#include "searcher/engine/stream_source.h"

#include <utility>

#include "indexer/archive/schema.h"

namespace warraq::searcher {

StreamSource::StreamSource(StreamPhrase phrase, std::string shown)
    : phrase_(std::move(phrase)), shown_(std::move(shown)) {}

// Xapian owns what this returns.
Xapian::PostingSource* StreamSource::clone() const { return new StreamSource(phrase_, shown_); }

void StreamSource::init(const Xapian::Database& database) {
  stream_ = database.valuestream_begin(archive::slot::kWordStream);
  started_ = false;
  documents_ = database.get_value_freq(archive::slot::kWordStream);
}

void StreamSource::next(double /*min_weight*/) {
  if (started_) ++stream_;
  started_ = true;
  pass_others();
}

void StreamSource::skip_to(Xapian::docid document, double /*min_weight*/) {
  started_ = true;
  if (!at_end()) stream_.skip_to(document);
  pass_others();
}

bool StreamSource::check(Xapian::docid document, double /*min_weight*/) {
  started_ = true;
  if (!at_end()) stream_.skip_to(document);
  if (!at_end() && stream_.get_docid() == document) return phrase_.stands_in(*stream_);
  pass_others();
  return true;
}

std::string StreamSource::get_description() const { return "Stands(" + shown_ + ')'; }

void StreamSource::pass_others() {
  while (!at_end() && !phrase_.stands_in(*stream_)) ++stream_;
}

}  // namespace warraq::searcher
