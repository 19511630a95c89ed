#include "corpus/credits/credit_line.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "corpus/article/agencies.h"
#include "corpus/article/name_key.h"
#include "corpus/article/text.h"
#include "corpus/credits/places.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

/// A longer line is a sentence.
constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kLongestPart = 80;
constexpr std::size_t kMostWords = 6;

constexpr std::array<std::string_view, 6> kDashes{"-", "–", "—", "−", "ـ", "_"};
constexpr std::string_view kAsciiAround = "()[]\"*.:',#@;";
constexpr std::array<std::string_view, 5> kOtherAround{"«", "»", "“", "”", "،"};
constexpr std::array<std::string_view, 5> kBetweenNames{"/", "،", ",", "|", "+"};

/// Words that no place and no person's name has in it, as name_key() makes them.
constexpr std::array<std::string_view, 40> kSentenceWords{
    "وكاله", "وكالات", "انباء", "ان",   "عن",   "في",    "الي",   "مع",  "قال",  "قالت",
    "اعلن",  "اعلنت",  "ذكر",   "ذكرت", "نقلت", "افاد",  "افادت", "اكد", "اكدت", "بعد",
    "قبل",   "حسب",    "بحسب",  "وفق",  "وفقا", "صحيفه", "تقرير", "كتب", "بقلم", "خاص",
    "نقلا",  "المصدر", "هذا",   "التي", "الذي", "كانت",  "لم",    "برس", "عند",  "خلال"};

template <std::size_t N>
std::size_t length_of_any(std::string_view text, const std::array<std::string_view, N>& any) {
  for (const std::string_view one : any) {
    if (text.starts_with(one)) return one.size();
  }
  return 0;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The bytes of the dash that `text` begins with; 0 for anything else.
std::size_t dash_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii(text[0])) return text[0] == '-' || text[0] == '_' ? 1 : 0;
  const bool may_be_dash = text[0] == '\xE2' || text.starts_with("\xD9\x80");
  return may_be_dash ? length_of_any(text, kDashes) : 0;
}

/// The bytes of the space that `text` begins with; 0 for anything else.
std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii(text[0])) return text[0] == ' ' || text[0] == '\t' ? 1 : 0;
  return text.starts_with("\xC2\xA0") ? 2 : 0;
}

bool ends_with_space(std::string_view text) {
  return text.ends_with(' ') || text.ends_with('\t') || text.ends_with("\xC2\xA0");
}

std::size_t around_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii(text[0])) return kAsciiAround.find(text[0]) != std::string_view::npos ? 1 : 0;
  const bool may_be = text[0] == '\xC2' || text[0] == '\xE2' || text.starts_with("\xD8\x8C");
  return may_be ? length_of_any(text, kOtherAround) : 0;
}

/// The bytes at the end of `text` of one mark or dash that stands around names; 0 for a letter.
std::size_t around_length_at_end(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
  }
  const std::string_view last = text.substr(at);
  return std::max(around_length(last), dash_length(last));
}

/// `text` without blanks, brackets, quotation marks, stars and dashes around it; «كان (فرنسا)»
/// keeps its brackets.
std::string_view bare(std::string_view text) {
  for (std::size_t before = text.size() + 1; text.size() != before;) {
    before = text.size();
    text = without_blanks_around(text);
    text.remove_prefix(std::max(around_length(text), dash_length(text)));
    if (text.ends_with(')')) {
      if (text.find('(') == std::string_view::npos) text.remove_suffix(1);
      continue;
    }
    text.remove_suffix(around_length_at_end(text));
  }
  return text;
}

/// Calls `visit` with each word of `text`; false once it returns false.
template <typename Visit>
bool all_words(std::string_view text, Visit visit) {
  while (!(text = without_blanks_around(text)).empty()) {
    std::size_t end = 0;
    while (end < text.size() && space_length(text.substr(end)) == 0) {
      end += analyzers::utf8_length(text[end]);
    }
    if (!visit(text.substr(0, end))) return false;
    text.remove_prefix(std::min(end, text.size()));
  }
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first ASCII or Arabic-Indic digit of `text`.
std::size_t find_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_digit(text[at])) return at;
    const bool arabic = text[at] == '\xD9' && at + 1 < text.size() && text[at + 1] >= '\xA0' &&
                        text[at + 1] <= '\xA9';
    if (arabic) return at;
  }
  return std::string_view::npos;
}

