#include "searcher/query/cursor.h"

#include <algorithm>

#include "analyzers/characters.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

constexpr std::array<std::string_view, 2> kOpeningBrackets = {"(", "（"};
constexpr std::array<std::string_view, 2> kClosingBrackets = {")", "）"};

bool begins_with_any(std::string_view text, const std::array<std::string_view, 2>& marks) {
  return text.starts_with(marks[0]) || text.starts_with(marks[1]);
}

// White_Space of Unicode 15.
bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_space_at(std::string_view text, std::size_t offset) {
  return is_space(analyzers::decode_utf8(text, offset).code_point);
}

bool ends_run(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  return is_space_at(text, offset) || begins_with_any(rest, kOpeningBrackets) ||
         begins_with_any(rest, kClosingBrackets) || quotation_mark_at(text, offset).bytes != 0;
}

struct DoubtfulMarks {
  std::array<std::string_view, 3> opening;
  std::array<std::string_view, 2> closing;
  bool quotes_several_words = true;  // an apostrophe else
};

// Like quotation marks, these close whichever way round they are typed.
constexpr std::array<DoubtfulMarks, 4> kDoubtful = {{
    {{"‘", "’", "‚"}, {"’", "‘"}},
    {{"'", "＇", "'"}, {"'", "＇"}},
    {{"<<", "<<", "<<"}, {">>", ">>"}, false},
    {{">>", ">>", ">>"}, {"<<", "<<"}, false},
}};

template <std::size_t kCount>
std::size_t bytes_of_mark(std::string_view text,
                          const std::array<std::string_view, kCount>& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_letter_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  switch (analyzers::classify(analyzers::decode_utf8(text, offset).code_point)) {
    case analyzers::CharacterClass::arabic_letter:
    case analyzers::CharacterClass::latin_letter:
    case analyzers::CharacterClass::other_letter:
      return true;
    default:
      return false;
  }
}

bool is_part_of_word_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return false;
  const auto kind = analyzers::classify(analyzers::decode_utf8(text, offset).code_point);
  return kind != analyzers::CharacterClass::separator &&
         kind != analyzers::CharacterClass::invisible;
}

// From `begin` to the first place where `ends` holds.
template <typename Ends>
std::string_view stretch(std::string_view text, std::size_t begin, Ends ends,
                         std::size_t most = std::string_view::npos) {
  std::size_t end = begin;
  while (end < text.size() && end - begin <= most && !ends(text, end))
    end += analyzers::utf8_length(text[end]);
  return text.substr(begin, end - begin);
}

}  // namespace

bool Cursor::at_space() const { return !at_end() && is_space_at(text_, at_); }

bool Cursor::at_opening_bracket() const { return begins_with_any(rest(), kOpeningBrackets); }

bool Cursor::at_closing_bracket() const { return begins_with_any(rest(), kClosingBrackets); }

bool Cursor::at_quotation_mark() const {
  return !at_end() && quotation_mark_at(text_, at_).bytes != 0;
}

bool Cursor::skip_spaces() {
  const std::size_t begin = at_;
  while (at_space()) skip_character();
  return at_ != begin;
}

void Cursor::skip_character() {
  if (!at_end()) at_ += analyzers::utf8_length(text_[at_]);
}

bool Cursor::take(std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (!rest().starts_with(mark)) continue;
    at_ += mark.size();
    return true;
  }
  return false;
}

std::string_view Cursor::run(std::size_t most) const { return stretch(text_, at_, ends_run, most); }

std::string_view Cursor::up_to_space() const { return stretch(text_, at_, is_space_at); }

std::optional<Cursor::Quotation> Cursor::quotation() {
  if (at_end()) return std::nullopt;
  const QuotationMark mark = quotation_mark_at(text_, at_);
  if (mark.bytes == 0) return std::nullopt;
  bool& never_closed = never_closed_[static_cast<std::size_t>(mark.family)];
  if (never_closed) return std::nullopt;
  const std::size_t begin = at_ + mark.bytes;
  const std::size_t close = find_closing_mark(text_, begin, mark.family);
  if (close == std::string_view::npos) {
    never_closed = true;
    return std::nullopt;
  }
  return Quotation{between(begin, close), close + quotation_mark_at(text_, close).bytes};
}

std::optional<Cursor::Quotation> Cursor::doubtful_quotation() {
  for (std::size_t kind = 0; kind < kDoubtful.size(); ++kind) {
    const DoubtfulMarks& marks = kDoubtful[kind];
    const std::size_t begin = at_ + bytes_of_mark(rest(), marks.opening);
    if (begin == at_) continue;
    const bool several = marks.quotes_several_words;
    if (at_ < open_until_[kind] || (several && !is_letter_at(text_, begin))) return std::nullopt;
    bool has_space = false;
    bool behind_space = false;
    std::size_t at = begin;
    while (at < text_.size() && quotation_mark_at(text_, at).bytes == 0) {
      const std::size_t end = at + bytes_of_mark(text_.substr(at), marks.closing);
      if (end != at && (!several || (!behind_space && !is_part_of_word_at(text_, end)))) {
        if (several && !has_space) return std::nullopt;
        return Quotation{between(begin, at), end};
      }
      behind_space = is_space_at(text_, at);
      has_space = has_space || behind_space;
      at += analyzers::utf8_length(text_[at]);
    }
    open_until_[kind] = at;
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace warraq::searcher
