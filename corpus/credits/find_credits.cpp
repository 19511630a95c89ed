#include <algorithm>
#include <array>

#include "corpus/article/extra.h"
#include "corpus/article/text.h"
#include "corpus/credits/credit_line.h"
#include "corpus/credits/places.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/corpus/credits.h"

namespace warraq::corpus {
namespace {

/// Datelines end and closing credits begin within as many bytes of the body's edges.
constexpr std::size_t kHead = 200;
constexpr std::size_t kTail = 400;
constexpr std::size_t kLongestDateline = 140;
constexpr std::size_t kLongestCredit = 120;
constexpr std::size_t kMostCreditLines = 3;

/// The credit of `place`, which may carry a date, and `names`, if that is what they are.
bool add_dateline(std::string_view place, std::string_view names, Credits& credits) {
  place = without_date(place);
  if (!place.empty() && !looks_like_place(place)) return false;
  if (without_blanks_around(names) == "آب") return false;  // «أغسطس/ آب: …» is a month
  // Without a place, an outlet's name alone is no dateline: «الحياة - …».
  Credits named;
  if (!add_creditors(names, named) || (place.empty() && named.agencies.empty())) return false;
  add_creditors(names, credits);
  if (credits.place.empty()) credits.place = place;
  return true;
}

/// «القاهرة (رويترز) - »: where the text begins; 0 if there is no such dateline. The bracket may
/// have been left open: «(CNN-- ».
std::size_t bracketed_dateline(std::string_view head, Credits& credits) {
  const std::size_t open = head.find('(');
  if (open > kLongestDateline) return 0;  // npos is larger still
  const std::size_t close = head.find(')', open);
  const Separator dash = find_separator(head, open);
  const bool closed = close != std::string_view::npos &&
                      (!dash.found() || close < dash.begin || head[dash.begin] == '/');
  const std::size_t names_end = closed ? close : dash.begin;
  if (names_end == std::string_view::npos) return 0;
  const std::size_t after = closed ? close + 1 : dash.begin;
  const Separator separator = leading_separator(head.substr(after));
  const std::string_view place = without_blanks_around(head.substr(0, open));
  const Separator before = find_separator(place, 0);
  const bool parted = separator.found() || (before.found() && before.end == place.size());
  if (!parted && !is_known_place(without_date(place.substr(0, place.find("،"))))) return 0;
  const std::string_view names = head.substr(open + 1, names_end - open - 1);
  if (!add_dateline(place, names, credits)) return 0;
  return after + separator.end;
}

/// «القاهرة - رويترز: »: the colon that stands before `separator`, with the white space after it;
/// else `separator`.
Separator colon_or(Separator separator, std::string_view head, std::size_t from) {
  const std::size_t colon = head.find(':', from);
  if (colon >= std::min(separator.begin, head.size())) return separator;
  return {colon, colon + leading_separator(head.substr(colon)).end};
}

/// Whether what stands before a colon is a dateline's end: papers share their names with teams,
/// «الوحدة - الجزيرة: …».
bool may_end_with_colon(std::string_view place, std::string_view names) {
  Credits named;
  return is_known_place(place) || (add_creditors(names, named) && !named.agencies.empty());
}

/// «القاهرة - رويترز - », «أبوظبي / وام: », «غزة/ 12 مارس/ وفا/ », «رويترز - »,
/// «القاهرة - من هالة منصور - ».
std::size_t parted_dateline(std::string_view head, Credits& credits) {
  const Separator first = find_separator(head, 0);
  if (!first.found() || first.begin == 0 || first.begin > kLongestDateline) return 0;
  const std::string_view begins = head.substr(0, first.begin);
  if (begins.find(':') != std::string_view::npos) return 0;
  if (head[first.begin] != '/' && add_dateline({}, begins, credits)) return first.end;
  const std::string_view place = without_date(begins);
  if (!looks_like_place(place)) return 0;
  Credits outlet;
  const bool by_outlet = !is_known_place(place) && add_creditors(begins, outlet);
  Separator last = first;
  for (int part = 0; part < 3; ++part) {
    const Separator next = colon_or(find_separator(head, last.end), head, last.end);
    if (!next.found() || next.begin > kLongestDateline) return 0;
    const std::string_view names = head.substr(last.end, next.begin - last.end);
    if (head[next.begin] == ':' && !may_end_with_colon(place, names)) return 0;
    // «فرانس 24/ أ ف ب/ » has no place.
    if (add_dateline(by_outlet ? std::string_view{} : place, names, credits)) return next.end;
    const bool by_person = names.starts_with("من ") && is_known_place(place);
    if (by_person && !correspondent(names).empty()) {
      if (credits.place.empty()) credits.place = place;
      if (credits.author.empty()) credits.author = correspondent(names);
      return next.end;
    }
    if (without_date(names).size() == names.size()) return 0;  // neither names nor a date
    last = next;
  }
  return 0;
}

/// «دمشق-سانا أعلنت …»: a known place and a known agency, which a dash joins.
std::size_t joined_dateline(std::string_view head, Credits& credits) {
  constexpr int kMostWords = 3;  // «أ ف ب»
  const std::size_t dash = head.find('-');
  if (dash > kLongestDateline || !is_known_place(head.substr(0, dash))) return 0;
  std::size_t end = dash + 1;
  std::size_t found = 0;
  for (int words = 0; words < kMostWords && end < head.size(); ++words) {
    end = std::min(head.find_first_of(" :/-", end + 1), head.size());
    const std::string_view names = head.substr(dash + 1, end - dash - 1);
    Credits named;
    if (add_creditors(names, named) && !named.agencies.empty()) found = end;
    if (end < head.size() && head[end] != ' ') break;
  }
  if (found == 0 ||
      !add_dateline(head.substr(0, dash), head.substr(dash + 1, found - dash - 1), credits))
    return 0;
  return found + leading_separator(head.substr(found)).end;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::string_view rest = without_blanks_around(text.substr(at));
  return rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data());
}

std::string_view first_line_within(std::string_view text, std::size_t limit) {
  const std::string_view head = analyzers::beginning_within(text, limit);
  return head.substr(0, head.find('\n'));
}

std::size_t dateline_length(std::string_view line, Credits& credits) {
  for (const auto read : {bracketed_dateline, joined_dateline, parted_dateline}) {
    if (const std::size_t length = read(line, credits); length != 0) return length;
  }
  return 0;
}

/// The dateline of the second line, below a byline or a note: «هالة منصور», «تحليل بقلم …».
TextRange find_second_dateline(std::string_view body, std::size_t begin, Credits& credits) {
  const std::string_view first = first_line_within(body.substr(begin), kLongestCredit);
  const std::size_t line_feed = begin + first.size();
  if (line_feed >= body.size() || body[line_feed] != '\n') return {};
  const std::size_t second = skip_blanks(body, line_feed);
  const std::size_t length =
      bracketed_dateline(first_line_within(body.substr(second), kHead), credits);
  if (length == 0) return {};
  if (credits.author.empty()) credits.author = correspondent(first);
  return {second, second + length};
}

TextRange find_dateline(std::string_view body, Credits& credits) {
  const std::size_t begin = skip_blanks(body, 0);
  std::size_t end = begin;
  for (std::size_t lines = 0; lines < kMostCreditLines; ++lines) {
    const std::string_view line = first_line_within(body.substr(end), kHead);
    const std::size_t line_feed = end + line.size();
    const bool whole = line_feed < body.size() && body[line_feed] == '\n';
    if (!whole || !add_credit_line(line, CreditPlace::body, credits)) break;
    end = skip_blanks(body, line_feed);
  }
  end += dateline_length(first_line_within(body.substr(end), kHead), credits);
  if (end == begin) return find_second_dateline(body, begin, credits);
  return {begin, end};
}

/// The bytes of the mark that ends a sentence, or a quotation, at `at`; 0 if there is none.
std::size_t sentence_end_length(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 6> kMarks{"؟", "!", "…", "\"", "»", "”"};
  const std::string_view rest = text.substr(at);
  if (rest[0] == '.') return 1;
  constexpr std::string_view kFirstBytes = "!\"\xC2\xD8\xE2";
  if (kFirstBytes.find(rest[0]) == std::string_view::npos) return 0;
  const auto* mark = std::find_if(kMarks.begin(), kMarks.end(),
                                  [&](std::string_view one) { return rest.starts_with(one); });
  return mark == kMarks.end() ? 0 : mark->size();
}

/// Where the credit begins that ends `line`, after its last sentence: «… الماضي. (أ ف ب)»; npos if
/// there is none.
std::size_t trailing_credit(std::string_view line, Credits& credits) {
  constexpr std::size_t kWindow = 80;
  std::size_t at = line.size() > kWindow ? line.size() - kWindow : 0;
  while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
  for (; at < line.size(); at += analyzers::utf8_length(line[at])) {
    const std::size_t mark = sentence_end_length(line, at);
    if (mark == 0) continue;
    const std::string_view rest = without_blanks_around(line.substr(at + mark));
    // «… قال "سنعود" رويترز» is no credit, «… "سنعود" (رويترز)» is one.
    const bool told = rest.starts_with('(') || rest.starts_with("المصدر");
    if (rest.empty() || rest[0] == '.' || (line[at] == '"' && !told)) continue;
    if (add_credit_line(rest, CreditPlace::closing, credits)) {
      return static_cast<std::size_t>(rest.data() - line.data());
    }
  }
  return std::string_view::npos;
}

/// The last of `text`, no more than the bytes in which credits are looked for.
std::string_view tail_of(std::string_view text) {
  std::size_t begin = text.size() > kTail ? text.size() - kTail : 0;
  while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  return text.substr(begin);
}

TextRange find_closing_credit(std::string_view body, Credits& credits) {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  std::string_view rest = without_blanks_around(tail_of(body));
  const char* const first = rest.data();
  for (std::size_t lines = 0; lines < kMostCreditLines && !rest.empty(); ++lines) {
    const std::size_t line_feed = rest.rfind('\n');
    const bool whole = line_feed != std::string_view::npos;
    const std::string_view line = without_blanks_around(whole ? rest.substr(line_feed) : rest);
    const auto offset = static_cast<std::size_t>(line.data() - body.data());
    std::size_t found = std::string_view::npos;
    if (whole && line.size() <= kLongestCredit &&
        add_credit_line(line, CreditPlace::closing, credits)) {
      found = 0;
    }
    if (found == std::string_view::npos) found = trailing_credit(line, credits);
    if (found != std::string_view::npos) {
      begin = offset + found;
      end = std::max(end, offset + line.size());
    }
    // A line of stars («** جميع المقالات …») may stand below the credit.
    if (found != 0 && !(lines == 0 && line.starts_with('*'))) break;
    if (!whole) break;
    rest = without_blanks_around(std::string_view(first, line_feed));
  }
  return end == 0 ? TextRange{} : TextRange{begin, end};
}

/// A dateline that stands in a field of its own: «بغداد 13-5 (اف ب) -», «بيروت».
void add_dateline_field(std::string_view field, Credits& credits) {
  field = first_line_within(field, kLongestDateline);
  if (add_credit_line(field, CreditPlace::body, credits)) return;
  const std::string_view place = without_date(field);
  if (credits.place.empty() && is_known_place(place)) credits.place = place;
}

}  // namespace

Credits find_credits(const Article& article) {
  Credits credits;
  add_credit_line(article.author, CreditPlace::author_field, credits);
  add_dateline_field(extra_text(article, "dateline"), credits);
  const std::string_view body = article.body;
  credits.dateline = find_dateline(body, credits);
  credits.credit = find_closing_credit(body.substr(credits.dateline.end), credits);
  if (!credits.credit.empty()) {
    credits.credit.begin += credits.dateline.end;
    credits.credit.end += credits.dateline.end;
  }
  return credits;
}

void apply_credits(Article& article) {
  const Credits credits = find_credits(article);
  if (article.agency.empty()) {
    for (const std::string& agency : credits.agencies) {
      if (!article.agency.empty()) article.agency += kAgencySeparator;
      article.agency += agency;
    }
  }
  if (article.author.empty()) article.author = credits.author;
  if (!has_extra(article, "place")) set_extra(article, "place", credits.place);
  if (!has_extra(article, "original_source")) {
    set_extra(article, "original_source", credits.original_source);
  }
}

}  // namespace warraq::corpus