bool has_sentence_mark(std::string_view text) {
  constexpr std::array<std::string_view, 8> kMarks{"؟", "!", "؛", "\"", "«", "»", "#", "…"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

bool is_sentence_word(const std::string& key) {
  static const std::unordered_set<std::string_view> kWords(kSentenceWords.begin(),
                                                           kSentenceWords.end());
  return kWords.contains(key);
}

/// The words of a short text that may be a name; 0 if it cannot be one.
std::size_t count_name_words(std::string_view text) {
  if (text.empty() || text.size() > kLongestPart || has_sentence_mark(text) ||
      text.find('.') != std::string_view::npos || find_digit(text) != std::string_view::npos) {
    return 0;
  }
  std::size_t words = 0;
  const bool all = all_words(text, [&](std::string_view word) {
    const std::string key = name_key(word);
    words += key.empty() ? 0U : 1U;
    return !is_sentence_word(key);
  });
  return all && words <= kMostWords ? words : 0;
}

bool looks_like_person(std::string_view text) {
  const std::size_t words = count_name_words(text);
  return words >= 2 && words <= 5 && text.find('(') == std::string_view::npos &&
         !is_known_place(text) && find_creditor(text) == nullptr;
}

bool begins_with_known_place(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"،", "(", "/"}) end = std::min(end, text.find(mark));
  return is_known_place(text.substr(0, end));
}

void add_agency(const Creditor& creditor, Credits& credits) {
  if (creditor.kind != CreditKind::agency) return;
  const auto same = std::find(credits.agencies.begin(), credits.agencies.end(), creditor.name);
  if (same == credits.agencies.end()) credits.agencies.emplace_back(creditor.name);
}

void merge_agencies(const Credits& from, Credits& into) {
  for (const std::string& agency : from.agencies) {
    const auto& all = into.agencies;
    if (std::find(all.begin(), all.end(), agency) == all.end()) into.agencies.push_back(agency);
  }
}

/// «رويترز وأ ف ب»: the last name of a list may have its و before it.
const Creditor* creditor_after_and(std::string_view text) {
  constexpr std::string_view kAnd = "و";
  text = without_blanks_around(text);
  return text.starts_with(kAnd) ? find_creditor(text.substr(kAnd.size())) : nullptr;
}

const Creditor* creditor_in_list(std::string_view text) {
  const Creditor* creditor = find_creditor(text);
  return creditor != nullptr ? creditor : creditor_after_and(text);
}

/// Where `text` can be parted into two names, after `from`: past a separator, or before « و».
Separator find_between_names(std::string_view text, std::size_t from) {
  constexpr std::string_view kAnd = " و";
  for (std::size_t at = from; at < text.size(); at += analyzers::utf8_length(text[at])) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = std::max(length_of_any(rest, kBetweenNames), dash_length(rest));
    if (length != 0) return {at, at + length};
    if (rest.starts_with(kAnd)) return {at, at + 1};
  }
  return {};
}

bool add_creditors_of(std::string_view text, Credits& credits) {
  text = bare(text);
  if (const Creditor* one = creditor_in_list(text)) {
    add_agency(*one, credits);
    return true;
  }
  for (Separator between = find_between_names(text, 0); between.found();
       between = find_between_names(text, between.end)) {
    const Creditor* first = creditor_in_list(bare(text.substr(0, between.begin)));
    if (first == nullptr) continue;
    add_agency(*first, credits);
    return add_creditors_of(text.substr(between.end), credits);
  }
  return false;
}

