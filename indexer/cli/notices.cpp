#include "indexer/cli/notices.h"

#include <string>

#include "indexer/cli/place.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"

namespace warraq::indexer::cli {
namespace {

using warraq::cli::print_message;

std::string words_of(const Notice& notice) {
  if (notice.kind == Notice::Kind::invalid_utf8) {
    return counted(notice.replaced_sequences, "invalid UTF-8 sequence") + " replaced by U+FFFD";
  }
  return "takes the place of an earlier article of the same id, " + analyzers::isolate(notice.id);
}

void print_more(std::uint64_t number, std::string_view one, std::string_view many) {
  if (number <= Notices::kMostShown) return;
  print_message("and " + counted(number - Notices::kMostShown, one, many) +
                "; --report FILE lists up to " + with_separators(Notices::kMostListed));
}

}  // namespace

bool Notices::is_shown(const Notice& notice) const {
  return (notice.kind == Notice::Kind::invalid_utf8 ? repaired_ : repeated_) < kMostShown;
}

void Notices::add(const Notice& notice) {
  if (is_shown(notice)) print_message(place_of(notice.origin) + ": " + words_of(notice));
  ++(notice.kind == Notice::Kind::invalid_utf8 ? repaired_ : repeated_);
  if (listed_.size() == kMostListed) return;
  nlohmann::ordered_json entry = {{"file", notice.origin.file},
                                  {"record", notice.origin.record},
                                  {"line", notice.origin.line},
                                  {"id", notice.id}};
  if (notice.kind == Notice::Kind::invalid_utf8) {
    entry["notice"] = "invalid UTF-8";
    entry["replaced_sequences"] = notice.replaced_sequences;
  } else {
    entry["notice"] = "repeated id";
  }
  listed_.push_back(std::move(entry));
}

void Notices::finish() const {
  print_more(repaired_, "more article with invalid UTF-8", "more articles with invalid UTF-8");
  print_more(repeated_, "more article of a repeated id", "more articles of repeated ids");
}

void Notices::add_to(nlohmann::ordered_json& report) const {
  report["articles_repaired"] = repaired_;
  report["ids_repeated"] = repeated_;
  report["notices"] = listed_;
}

}  // namespace warraq::indexer::cli
