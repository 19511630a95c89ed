#include "warraq/analyzers/date.h"

#include <algorithm>
#include <array>

#include "analyzers/date_grammar.h"
#include "analyzers/date_tokens.h"

namespace warraq::analyzers {
namespace {

void append_padded(std::string& text, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width - std::min(width, digits.size()), '0').append(digits);
}

std::string joined(const Date& date, std::string_view separator) {
  std::string text;
  append_padded(text, date.year, 4);
  text += separator;
  append_padded(text, date.month, 2);
  text += separator;
  append_padded(text, date.day, 2);
  return text;
}

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

// The day of a date in one of the forms that programs write almost all of them in. The grammar says
// the same of them, and takes twenty times as long.
std::optional<Date> plain_iso(std::string_view text) {
  constexpr std::size_t kDayLength = 10;
  constexpr std::array<std::string_view, 5> kShapes{"0000-00-00", "0000-00-00T00:00:00Z",
                                                    "0000-00-00T00:00:00+00:00",
                                                    "0000-00-00T00:00:00", "0000-00-00 00:00:00"};
  const auto fits = [text](std::string_view shape) { return has_shape(text, shape); };
  if (std::none_of(kShapes.begin(), kShapes.end(), fits)) return std::nullopt;
  const auto number = [text](std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  };
  if (text.size() > kDayLength && (number(11) > 23 || number(14) > 59 || number(17) > 59)) {
    return std::nullopt;
  }
  if (text.size() > 20 && (number(20) > 14 || number(23) > 59)) return std::nullopt;
  const Date date{number(0) * 100 + number(2), number(5), number(8)};
  if (!exists(date)) return std::nullopt;
  return date;
}

bool is_latin(const DateToken& token) {
  return !token.word().empty() && static_cast<unsigned char>(token.letters[0]) < 0x80;
}

/// What stands before the token at the front.
struct Before {
  DateToken last;
  bool sign_of_number = false;  ///< the last token is a sign that touches a number before it

  /// Whether it makes a date that touches it part of something longer: an address, a version, a
  /// path (in numbers), a decimal number, a span of days of which the last one counts.
  [[nodiscard]] bool runs_into(bool numbers_only) const {
    constexpr std::string_view kOpening = "(:.,|[\"'";
    if (is_latin(last)) return numbers_only;
    if (last.kind != DateToken::Kind::sign || last.sign == 0) return false;
    if (!numbers_only) return sign_of_number && (last.sign == '.' || last.sign == ',');
    return sign_of_number || kOpening.find(last.sign) == std::string_view::npos;
  }
};

// Whether the token `behind` the front shows that a date does not end there: 21.03.2018.5,
// 2018-03-21x.
bool goes_on(DateTokens& tokens, std::size_t behind) {
  constexpr std::string_view kJoining = "./-:_%";
  const DateToken& next = tokens.at(behind);
  const DateToken& after = tokens.at(behind + 1);
  if (!next.glued || next.is_end()) return false;
  if (next.is_word()) return is_latin(next) && !(next.word() == "t" && after.is_number());
  if (next.is_number()) return true;
  return next.sign != 0 && kJoining.find(next.sign) != std::string_view::npos && after.glued &&
         after.is_number();
}

// A date's day may be an ordinal only behind a preposition and the like: the second of النصف الثاني
// من يناير, a half, is not one, nor that of كانون الثاني.
bool may_begin_with_ordinal(const DateToken& before) {
  return !before.is_word() || is_date_word(before.word(), DateWord::before_ordinal);
}

// Whether a date may begin with the token at the front: a word begins one only where a number is
// near.
bool may_begin(DateTokens& tokens, const DateToken& before) {
  const DateToken& first = tokens.at(0);
  if (first.is_number()) return first.digits <= 2 || first.digits == 4;
  if (!first.is_word() || first.word().empty()) return false;
  if (ordinal_named(first.word()) && !may_begin_with_ordinal(before)) return false;
  constexpr std::size_t kNear = 9;  // الخامس والعشرين من شهر تشرين الثاني/نوفمبر عام 2018
  for (std::size_t i = 1; i <= kNear; ++i) {
    if (tokens.at(i).is_number()) return true;
  }
  return false;
}

// A whole text of one date.
DateReading read_whole(std::string_view text) {
  DateTokens tokens(text);
  DateGrammar grammar(tokens, DateScope::whole);
  grammar.skip_punctuation();
  const bool time_first = grammar.take_time();
  if (time_first) grammar.skip_punctuation();
  const std::optional<DateReading> reading = grammar.take_date();
  if (!reading) return {};
  if (!time_first && !grammar.take_time_after_date()) return {};
  grammar.skip_punctuation();
  return grammar.at_end() ? *reading : DateReading{};
}

std::size_t characters_in(std::string_view text) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

// The bytes of the label that a field begins with, its colon included: نشر في:, Published:. 0 where
// there is none.
std::size_t label_length(std::string_view text) {
  constexpr std::size_t kLongestLabel = 40;  // characters
  DateTokens tokens(text);
  const std::size_t begin = tokens.at(0).begin;
  for (bool any_word = false; !tokens.at(0).is_end(); tokens.drop_front(1)) {
    const DateToken& token = tokens.at(0);
    if (token.is_number()) return 0;
    if (token.is_sign(':')) {
      const std::string_view label = text.substr(begin, token.begin - begin);
      return any_word && characters_in(label) <= kLongestLabel ? token.end : 0;
    }
    any_word = any_word || token.is_word();
  }
  return 0;
}

}  // namespace

std::string Date::compact() const { return joined(*this, ""); }

std::string Date::iso() const { return joined(*this, "-"); }

DateReading read_date(std::string_view text) {
  if (const auto date = plain_iso(text)) {
    return {date, Calendar::gregorian, false, DateRefusal::none};
  }
  if (text.size() > kMaxDateBytes) return {};
  const DateReading reading = read_whole(text);
  if (reading.refusal != DateRefusal::not_a_date) return reading;
  const std::size_t label = label_length(text);
  if (label == 0) return reading;
  DateReading labelled = read_whole(text.substr(label));
  labelled.labelled = labelled.date.has_value();
  return labelled;
}

std::optional<Date> parse_date(std::string_view text) { return read_date(text).date; }

std::optional<FoundDate> find_date(std::string_view text) {
  DateTokens tokens(text);
  Before before{DateTokens("").at(0)};
  while (!tokens.at(0).is_end()) {
    std::size_t passed = 1;
    DateGrammar grammar(tokens, DateScope::inside);
    const auto reading = may_begin(tokens, before.last) ? grammar.take_date() : std::nullopt;
    if (reading) {
      passed = grammar.taken();
      const bool apart = !(tokens.at(0).glued && before.runs_into(grammar.numbers_only())) &&
                         !goes_on(tokens, passed);
      if (reading->date && apart) {
        return FoundDate{tokens.at(0).begin, tokens.at(passed - 1).end, *reading};
      }
    }
    const DateToken last = tokens.at(passed - 1);
    const DateToken& before_last = passed > 1 ? tokens.at(passed - 2) : before.last;
    before = {last, last.glued && before_last.is_number()};
    tokens.drop_front(passed);
  }
  return std::nullopt;
}

std::optional<DateRange> read_period(std::string_view text) {
  const DateReading reading = read_date(text);
  if (reading.date) return DateRange{*reading.date, *reading.date};
  if (text.size() > kMaxDateBytes || reading.refusal == DateRefusal::impossible) {
    return std::nullopt;
  }
  DateTokens tokens(text);
  return DateGrammar(tokens, DateScope::whole).take_period();
}

}  // namespace warraq::analyzers
