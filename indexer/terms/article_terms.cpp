#include "indexer/terms/article_terms.h"

#include <algorithm>

#include "indexer/archive/schema.h"
#include "indexer/terms/beginning.h"
#include "indexer/terms/word_terms.h"
#include "warraq/analyzers/date.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::indexer {
namespace {

namespace prefix = archive::prefix;
namespace slot = archive::slot;

// A control character takes six bytes in JSON; nothing takes more.
constexpr std::size_t kMaxJsonBytesForOne = 6;

void add_to(archive::WordStreamWriter& stream, const PlacedWord& placed) {
  const analyzers::Token& word = placed.word;
  stream.add(archive::mark_of(word.exact, word.normalised, word.stop), placed.position,
             placed.in_title, word.joined, placed.begins);
}

}  // namespace

bool too_large_to_store(const corpus::Article& article) {
  if (corpus::bytes_of(article) < archive::kMaxStoredBytes / (2 * kMaxJsonBytesForOne))
    return false;
  return corpus::to_json(article).size() > archive::kMaxStoredBytes;
}

std::vector<SlotValue> slot_values(const corpus::Article& article, std::string_view words) {
  std::vector<SlotValue> values;
  const auto add = [&](std::uint32_t number, const std::string& value) {
    if (!value.empty())
      values.push_back(
          {number, std::string(analyzers::beginning_within(value, kMaxSlotValueBytes))});
  };
  if (const auto date = analyzers::parse_date(article.date)) add(slot::kDate, date->compact());
  add(slot::kSource, article.source);
  add(slot::kCategory, article.category);
  add(slot::kAuthor, article.author);
  add(slot::kAgency, article.agency);
  if (!words.empty()) values.push_back({slot::kWordStream, std::string(words)});
  return values;
}

std::string word_stream_of(const corpus::Article& article, const analyzers::Analyzer& analyzer,
                           analyzers::Analysis& analysis) {
  archive::WordStreamWriter stream;
  for_each_word(article, analyzer, analysis,
                [&](const PlacedWord& placed) { add_to(stream, placed); });
  return std::string(stream.finish());
}

const ArticleTerms& TermMaker::make(const corpus::Article& article) {
  term_bytes_.clear();
  occurrences_.clear();

  for_each_word(article, analyzer_, analysis_, [&](const PlacedWord& placed) {
    if (words_ != nullptr) words_->add(placed.word);
    for_each_term(placed.word, placed.in_title,
                  [&](std::string_view term_prefix, std::string_view text) {
                    add(term_prefix, text, kWordCount);
                  });
    add_to(stream_, placed);
  });
  for_each_filter(article, analyzer_, [&](std::string_view term_prefix, std::string_view text) {
    add(term_prefix, text, 0);
  });
  result_.id_term = archive::make_term(prefix::kId, article.id);

  gather_terms();
  result_.values = slot_values(article, stream_.finish());
  result_.json = corpus::to_json(article);
  return result_;
}

void TermMaker::add(std::string_view term_prefix, std::string_view text, std::uint32_t wdf) {
  Occurrence occurrence;
  occurrence.offset = static_cast<std::uint32_t>(term_bytes_.size());
  archive::append_term(term_bytes_, term_prefix, text);
  occurrence.length = static_cast<std::uint8_t>(term_bytes_.size() - occurrence.offset);
  occurrence.beginning = beginning_of(text_of(occurrence));
  occurrence.wdf = static_cast<std::uint8_t>(wdf);
  occurrences_.push_back(occurrence);
}

std::string_view TermMaker::text_of(const Occurrence& occurrence) const {
  return std::string_view(term_bytes_).substr(occurrence.offset, occurrence.length);
}

bool TermMaker::before(const Occurrence& left, const Occurrence& right) const {
  if (left.beginning != right.beginning) return left.beginning < right.beginning;
  return text_of(left) < text_of(right);
}

void TermMaker::gather_terms() {
  std::sort(
      occurrences_.begin(), occurrences_.end(),
      [this](const Occurrence& left, const Occurrence& right) { return before(left, right); });
  result_.terms.clear();
  for (auto first = occurrences_.begin(); first != occurrences_.end();) {
    Term term{text_of(*first), 0};
    auto next = first;
    for (; next != occurrences_.end() && text_of(*next) == term.text; ++next) term.wdf += next->wdf;
    result_.terms.push_back(term);
    first = next;
  }
}

}  // namespace warraq::indexer