/// What follows `label` and a colon, dash, bracket or white space in `text`; null if it does not
/// begin so. `strict`: white space alone is not enough.
std::string_view after_label(std::string_view text, std::string_view label, bool strict) {
  if (!text.starts_with(label)) return {};
  std::string_view rest = text.substr(label.size());
  const std::string_view without_space = without_blanks_around(rest);
  const bool marked = without_space.starts_with(":") || without_space.starts_with("(") ||
                      dash_length(without_space) != 0;
  const bool spaced = space_length(rest) != 0;
  return marked || (spaced && !strict) ? bare(rest) : std::string_view{};
}

bool add_source_label(std::string_view text, Credits& credits) {
  std::string_view rest = after_label(text, "المصدر", true);
  for (const std::string_view label : {"نقلا عن", "نقلاً عن", "نقلًا عن", "عن"}) {
    if (rest.empty()) rest = after_label(text, label, label == "عن");
  }
  if (rest.empty() || rest.size() > kLongestPart) return false;
  Credits named;
  if (add_creditors_of(rest, named) && !named.agencies.empty()) {
    merge_agencies(named, credits);
    return true;
  }
  std::string source;
  bool name = all_words(rest, [&](std::string_view word) {
    if (!source.empty()) source += ' ';
    source += word;
    return word.find('.') == std::string_view::npos || source == word;
  });
  // «الرأي" الأردنية»: the quotation marks are not part of the name.
  for (const std::string_view mark : {"\"", "«", "»", "“", "”"}) {
    for (std::size_t at = source.find(mark); at != std::string::npos; at = source.find(mark)) {
      source.erase(at, mark.size());
    }
  }
  name = name && std::count(source.begin(), source.end(), ' ') < 6;
  if (name && credits.original_source.empty()) credits.original_source = std::move(source);
  return name;
}

bool add_byline_label(std::string_view text, Credits& credits) {
  struct Label {
    std::string_view text;
    bool strict;
  };
  constexpr std::array<Label, 12> kLabels{{{"كتب", true},
                                           {"كتبت", true},
                                           {"كتبه", true},
                                           {"بقلم", false},
                                           {"إعداد", false},
                                           {"اعداد", false},
                                           {"تقرير", true},
                                           {"حوار", true},
                                           {"تحقيق", true},
                                           {"الكاتب", true},
                                           {"المحرر", true},
                                           {"مراسلنا", true}}};
  for (const Label& label : kLabels) {
    const std::string_view person = after_label(text, label.text, label.strict);
    if (person.empty() || !looks_like_person(person)) continue;
    if (credits.author.empty()) credits.author = person;
    return true;
  }
  return false;
}

/// «الرياض 23 نوفمبر 2018 م واس»
bool add_place_date_agency(std::string_view text, Credits& credits) {
  const std::size_t digit = find_digit(text);
  if (digit == std::string_view::npos) return false;
  const std::string_view place = without_date(text);
  const std::size_t space = text.find_last_of(" /");
  if (space == std::string_view::npos || space < digit || !begins_with_known_place(place)) {
    return false;
  }
  if (!add_creditors_of(text.substr(space), credits)) return false;
  if (credits.place.empty()) credits.place = place;
  return true;
}

/// «مراسل الساحل في دمشق»
bool add_correspondent_in(std::string_view text, Credits& credits) {
  if (!text.starts_with("مراسل") && !text.starts_with("مكتب")) return false;
  for (const std::string_view in : {" في ", " فى "}) {
    const std::size_t at = text.find(in);
    if (at == std::string_view::npos) continue;
    const std::string_view place = bare(text.substr(at + in.size()));
    if (!is_known_place(place)) continue;
    if (credits.place.empty()) credits.place = place;
    return true;
  }
  return false;
}

/// The parts of a line that dashes, slashes, colons and brackets part from each other.
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    if (part = bare(part); !part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  for (Separator next = find_separator(line, 0); next.found();
       next = find_separator(line, next.end)) {
    add(line.substr(begin, next.begin - begin));
    begin = next.end;
  }
  add(line.substr(begin));
  if (parts.size() != 1) return parts;
  // «القاهرة (رويترز)», «لندن: «الشرق الأوسط»», «العربية.نت-سالم الحداد»
  for (const std::string_view mark : {"(", ":", "-", "،"}) {
    const std::size_t at = line.find(mark);
    if (at == std::string_view::npos) continue;
    parts.clear();
    add(line.substr(0, at));
    add(line.substr(at + mark.size()));
    return parts;
  }
  return parts;
}

