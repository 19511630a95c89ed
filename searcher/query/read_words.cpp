// Words, wildcards and quotations.
#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/characters.h"
#include "corpus/article/text.h"
#include "searcher/query/reader.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using analyzers::CharacterClass;

// U+066D is on Arabic keyboards' maps beside the others.
constexpr std::array<std::string_view, 3> kStars = {"*", "＊", "٭"};

std::size_t star_at_end(std::string_view text) {
  for (const std::string_view star : kStars) {
    if (text.ends_with(star)) return star.size();
  }
  return 0;
}

std::size_t star_at_beginning(std::string_view text) {
  for (const std::string_view star : kStars) {
    if (text.starts_with(star)) return star.size();
  }
  return 0;
}

bool has_star(std::string_view text) {
  return std::any_of(kStars.begin(), kStars.end(), [text](std::string_view star) {
    return text.find(star) != std::string_view::npos;
  });
}

CharacterClass class_of(std::string_view character) {
  return analyzers::classify(analyzers::decode_utf8(character, 0).code_point);
}

bool is_no_part_of_a_word(CharacterClass kind) {
  return kind == CharacterClass::separator || kind == CharacterClass::invisible;
}

std::size_t last_character(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  return begin;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += analyzers::utf8_length(text[at])) {
    if (!is_no_part_of_a_word(class_of(text.substr(at)))) return true;
  }
  return false;
}

bool begins_with_word(std::string_view text) {
  return !text.empty() && !is_no_part_of_a_word(class_of(text));
}

std::string_view without_punctuation_behind(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = last_character(text);
    if (!is_no_part_of_a_word(class_of(text.substr(last)))) break;
    text = text.substr(0, last);
  }
  return text;
}

// Without the punctuation behind a star: كلمة*، is كلمة*. Any other text stays as it is.
std::string_view up_to_star(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty() && star_at_end(rest) == 0) {
    const std::size_t last = last_character(rest);
    if (!is_no_part_of_a_word(class_of(rest.substr(last)))) return text;
    rest = rest.substr(0, last);
  }
  return rest.empty() ? text : rest;
}

std::string_view without_stars_at_end(std::string_view text) {
  while (const std::size_t bytes = star_at_end(text)) text.remove_suffix(bytes);
  return text;
}

std::string_view without_stars_at_beginning(std::string_view text) {
  while (const std::size_t bytes = star_at_beginning(text)) text.remove_prefix(bytes);
  return text;
}

// كلمة~2 of other engines, which search similar words so.
std::string_view without_similarity(std::string_view text) {
  const std::size_t tilde = text.find('~');
  if (tilde == std::string_view::npos || tilde == 0) return text;
  const std::string_view number = text.substr(tilde + 1);
  return number.empty() || near_number(number) ? text.substr(0, tilde) : text;
}

// Where ^3 begins, at the end of a text; npos where it does not.
std::size_t boost_at_end(std::string_view text) {
  const std::size_t mark = text.rfind('^');
  if (mark == std::string_view::npos) return mark;
  const std::string_view number = text.substr(mark + 1);
  const std::string_view whole = number.substr(0, number.find('.'));
  return near_number(whole) ? mark : std::string_view::npos;
}

bool is_letter(CharacterClass kind) {
  return kind == CharacterClass::arabic_letter || kind == CharacterClass::latin_letter ||
         kind == CharacterClass::other_letter;
}

// غ?ة, which in other engines is a letter left open. A question mark behind a word is none, nor is
// one of an address.
bool has_open_letter(std::string_view text) {
  bool any = false;
  bool behind_letter = false;
  bool behind_mark = false;
  for (std::size_t at = 0; at < text.size(); at += analyzers::utf8_length(text[at])) {
    if (text[at] == '?') {
      behind_mark = behind_letter;
      behind_letter = false;
      continue;
    }
    const CharacterClass kind = class_of(text.substr(at));
    if (!is_letter(kind) && kind != CharacterClass::mark) return false;
    any = any || behind_mark;
    behind_mark = false;
    behind_letter = true;
  }
  return any;
}

