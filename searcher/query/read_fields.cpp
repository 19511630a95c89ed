// Fields: what of an article is searched, its names and its dates.
#include <algorithm>
#include <utility>

#include "analyzers/characters.h"
#include "corpus/article/text.h"
#include "searcher/query/reader.h"
#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

constexpr std::string_view kDateHint =
    "write a year, a month or a day, with quotation marks around words: date:2018, "
    "date:2018-03..2018-05, date:\"\u206815 آذار 2018\u2069\"";

// The words of a date that is written without quotation marks: 15 ذو الحجة 1439 هـ.
constexpr int kMostWordsOfDate = 5;

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += analyzers::utf8_length(text[at])) {
    const char32_t character = analyzers::decode_utf8(text, at).code_point;
    if (analyzers::classify(character) == analyzers::CharacterClass::digit) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 2> kRangeMarks = {"..", "…"};

std::string_view up_to_range_mark(std::string_view run) {
  for (const std::string_view mark : kRangeMarks) run = run.substr(0, run.find(mark));
  return run;
}

bool take_range_mark(Cursor& cursor) { return cursor.take({"...", "..", "…"}); }

DateBound take_bound(Cursor& cursor) {
  if (cursor.take({">=", "=>", "≥"})) return DateBound::from;
  if (cursor.take({"<=", "=<", "≤"})) return DateBound::up_to;
  if (cursor.take({">", "＞"})) return DateBound::after;
  if (cursor.take({"<", "＜"})) return DateBound::before;
  cursor.take({"="});
  return DateBound::within;
}

// Behind a space, or at once behind the field: من 2016, before 2018.
std::optional<DateBound> take_word_of_bound(Cursor& cursor) {
  struct Named {
    std::string_view word;
    DateBound bound;
  };
  constexpr std::array<Named, 18> kWords = {{
      {"من", DateBound::within},
      {"from", DateBound::within},
      {"بين", DateBound::within},
      {"between", DateBound::within},
      {"منذ", DateBound::from},
      {"since", DateBound::from},
      {"بعد", DateBound::after},
      {"after", DateBound::after},
      {"قبل", DateBound::before},
      {"before", DateBound::before},
      {"حتى", DateBound::up_to},
      {"حتي", DateBound::up_to},
      {"إلى", DateBound::up_to},
      {"الى", DateBound::up_to},
      {"لغاية", DateBound::up_to},
      {"until", DateBound::up_to},
      {"till", DateBound::up_to},
      {"to", DateBound::up_to},
  }};
  const std::string_view run = cursor.run(kMaxConnectiveBytes);
  for (const Named& named : kWords) {
    if (run != named.word) continue;
    Cursor behind = cursor;
    behind.move_to(cursor.at() + run.size());
    if (!behind.skip_spaces()) return std::nullopt;
    cursor = behind;
    return named.bound;
  }
  return std::nullopt;
}

// What joins the dates behind بين and between.
std::size_t bytes_of_and(std::string_view text) {
  for (const std::string_view word : {"و", "and "}) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

bool has_digit_first(std::string_view text) {
  return !text.empty() && analyzers::classify(analyzers::decode_utf8(text, 0).code_point) ==
                              analyzers::CharacterClass::digit;
}

}  // namespace

// Behind a space only what cannot be the text of a headline: «مصدر: مقتل خمسة» is none of a field.
Reader::Part Reader::read_field(const FieldMark& mark, const Field& field) {
  const std::size_t begin = cursor_.at();
  if (field.kind == Field::Kind::dates) return read_dates(mark);
  cursor_.move_to(begin + mark.end);
  const bool spaced = cursor_.skip_spaces();
  const bool stands_alone = cursor_.at_end() || cursor_.at_closing_bracket() ||
                            cursor_.rest().starts_with("//") ||
                            (spaced && !cursor_.at_opening_bracket() && !cursor_.at_quotation() &&
                             cursor_.rest().front() != '=');
  if (stands_alone) return not_a_field(mark, begin);

  const Level level(*this, begin);
  const auto outer_names = std::exchange(
      names_, field.kind == Field::Kind::name ? std::optional(field.name_field) : std::nullopt);
  const Sign sign = take_sign();
  Part value = read_operand();
  names_ = outer_names;
  if (!value) {
    problem(begin, begin + mark.end, "a field has nothing behind it", "it was left out");
    return std::nullopt;
  }
  if (sign != Sign::bare) value->sign = sign;
  if (value->sign == Sign::required) value->sign = Sign::bare;
  Node result = as_operand(std::move(*value));
  if (field.kind == Field::Kind::text) {
    Node inner = std::exchange(result, Node());
    result.kind = Node::Kind::in_field;
    result.field = field.text;
    result.children.push_back(std::move(inner));
  }
  result.place = place(begin, cursor_.at());
  closed_ = true;
  return result;
}

Reader::Part Reader::not_a_field(const FieldMark& mark, std::size_t begin) {
  const auto field = field_named(mark.name);
  const bool is_date = field && field->kind == Field::Kind::dates;
  problem(begin, begin + mark.end, "what stands behind this is no value of a field",
          is_date ? "it was searched as words; a date is one such as 2018, 2018-03 or \u206815 "
                    "آذار 2018\u2069"
                  : "it was searched as words");
  cursor_.move_to(begin + mark.end);
  const bool glued = !cursor_.run().empty();
  cursor_.move_to(begin);
  const std::string_view text = glued ? cursor_.run() : mark.name;
  cursor_.move_to(begin + (glued ? text.size() : mark.end));
  return leaf(Node::Kind::word, false, text, begin);
}

Reader::Part Reader::read_dates(const FieldMark& mark) {
  const std::size_t begin = cursor_.at();
  cursor_.move_to(begin + mark.end);
  const bool spaced = cursor_.skip_spaces();
  const std::size_t sign = cursor_.at();
  const bool refuses = cursor_.take({"-", "−", "－"});
  if (!refuses) {
    cursor_.take({"+", "＋"});
    return read_dates_behind(mark, begin, spaced);
  }
  if (has_digit_first(cursor_.rest()) || cursor_.at_opening_bracket() || cursor_.at_quotation()) {
    problem(sign, cursor_.at(), "- stands behind a date's field",
            "these days were excluded; date:..2018 is until the end of 2018");
  }
  Part result = read_dates_behind(mark, begin, spaced);
  if (!result || result->kind == Node::Kind::word) return result;
  result->sign = Sign::excluded;
  return as_operand(std::move(*result));
}

Reader::Part Reader::read_dates_behind(const FieldMark& mark, std::size_t begin, bool spaced) {
  if (cursor_.at_opening_bracket()) return read_date_list();
  const auto span = read_span(spaced);
  return span ? dates(*span, begin) : not_a_field(mark, begin);
}

// Several, any of them.
Reader::Part Reader::read_date_list() {
  const std::size_t begin = cursor_.at();
  cursor_.skip_character();
  const std::size_t inside = cursor_.at();
  std::vector<Node> spans;
  while (true) {
    cursor_.skip_spaces();
    if (cursor_.at_end() || cursor_.at_closing_bracket()) break;
    const std::size_t item = cursor_.at();
    const std::string_view run = cursor_.run();
    const auto connective = connective_named(run);
    if (connective && connective->kind == Connective::Kind::any && !spans.empty()) {
      cursor_.move_to(item + run.size());
      continue;
    }
    const auto span = read_span(false);
    if (!span) {
      refuse(item, std::max(item + run.size(), item + 1), "this is no date",
             "in the brackets behind a date's field stand dates, perhaps with OR between them");
    }
    if (Part part = dates(*span, item)) spans.push_back(std::move(*part));
  }
  close_bracket(begin, inside);
  if (spans.empty()) {
    problem(begin, cursor_.at(), "brackets without a date in them", "they were left out");
    return std::nullopt;
  }
  if (spans.size() == 1) return std::move(spans.front());
  Node result;
  result.kind = Node::Kind::any;
  result.place = place(begin, cursor_.at());
  result.children = std::move(spans);
  return result;
}

// Nothing, and the cursor where it was, for what is not meant for dates.
std::optional<DateSpan> Reader::read_span(bool spaced) {
  const std::size_t begin = cursor_.at();
  const bool is_between =
      cursor_.rest().starts_with("بين ") || cursor_.rest().starts_with("between ");
  const auto word = take_word_of_bound(cursor_);
  const DateBound bound = word ? *word : take_bound(cursor_);
  if (bound != DateBound::within) cursor_.skip_spaces();
  const bool open_before = bound == DateBound::within && !word && take_range_mark(cursor_);
  const auto period = read_period(spaced && bound == DateBound::within && !open_before);
  if (!period) {
    cursor_.move_to(begin);
    return std::nullopt;
  }
  if (open_before) return DateSpan{std::nullopt, period->last};
  if (bound == DateBound::within) return read_range_from(*period, begin, is_between);
  const auto span = span_of(*period, bound);
  if (!span) {
    refuse(begin, cursor_.at(), "no day is left", "dates are from 1500 to 2199");
  }
  return span;
}

DateSpan Reader::read_range_from(const analyzers::DateRange& first, std::size_t begin,
                                 bool is_between) {
  Cursor behind = cursor_;
  const bool spaced = behind.skip_spaces();
  std::size_t joint = range_joint_at(behind.rest(), spaced);
  if (joint == 0 && is_between && spaced) joint = bytes_of_and(behind.rest());
  if (joint == 0) return {first.first, first.last};
  const Cursor before = cursor_;
  const bool is_mark = take_range_mark(behind);
  if (!is_mark) behind.move_to(behind.at() + joint);
  cursor_ = behind;
  if (spaced) cursor_.skip_spaces();
  const std::size_t second = cursor_.at();
  const bool is_open = cursor_.at_end() || cursor_.at_space() || cursor_.at_closing_bracket();
  if (is_mark && is_open) return {first.first, std::nullopt};
  const auto last = is_mark ? read_period(false) : find_period();
  if (!last && !is_mark) {
    cursor_ = before;
    return {first.first, first.last};
  }
  if (!last)
    refuse(second, second + cursor_.run().size(), "this is no date", std::string(kDateHint));
  refuse_backwards({first.first, last->last}, begin);
  return {first.first, last->last};
}

void Reader::refuse_backwards(const analyzers::DateRange& days, std::size_t begin) const {
  if (days.first <= days.last) return;
  refuse(begin, cursor_.at(), "the dates run backwards", "put the earlier one first");
}

// Nothing, and the cursor where it was, where no date stands.
std::optional<analyzers::DateRange> Reader::find_period() {
  const std::size_t begin = cursor_.at();
  if (const auto quotation = cursor_.quotation()) {
    const auto period = read_days(quotation->text);
    if (period) cursor_.move_to(quotation->end);
    return period;
  }
  Cursor ahead = cursor_;
  for (int words = 0; words < kMostWordsOfDate; ++words) {
    ahead.skip_spaces();
    const std::string_view run = up_to_range_mark(ahead.run());
    ahead.move_to(ahead.at() + run.size());
    if (run.empty() || ahead.at() - begin > analyzers::kMaxDateBytes) break;
    const std::string_view text = cursor_.between(begin, ahead.at());
    const auto period = words == 0 ? read_days(text) : analyzers::read_period(text);
    if (!period) continue;
    cursor_ = ahead;
    return period;
  }
  return std::nullopt;
}

// Nothing, and the cursor where it was, where no date was meant. Throws where one was that does not
// exist. Behind a space, fewer things are meant for dates: «تاريخ: 50 عاما».
std::optional<analyzers::DateRange> Reader::read_period(bool spaced) {
  const std::size_t begin = cursor_.at();
  const auto quotation = cursor_.quotation();
  if (const auto period = find_period()) {
    refuse_backwards(*period, begin);
    return period;
  }
  const std::string_view text = quotation ? quotation->text : up_to_range_mark(cursor_.run());
  const std::size_t end = quotation ? quotation->end : begin + text.size();
  const bool impossible = analyzers::read_date(text).refusal == analyzers::DateRefusal::impossible;
  if (impossible || (has_digit(text) && (quotation || !spaced))) {
    const bool is_hijri = analyzers::read_period(std::string(text) + "هـ").has_value();
    refuse(begin, end, "there is no date " + analyzers::isolate(text),
           is_hijri ? "a year of the Hijri calendar is written " + std::string(text) + "هـ"
                    : std::string(kDateHint));
  }
  return std::nullopt;
}

Reader::Part Reader::dates(const DateSpan& span, std::size_t begin) {
  const auto outer_names = std::exchange(names_, std::nullopt);
  Part result = leaf(Node::Kind::dates, false, {}, begin);
  names_ = outer_names;
  if (!result) return result;
  result->from = span.from;
  result->to = span.to;
  closed_ = true;
  return result;
}

}  // namespace warraq::searcher