/// «العربية.نت، سالم الحداد»: the persons among the names; empty if there is none or anything else.
std::string persons_among_names(std::string_view part, Credits& credits) {
  constexpr std::string_view kComma = "،";
  std::string persons;
  for (std::string_view rest = part; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(kComma), rest.size());
    const std::string_view one = bare(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + kComma.size(), rest.size()));
    if (add_creditors_of(one, credits)) continue;
    const std::string_view name = correspondent(one);
    if (name.empty()) return {};
    if (!persons.empty()) persons += kAgencySeparator;
    persons += name;
  }
  return persons;
}

/// «سول/واشنطن» of «سول/واشنطن - رويترز», whose parts these are: all before the first agency that
/// slashes join; empty if that is no place.
std::string_view place_before_agency(std::string_view line,
                                     const std::vector<std::string_view>& parts,
                                     std::size_t first_agency) {
  if (first_agency == 0 || first_agency > 2) return {};
  const auto begin = static_cast<std::size_t>(parts[0].data() - line.data());
  const auto last = static_cast<std::size_t>(parts[first_agency - 1].data() - line.data());
  const std::string_view place = line.substr(begin, last + parts[first_agency - 1].size() - begin);
  const bool joined = first_agency == 1 || (place.find('/') == parts[0].size() &&
                                            looks_like_place(without_date(parts[1])));
  const std::string_view undated = without_date(first_agency == 1 || !joined ? parts[0] : place);
  return joined && looks_like_place(undated) ? undated : std::string_view{};
}

/// Whether `part`, which a person's name follows, is a place: a person has two names or more.
bool is_place_before_person(std::string_view part) {
  return begins_with_known_place(part) || part.ends_with(')') || count_name_words(part) == 1;
}

bool is_trusted_byline(std::string_view part, CreditPlace where) {
  return where == CreditPlace::author_field || part.starts_with("من ") ||
         part.starts_with("كتب ") || part.starts_with("كتبت ");
}

bool add_parts(std::string_view line, CreditPlace where, Credits& credits) {
  const std::vector<std::string_view> parts = parts_of(line);
  if (parts.size() < 2 || parts.size() > 4) return false;
  Credits named;
  std::vector<bool> is_creditor(parts.size());
  std::size_t first_agency = 0;  // the first is never looked for a place before
  for (std::size_t at = 0; at < parts.size(); ++at) {
    is_creditor[at] = add_creditors_of(parts[at], named);
    if (!named.agencies.empty() && first_agency == 0) first_agency = at;
  }
  const bool credited =
      std::find(is_creditor.begin(), is_creditor.end(), true) != is_creditor.end();
  const std::string_view place =
      is_creditor[0] ? std::string_view{} : place_before_agency(line, parts, first_agency);
  const bool any_place = where != CreditPlace::closing || begins_with_known_place(place);
  if (any_place) named.place = place;
  for (std::size_t at = place.empty() ? 0 : first_agency; at < parts.size(); ++at) {
    if (is_creditor[at]) continue;
    const std::string_view part = without_date(parts[at]);
    const bool may_be_place = named.place.empty() && looks_like_place(part);
    const bool person_follows =
        at == 0 && where == CreditPlace::author_field && parts.size() == 2 && !credited;
    if (may_be_place &&
        (begins_with_known_place(part) || (person_follows && is_place_before_person(part)))) {
      named.place = part;
      continue;
    }
    // «هالة منصور - العربية.نت» and «ريو دي جانيرو - العربية.نت» look alike.
    if (may_be_place && at == 0 && credited && where == CreditPlace::author_field) continue;
    if (!is_trusted_byline(parts[at], where)) return false;
    std::string persons = persons_among_names(parts[at], named);
    if (persons.empty()) return false;
    if (named.author.empty()) named.author = std::move(persons);
  }
  if (!credited && (named.place.empty() || named.author.empty())) return false;
  // «أبوظبي - سكاي نيوز عربية»: where the station has its seat, whatever the article is about.
  const bool seat = where == CreditPlace::author_field && credited && named.agencies.empty() &&
                    named.author.empty();
  merge_agencies(named, credits);
  if (credits.place.empty() && !seat) credits.place = std::move(named.place);
  if (credits.author.empty()) credits.author = std::move(named.author);
  return true;
}

}  // namespace