// near/5, W/5: NEAR as other engines write it, or in small letters.
bool is_like_near(std::string_view run) {
  constexpr std::array<std::string_view, 5> kLikeNear = {"near/", "w/", "n/", "pre/", "adj/"};
  if (run.size() > kMaxConnectiveBytes) return false;
  const std::string lower = corpus::lower_ascii(run);
  return std::any_of(kLikeNear.begin(), kLikeNear.end(), [&](std::string_view name) {
    return lower.starts_with(name) && near_number(lower.substr(name.size()));
  });
}

// Of -5; empty for any other text.
std::string_view number_behind_minus(std::string_view run) {
  for (const std::string_view minus : {"-", "−", "－"}) {
    if (!run.starts_with(minus) || run.size() == minus.size()) continue;
    const std::string_view rest = run.substr(minus.size());
    if (class_of(rest) == CharacterClass::digit) return rest;
  }
  return {};
}

struct NamedNearness {
  std::string_view name;
  Nearness::Kind kind;
};

constexpr std::array<NamedNearness, 12> kNearness = {{
    {"s", Nearness::Kind::sentence},
    {"sentence", Nearness::Kind::sentence},
    {"جملة", Nearness::Kind::sentence},
    {"جمله", Nearness::Kind::sentence},
    {"الجملة", Nearness::Kind::sentence},
    {"الجمله", Nearness::Kind::sentence},
    {"p", Nearness::Kind::paragraph},
    {"paragraph", Nearness::Kind::paragraph},
    {"فقرة", Nearness::Kind::paragraph},
    {"فقره", Nearness::Kind::paragraph},
    {"الفقرة", Nearness::Kind::paragraph},
    {"الفقره", Nearness::Kind::paragraph},
}};

std::optional<Nearness> nearness_named(std::string_view name) {
  if (const auto words = near_number(name)) return Nearness{Nearness::Kind::words, *words};
  const std::string lower = corpus::lower_ascii(name);
  for (const NamedNearness& known : kNearness) {
    if (known.name == lower) return Nearness{known.kind, 0};
  }
  return std::nullopt;
}

}  // namespace

Reader::Part Reader::read_operand() {
  if (cursor_.at_opening_bracket()) return read_group();
  if (cursor_.at_quotation_mark()) return read_quotation(false);
  if (const auto quotation = cursor_.doubtful_quotation()) return read_quotation(*quotation, false);
  if (cursor_.take({"\\"})) return read_literal(false);
  const std::size_t begin = cursor_.at();
  if (cursor_.take({"=", "＝"})) return read_exact(begin);
  if (const auto mark = field_mark(cursor_.rest())) {
    if (const auto field = field_named(mark->name)) return read_field(*mark, *field);
  }
  return read_word();
}

Reader::Part Reader::read_exact(std::size_t begin) {
  if (cursor_.at_quotation_mark()) return read_quotation(true);
  if (const auto quotation = cursor_.doubtful_quotation()) return read_quotation(*quotation, true);
  if (cursor_.take({"\\"})) return read_literal(true);
  const auto mark = field_mark(cursor_.rest());
  if (const auto field = mark ? field_named(mark->name) : std::nullopt) {
    problem(begin, cursor_.at() + mark->end, "= stands before a field, not behind its colon",
            "it was left out");
    return read_field(*mark, *field);
  }
  if (!cursor_.run().empty()) return read_run(true);
  problem(begin, cursor_.at(), "= has no word and no quotation behind it", "it was left out");
  return cursor_.at_opening_bracket() ? read_group() : std::nullopt;
}

// What a backslash stands before is text up to the next space, whatever it looks like.
Reader::Part Reader::read_literal(bool exact) {
  const std::size_t begin = cursor_.at();
  const std::string_view text = cursor_.up_to_space();
  cursor_.move_to(begin + text.size());
  if (text.empty()) return std::nullopt;
  return leaf(Node::Kind::word, exact, text, begin);
}

Reader::Part Reader::read_quotation(bool exact) {
  const std::size_t begin = cursor_.at();
  if (const auto quotation = cursor_.quotation()) return read_quotation(*quotation, exact);
  while (pass_open_quotation_mark()) {
  }
  const bool is_followed =
      !cursor_.at_end() && !cursor_.at_space() && !cursor_.at_closing_bracket();
  if (!is_followed) return std::nullopt;
  return exact ? read_exact(begin) : read_operand();
}

