#include "indexer/terms/article_terms.h"

#include <algorithm>

#include "indexer/archive/schema.h"
#include "warraq/analyzers/pieces.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::indexer {
namespace {

namespace prefix = archive::prefix;
namespace slot = archive::slot;

// A control character takes six bytes in JSON; nothing takes more.
constexpr std::size_t kMaxJsonBytesForOne = 6;

constexpr std::size_t kMaxPieceBytes = std::size_t{1} << 20;

// Normalised, exact and stem.
constexpr std::size_t kTermsOfWord = 3;
constexpr std::size_t kTermsOfTitleWord = kTermsOfWord + 2;
// The id and what else an article is filtered by.
constexpr std::size_t kMaxFilters = 5;

std::uint64_t first_bytes(std::string_view term) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < sizeof result; ++i) {
    result = result << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  }
  return result;
}

}  // namespace

bool too_large_to_store(const corpus::Article& article) {
  if (corpus::bytes_of(article) < kMaxStoredBytes / (2 * kMaxJsonBytesForOne)) return false;
  return corpus::to_json(article).size() > kMaxStoredBytes;
}

std::vector<SlotValue> slot_values(const corpus::Article& article) {
  std::vector<SlotValue> values;
  const auto add = [&](std::uint32_t number, const std::string& value) {
    if (!value.empty())
      values.push_back(
          {number, std::string(analyzers::beginning_within(value, kMaxSlotValueBytes))});
  };
  if (const auto date = corpus::parse_date(article.date)) add(slot::kDate, date->compact());
  add(slot::kSource, article.source);
  add(slot::kCategory, article.category);
  add(slot::kAuthor, article.author);
  add(slot::kAgency, article.agency);
  return values;
}

const ArticleTerms& TermMaker::make(const corpus::Article& article) {
  term_bytes_.clear();
  occurrences_.clear();

  const std::uint32_t title_words = add_text(article.title, 0, true);
  add_text(article.body, title_words == 0 ? 0 : title_words + archive::kTitleGap, false);

  result_.id_term = archive::make_term(prefix::kId, article.id);
  add(prefix::kId, article.id, 0);
  add_filter(prefix::kSource, article.source);
  add_filter(prefix::kCategory, article.category);
  add_filter(prefix::kAuthor, article.author);
  add_filter(prefix::kAgency, article.agency);

  gather_terms();
  result_.values = slot_values(article);
  result_.stored = corpus::to_json(article);
  return result_;
}

std::uint32_t TermMaker::add_text(std::string_view text, std::uint32_t first_position, bool title) {
  // The tokens of a text take many times its bytes: a long one is analysed piece by piece.
  std::uint32_t words = 0;
  while (!text.empty()) {
    const std::string_view piece = analyzers::leading_piece(text, kMaxPieceBytes);
    analyzer_.analyze(piece, analysis_);
    add_tokens(first_position + words, title);
    words += analysis_.position_count();
    text.remove_prefix(piece.size());
  }
  return words;
}

void TermMaker::add_tokens(std::uint32_t first_position, bool title) {
  // Growing step by step would take half as much again for a large article.
  const std::size_t terms_of_word = title ? kTermsOfTitleWord : kTermsOfWord;
  occurrences_.reserve(occurrences_.size() + terms_of_word * analysis_.tokens().size() +
                       kMaxFilters);
  for (const analyzers::Token& token : analysis_.tokens()) {
    if (token.normalised.empty()) continue;
    const std::uint32_t position = first_position + token.position;
    add_word(token, position);
    if (title) add_title_word(token, position);
  }
}

void TermMaker::add_word(const analyzers::Token& token, std::uint32_t position) {
  add(prefix::kExact, token.exact, 1);
  if (token.stop) {
    add(prefix::kStopWord, token.normalised, 2, position);
    return;
  }
  add(prefix::kNormalised, token.normalised, 1, position);
  add(prefix::kStem, token.stem, 1);
}

// A stop word keeps its place among the title's words, so that phrases of the title are found.
void TermMaker::add_title_word(const analyzers::Token& token, std::uint32_t position) {
  add(prefix::kTitleNormalised, token.normalised, token.stop ? 2 : 1, position);
  if (!token.stop) add(prefix::kTitleStem, token.stem, 1);
}

void TermMaker::add_filter(std::string_view filter_prefix, std::string_view value) {
  if (value.empty()) return;
  add(filter_prefix, archive::field_key(analyzer_, value), 0);
}

void TermMaker::add(std::string_view term_prefix, std::string_view text, std::uint8_t wdf,
                    std::uint32_t position) {
  Occurrence occurrence;
  occurrence.offset = static_cast<std::uint32_t>(term_bytes_.size());
  archive::append_term(term_bytes_, term_prefix, text);
  occurrence.length = static_cast<std::uint8_t>(term_bytes_.size() - occurrence.offset);
  occurrence.beginning = first_bytes(text_of(occurrence));
  occurrence.position = position;
  occurrence.wdf = wdf;
  occurrences_.push_back(occurrence);
}

std::string_view TermMaker::text_of(const Occurrence& occurrence) const {
  return std::string_view(term_bytes_).substr(occurrence.offset, occurrence.length);
}

bool TermMaker::before(const Occurrence& left, const Occurrence& right) const {
  if (left.beginning != right.beginning) return left.beginning < right.beginning;
  const int order = text_of(left).compare(text_of(right));
  return order != 0 ? order < 0 : left.position < right.position;
}

void TermMaker::gather_terms() {
  std::sort(
      occurrences_.begin(), occurrences_.end(),
      [this](const Occurrence& left, const Occurrence& right) { return before(left, right); });
  // Terms refer to positions_, which must not move while they are made.
  positions_.clear();
  positions_.reserve(occurrences_.size());
  result_.terms.clear();
  for (auto first = occurrences_.begin(); first != occurrences_.end();) {
    Term term{text_of(*first), 0, {}};
    const std::size_t first_place = positions_.size();
    auto next = first;
    for (; next != occurrences_.end() && text_of(*next) == term.text; ++next) {
      term.wdf += next->wdf;
      const bool known = positions_.size() > first_place && positions_.back() == next->position;
      if (next->position != kNoPosition && !known) positions_.push_back(next->position);
    }
    term.positions = std::span(positions_).subspan(first_place);
    result_.terms.push_back(term);
    first = next;
  }
}

}  // namespace warraq::indexer