bool add_creditors(std::string_view text, Credits& credits) {
  if (text.size() > kLongestLine) return false;
  Credits named = credits;
  if (!add_creditors_of(text, named)) return false;
  credits = std::move(named);
  return true;
}

bool looks_like_place(std::string_view text) { return count_name_words(text) != 0; }

std::string_view without_date(std::string_view place) {
  const std::size_t digit = find_digit(place);
  if (digit == std::string_view::npos) return bare(place);
  place = bare(place.substr(0, digit));
  for (const std::string_view in : {" في", " فى"}) {  // «أبوظبي في 3 مايو»
    if (place.ends_with(in)) return bare(place.substr(0, place.size() - in.size()));
  }
  return place;
}

std::string_view correspondent(std::string_view text) {
  text = bare(text);
  for (const std::string_view before : {"من ", "كتب ", "كتبت "}) {
    if (text.starts_with(before)) text = bare(text.substr(before.size()));
  }
  return looks_like_person(text) ? text : std::string_view{};
}

Separator find_separator(std::string_view text, std::size_t from) {
  constexpr std::string_view kTatweel = "ـ";
  for (std::size_t at = from; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool slash = rest[0] == '/';
    const std::size_t dash = dash_length(rest);
    if (!slash && dash == 0) {
      at += analyzers::utf8_length(rest[0]);
      continue;
    }
    std::size_t end = at + std::max<std::size_t>(dash, 1);
    const bool pair = dash_length(text.substr(end)) != 0;
    while (end < text.size() && dash_length(text.substr(end)) != 0) {
      end += dash_length(text.substr(end));
    }
    const bool after_space = at == 0 || ends_with_space(text.substr(0, at));
    const bool before_space = end == text.size() || space_length(text.substr(end)) != 0;
    // Tatweel inside or after a word is that word's.
    const bool tatweel = rest.starts_with(kTatweel) || rest[0] == '_';
    if (slash || after_space || (!tatweel && (before_space || pair))) {
      const Separator more = leading_separator(text.substr(end));
      return {at, end + more.end};
    }
    at = end;
  }
  return {};
}

Separator leading_separator(std::string_view text) {
  std::size_t end = 0;
  bool mark = false;
  while (end < text.size()) {
    const std::string_view rest = text.substr(end);
    const std::size_t space = space_length(rest);
    const std::size_t sign =
        std::max(dash_length(rest), std::size_t{rest[0] == '/' || rest[0] == ':' ? 1U : 0U});
    if (space == 0 && sign == 0) break;
    mark = mark || sign != 0;
    end += std::max(space, sign);
  }
  return {mark ? 0 : std::string_view::npos, end};
}

bool add_credit_line(std::string_view line, CreditPlace where, Credits& credits) {
  if (line.size() > kLongestLine) return false;
  line = without_blanks_around(line);
  if (line.empty()) return false;
  const std::string_view text = bare(line);
  return add_source_label(text, credits) || add_byline_label(text, credits) ||
         add_parts(line, where, credits) || add_creditors(text, credits) ||
         (where == CreditPlace::author_field && add_correspondent_in(text, credits)) ||
         add_place_date_agency(text, credits);
}

bool read_credit_line(std::string_view line, Credits& credits) {
  return add_credit_line(line, CreditPlace::body, credits);
}

}  // namespace warraq::corpus