Reader::Part Reader::read_quotation(const Cursor::Quotation& quotation, bool exact) {
  const std::size_t begin = cursor_.at();
  cursor_.move_to(quotation.end);
  const std::string_view text = corpus::trimmed(quotation.text);
  if (text.empty()) {
    problem(begin, quotation.end, "a quotation without words", "it was left out");
    return std::nullopt;
  }
  if (has_star(text)) {
    problem(begin, quotation.end, "* means nothing inside a quotation",
            "the quotation was searched without it");
  }
  const std::size_t behind = cursor_.at();
  const auto nearness = read_nearness();
  if (nearness && names_) {
    problem(behind, cursor_.at(), "~ means nothing behind a name", "it was left out");
  }
  const std::size_t end = cursor_.at();
  pass_boost();
  Part result = leaf(Node::Kind::phrase, exact, text, begin);
  if (!result) return result;
  result->place.end = place(begin, end).end;
  if (result->kind == Node::Kind::phrase) result->nearness = nearness.value_or(Nearness());
  return result;
}

// Whether there was one.
bool Reader::pass_open_quotation_mark() {
  if (!cursor_.at_quotation_mark() || cursor_.quotation()) return false;
  const std::size_t begin = cursor_.at();
  cursor_.skip_character();
  problem(begin, cursor_.at(), "a quotation mark is left open",
          "what follows it was searched as words");
  return true;
}

// Behind spaces, only what can be nothing else.
std::optional<Nearness> Reader::read_nearness() {
  const std::size_t begin = cursor_.at();
  Cursor ahead = cursor_;
  const bool spaced = ahead.skip_spaces();
  if (!ahead.take({"~", "～"})) return std::nullopt;
  const std::string_view name = ahead.run();
  ahead.move_to(ahead.at() + name.size());
  const auto nearness = nearness_named(without_punctuation_behind(name));
  if (nearness || !spaced) cursor_ = ahead;
  if (!nearness && !spaced) {
    problem(begin, cursor_.at(), "~ has neither a number nor «sentence» or «paragraph» behind it",
            "the words were searched side by side");
  }
  return nearness;
}

// ^3, by which other engines have a part count more.
void Reader::pass_boost() {
  const std::size_t begin = cursor_.at();
  const std::string_view run = cursor_.run(kMaxConnectiveBytes);
  if (run.empty() || boost_at_end(run) != 0) return;
  cursor_.move_to(begin + run.size());
  problem(begin, cursor_.at(), "^ means nothing: every part counts by how rare it is",
          "it was left out");
}

Reader::Part Reader::read_word() {
  const std::size_t begin = cursor_.at();
  const std::string_view run = cursor_.run();
  const auto mark = field_mark(run);
  if (mark) {
    const std::string_view value = run.substr(mark->end);
    Cursor behind = cursor_;
    behind.move_to(begin + run.size());
    const bool glued = value.empty() && (behind.at_quotation_mark() || behind.at_opening_bracket());
    if (glued || begins_with_word(value)) {
      const std::string_view like = field_like(mark->name);
      problem(begin, begin + mark->end, "there is no field of this name",
              "it was searched as a word; " +
                  (like.empty() ? "the fields are title, body, source, category, author, agency "
                                  "and date (عنوان، نص، مصدر، قسم، كاتب، وكالة، تاريخ)"
                                : "the nearest field is " + std::string(like)));
    }
    // Its colon would make a field of what follows.
    if (glued) {
      cursor_.move_to(begin + mark->end);
      return leaf(Node::Kind::word, false, mark->name, begin);
    }
  }
  return read_run(false);
}

