#include "searcher/engine/stream_source.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/schema.h"

namespace warraq::searcher {

StreamSource::StreamSource(const archive::OpenArchive& archive, StreamPhrase phrase,
                           std::string shown)
    : archive_(archive), phrase_(std::move(phrase)), shown_(std::move(shown)) {}

// Xapian owns what this returns.
Xapian::PostingSource* StreamSource::clone() const {
  return new StreamSource(archive_, phrase_, shown_);
}

void StreamSource::init(const Xapian::Database& database) {
  database_ = archive_.index_of(database);
  documents_ = database.get_value_freq(archive::slot::kWordStream);
  last_ = database.get_lastdocid();
  current_ = 0;
}

void StreamSource::next(double min_weight) { skip_to(current_ + 1, min_weight); }

void StreamSource::skip_to(Xapian::docid document, double /*min_weight*/) {
  current_ = std::max(current_, document);
  while (!at_end() && !stands_in(current_)) ++current_;
}

bool StreamSource::check(Xapian::docid document, double /*min_weight*/) {
  current_ = document;
  return stands_in(document);
}

std::string StreamSource::get_description() const { return "Stands(" + shown_ + ')'; }

bool StreamSource::stands_in(Xapian::docid document) {
  return phrase_.stands_in(archive_.word_stream({database_, document}, storage_));
}

}  // namespace warraq::searcher