// Marks of other languages, and of this one where they mean nothing. Whether the run is to be left
// out.
bool Reader::is_foreign(std::string_view run, std::size_t begin) {
  const std::size_t end = begin + run.size();
  if (run == "+" || run == "＋") {
    problem(begin, end, "+ has nothing at once behind it", "it was left out");
    return true;
  }
  if (run.starts_with('!') &&
      (run.size() > 1 ? is_letter(class_of(run.substr(1)))
                      : cursor_.at_quotation() || cursor_.at_opening_bracket())) {
    problem(begin, begin + 1, "! means nothing", "it was left out; - excludes what follows");
  } else if (const std::string_view number = number_behind_minus(run); !number.empty()) {
    problem(begin, end, "a minus before a number is the number's",
            "the number was searched; -(" + std::string(number) + ") excludes it");
  } else if (is_like_near(run)) {
    problem(begin, end, std::string(run) + " is no operator: NEAR/5 is, in capitals",
            "it was searched as a word");
  } else if (has_open_letter(run)) {
    problem(begin, end, "? stands for no letter; * does, at the end of a word",
            "the pieces were searched as words");
  } else if (run.starts_with('~') || run.starts_with("～")) {
    const std::string_view name =
        run.substr(run.starts_with('~') ? 1 : std::string_view("～").size());
    if (!nearness_named(without_punctuation_behind(name))) return false;
    problem(begin, end, "~ means nothing but behind a quotation", "it was left out");
    return true;
  } else if (boost_at_end(run) == 0) {
    problem(begin, end, "^ means nothing: every part counts by how rare it is", "it was left out");
    return true;
  }
  return false;
}

// «عنوان :ليبيا»: no field, but perhaps meant for one.
void Reader::look_before_colon(std::string_view run, std::size_t begin) {
  if (!field_named(run)) return;
  Cursor ahead = cursor_;
  if (!ahead.skip_spaces() || !ahead.take({":", "：", "﹕"})) return;
  if (!begins_with_word(ahead.rest()) && !ahead.at_quotation() && !ahead.at_opening_bracket())
    return;
  problem(begin, ahead.at(), "a space stands before the colon of a field",
          "it was searched as a word");
}

Reader::Part Reader::read_run(bool exact) {
  const std::size_t begin = cursor_.at();
  std::string_view run = cursor_.run();
  const std::size_t end = begin + run.size();
  cursor_.move_to(end);
  if (is_foreign(run, begin)) return std::nullopt;
  look_before_colon(run, begin);
  if (const std::size_t boost = boost_at_end(run); boost != std::string_view::npos) {
    problem(begin + boost, end, "^ means nothing: every part counts by how rare it is",
            "it was left out");
    run = run.substr(0, boost);
  }
  std::string_view text = up_to_star(run);
  const bool is_prefix = star_at_end(text) != 0;
  text = without_stars_at_end(text);
  if (!has_word(text)) {
    if (has_star(run)) problem(begin, end, "* has no letters before it", "it was left out");
    return std::nullopt;
  }
  if (has_star(text) || (is_prefix && !begins_with_word(text))) {
    problem(begin, end, "* means nothing but behind the letters of a word", "it was left out");
    return leaf(Node::Kind::word, exact, without_stars_at_beginning(text), begin);
  }
  if (is_prefix) return leaf(Node::Kind::prefix, exact, text, begin);
  const std::string_view dissimilar = without_similarity(text);
  if (dissimilar.size() < text.size()) {
    problem(begin, end, "~ means nothing but behind a quotation", "it was left out");
  }
  return leaf(Node::Kind::word, exact, dissimilar, begin);
}

Reader::Part Reader::leaf(Node::Kind kind, bool exact, std::string_view text, std::size_t begin) {
  closed_ = kind == Node::Kind::phrase;
  if (parts_ >= kMaxParts) {
    if (!cut_) {
      problem(begin, cursor_.at(),
              "the query has more than " + std::to_string(kMaxParts) + " parts",
              "what follows was left out");
    }
    cut_ = true;
    cursor_.cut_here();
    return std::nullopt;
  }
  ++parts_;
  Node result;
  result.kind = kind;
  result.exact = exact;
  result.text = text;
  result.place = place(begin, cursor_.at());
  if (names_) {
    if (kind == Node::Kind::prefix) {
      problem(begin, cursor_.at(), "* means nothing in a name", "it was left out");
    }
    result.kind = Node::Kind::name;
    result.name_field = *names_;
  }
  return result;
}

}  // namespace warraq::searcher
