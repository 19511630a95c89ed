#include "searcher/serve/page/arabic_message.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

#include "searcher/serve/page/marked_text.h"

namespace warraq::searcher::serve {
namespace {

/// English as the library has it, with places for what differs:
///   {q}  what it isolates
///   {l}  several of these with commas between them
///   {n}  a number, of which {w} stands for those with separators and for days
///   {w}  anything up to what follows in the pattern
///   {_}  the same, of no account to the Arabic
///   {r}  the rest, a message of its own
/// In the Arabic, {} stands where the next of them is put.
struct Message {
  std::string_view english;
  std::string_view arabic;
};

// Between U+2066 and U+2069 stands what is read from the left though it begins with a digit.
constexpr Message kWhole[] = {
    // Names
    {"no article has the source {q}; there is {l}", "لا مقالة مصدرها {}؛ ومن المصادر {}."},
    {"no article has the source {q}; {_}", "لا مقالة مصدرها {}."},
    {"no article has the category {q}; there is {l}", "لا مقالة قسمها {}؛ ومن الأقسام {}."},
    {"no article has the category {q}; {_}", "لا مقالة قسمها {}."},
    {"no article has the author {q}; there is {l}", "لا مقالة كاتبها {}؛ ومن الكتّاب {}."},
    {"no article has the author {q}; {_}", "لا مقالة كاتبها {}."},
    {"no article has the agency {q}; there is {l}", "لا مقالة وكالتها {}؛ ومن الوكالات {}."},
    {"no article has the agency {q}; {_}", "لا مقالة وكالتها {}."},
    // What was cut
    {"of the {n} prefixes, the first {n} were searched",
     "في الاستعلام {} من البوادئ، بُحث عن أول {} منها."},
    {"of the words that begin with {w}, the most frequent were searched",
     "الكلمات التي تبدأ كما في {} كثيرة، فبُحث عن أكثرها ورودًا."},
    {"the query was cut after {n} words", "الاستعلام طويل، فبُحث عن أول {} كلمة منه."},
    {"there was no time left to think of other queries", "لم يبقَ وقت لاقتراح استعلامات أخرى."},
    {"the archive has no vocabulary, or a part of it has none{_}",
     "ليس للأرشيف معجم، أو ليس لجزء منه: لا يُبحث فيه عن صيغ أخرى للكلمات."},
    // What cannot be asked
    {"the query holds no word: {r}", "ليس في الاستعلام كلمة يُبحث عنها: {}"},
    {"the query holds no word", "ليس في الاستعلام كلمة يُبحث عنها."},
    {"give at least one word to search", "اكتب كلمة واحدة على الأقل."},
    {"from: there is no date {q}", "تاريخ البداية: لا يوجد تاريخ «{}»."},
    {"to: there is no date {q}", "تاريخ النهاية: لا يوجد تاريخ «{}»."},
    {"write a year, a month or a day: {_}",
     "اكتب سنة أو شهرًا أو يومًا: 2018 أو \u2066"
     "2018-03\u2069 أو \u2066"
     "2018-03-15\u2069."},
    {"write a year, a month or a day, with {_}",
     "اكتب سنة أو شهرًا أو يومًا، والكلمات بين علامتي تنصيص: \u2066"
     "2018\u2069 أو "
     "\u2066"
     "2018-03..2018-05\u2069 أو \"15 آذار 2018\"."},
    {"a year of the Hijri calendar is written {w}", "تُكتب السنة الهجرية هكذا: {}."},
    {"in the brackets behind a date's field stand dates, perhaps with OR between them",
     "بين القوسين بعد حقل التاريخ تواريخ، ويجوز أن تفصل بينها OR."},
    {"dates are from 1500 to 2199", "التواريخ من سنة 1500 إلى سنة 2199."},
    {"the dates run backwards: from {w} to {w}", "تاريخ البداية {} بعد تاريخ النهاية {}."},
    {"give the earlier date first{_}", "اكتب الأسبق أولًا."},
    {"put the earlier one first", "اكتب الأسبق أولًا."},
    {"the articles found span {_} {_}, from {w} to {w}",
     "تمتد المقالات من {} إلى {}، وهذا أطول من أن يُعرض هكذا."},
    {"count them by {_}", "اختر تاريخ بداية وتاريخ نهاية."},
    {"use fewer brackets", "استعمل أقواسًا أقل."},
    {"query takes {n} bytes at the most, not {n}",
     "يُقبل من الاستعلام {} بايت على الأكثر، وفي هذا {}."},
    {"sort takes {_}, not {q}", "لا يوجد ترتيب باسم {}."},
    {"group takes {_}, not {q}", "ليس {} مجموعة من النسخ."},
    {"{w} does not take {q}, but 1 or 0", "لا يأخذ {} القيمة {}، بل 1 أو 0."},
    {"{w} takes one value, not {n}", "يُقبل من {} قيمة واحدة، لا {}."},
    {"exclude-variant takes {n} spellings of {n} bytes at the most",
     "يُستثنى من الصيغ {} على الأكثر، كل منها {} بايت على الأكثر."},
    // What is not the reader's fault
    {"the archive cannot be read now", "لا يمكن أن يُقرأ الأرشيف الآن."},
    {"not enough memory for this request", "لا تكفي الذاكرة لهذا الطلب."},
    {"ask for less at once", "اطلب أقل من ذلك دفعة واحدة."},
    {"internal error", "خطأ داخلي."},
};

// What is wrong in a query, before its place.
constexpr Message kProblems[] = {
    {"there is no date {q}", "لا يوجد تاريخ «{}»"},
    {"this is no date", "ليس هذا تاريخًا"},
    {"no day is left", "لا يبقى يوم"},
    {"the dates run backwards", "تاريخ البداية بعد تاريخ النهاية"},
    {"the query nests deeper than {n} levels", "الأقواس متداخلة إلى أعمق من {} طبقة"},
    {"a field has nothing behind it", "ليس بعد الحقل شيء"},
    {"what stands behind this is no value of a field", "ليس ما بعد هذا قيمة لحقل"},
    {"- stands behind a date's field", "علامة - بعد حقل تاريخ"},
    {"brackets without a date in them", "قوسان ليس بينهما تاريخ"},
    {"there is no field of this name", "لا يوجد حقل بهذا الاسم"},
    {"a space stands before the colon of a field", "فراغ قبل نقطتي الحقل"},
    {"NEAR joins words, quotations and a few of them with OR, not fields, prefixes or signs",
     "تصل NEAR بين كلمات وتنصيصات وقليل منها بينها OR، لا بين حقول أو بوادئ أو علامات"},
    {"NEAR stands between an exact word and another", "تقع NEAR بين كلمة بصيغتها وكلمة أخرى"},
    {"NEAR stands beside a quotation of several words", "تقع NEAR إلى جانب تنصيص من عدة كلمات"},
    {"{w} is no operator: NEAR/5 is, in capitals", "ليست {} أداة، بل NEAR/5 بحروف كبيرة"},
    {"{w} is an operator only between quotations, brackets and fields",
     "لا تكون {} أداة إلا بين تنصيصات وأقواس وحقول"},
    {"a bracket is closed that was not opened", "قوس أُغلق ولم يُفتح"},
    {"a bracket is left open", "قوس تُرك مفتوحًا"},
    {"brackets without anything to search in them", "قوسان ليس بينهما ما يُبحث عنه"},
    {"several signs stand before one part", "عدة علامات قبل جزء واحد"},
    {"+ means nothing beside AND, OR and NOT", "لا أثر لعلامة + مع AND وOR وNOT"},
    {"+ has nothing at once behind it", "ليس بعد علامة + شيء ملتصق بها"},
    {"= stands before a field, not behind its colon", "علامة = قبل الحقل لا بعد نقطتيه"},
    {"= has no word and no quotation behind it", "ليس بعد علامة = كلمة ولا تنصيص"},
    {"a quotation without words", "تنصيص بلا كلمات"},
    {"a quotation mark is left open", "علامة تنصيص تُركت مفتوحة"},
    {"* means nothing inside a quotation", "لا أثر لعلامة * داخل تنصيص"},
    {"* means nothing in a name", "لا أثر لعلامة * في اسم"},
    {"* means nothing but behind the letters of a word", "لا أثر لعلامة * إلا بعد حروف كلمة"},
    {"* has no letters before it", "ليس قبل علامة * حروف"},
    {"~ means nothing behind a name", "لا أثر لعلامة ~ بعد اسم"},
    {"~ means nothing but behind a quotation", "لا أثر لعلامة ~ إلا بعد تنصيص"},
    {"~ has neither a number nor «sentence» or «paragraph» behind it",
     "ليس بعد علامة ~ عدد ولا «جملة» ولا «فقرة»"},
    {"^ means nothing: every part counts by how rare it is",
     "لا أثر لعلامة ^، فكل جزء يُعدّ بقدر ندرته"},
    {"! means nothing", "لا أثر لعلامة !"},
    {"a minus before a number is the number's", "علامة - قبل العدد منه"},
    {"? stands for no letter; * does, at the end of a word",
     "لا تنوب علامة ? عن حرف، بل * عن حروف في آخر الكلمة"},
    {"the query has more than {n} parts", "في الاستعلام أكثر من {} جزء"},
    {"the query has more than {n} words", "في الاستعلام أكثر من {} كلمة"},
    {"the query was cut at {n} bytes", "اقتُطع الاستعلام عند {} بايت"},
    {"{w} more thing was not understood", "لم يُفهم شيء آخر (عددها: {})"},
    {"{w} more things was not understood", "لم تُفهم أشياء أخرى (عددها: {})"},
    {"{w} has nothing before it", "ليس قبل {} شيء"},
    {"{w} has nothing behind it", "ليس بعد {} شيء"},
};

// What was searched instead, behind it.
constexpr Message kInstead[] = {
    {"it was left out", "أُسقط ذلك"},
    {"they were left out", "أُسقطا"},
    {"it was left out; - excludes what follows", "أُسقطت؛ وعلامة - تستثني ما بعدها"},
    {"it was searched as words; a date is one such as 2018, 2018-03 or {_}",
     "بُحث عن ذلك كلماتٍ؛ والتاريخ مثل 2018 أو \u2066"
     "2018-03\u2069 أو 15 آذار 2018"},
    {"it was searched as words", "بُحث عن ذلك كلماتٍ"},
    {"it was searched as a word", "بُحث عن ذلك كلمةً"},
    {"it was searched as a word; NOT or - excludes what follows",
     "بُحث عنها كلمةً؛ والاستثناء بـ NOT أو -"},
    {"it was searched as a word; OR joins any parts", "بُحث عنها كلمةً؛ و OR تصل بين أي جزأين"},
    {"it was searched as a word; the fields are {_}",
     "بُحث عنه كلمةً؛ والحقول: عنوان، نص، مصدر، قسم، كاتب، وكالة، تاريخ"},
    {"it was searched as a word; the nearest field is {w}", "بُحث عنه كلمةً؛ وأقرب حقل إليه {}"},
    {"these days were excluded; date:..2018 is until the end of 2018",
     "استُثنيت هذه الأيام؛ و\u2066"
     "date:..2018\u2069 تعني حتى آخر 2018"},
    {"AND was searched: both, however far apart", "بُحث بـ AND: عنهما معًا مهما تباعدا"},
    {"all were searched as words of a quotation are, none in its exact form",
     "بُحث عنها كلها كما يُبحث عن كلمات التنصيص، لا بصيغتها"},
    {"all of their words were searched within {n} of one another, in any order",
     "بُحث عن الكلمات كلها في حدود {} مواضع، بأي ترتيب"},
    {"it was closed at the end", "عُدّ مغلقًا في الآخر"},
    {"the last of them counts", "أُخذ بآخرها"},
    {"the quotation was searched without it", "بُحث عن التنصيص دونها"},
    {"what follows it was searched as words", "بُحث عمّا بعدها كلماتٍ"},
    {"the words were searched side by side", "بُحث عن الكلمات متجاورة"},
    {"the number was searched; -({w}) excludes it",
     "بُحث عن العدد؛ واستثناؤه هكذا: \u2066-({})\u2069"},
    {"the pieces were searched as words", "بُحث عن القطع كلماتٍ"},
    {"what follows was left out", "أُسقط ما بعده"},
    {"the rest was left out", "أُسقط الباقي"},
    {"what came before was searched", "بُحث عمّا قبله"},
    {"the words were searched", "بُحث عن الكلمات"},
};

constexpr Message kPlace{" (character {n} of {q})", " (عند الحرف {} من «{}»)"};

constexpr std::size_t kPlaceholder = 3;  // bytes of {q}

/// What was matched of a text, and what is left of it.
struct Match {
  std::vector<std::string_view> pieces;  ///< of the placeholders that count, in order
  std::string_view nested;               ///< of {r}
  std::string_view rest;
};

std::size_t isolate_at_beginning(std::string_view text) {
  if (!text.starts_with(kFirstStrongIsolate)) return 0;
  const std::size_t end = text.find(kPopIsolate);
  return end == std::string_view::npos ? 0 : end + kPopIsolate.size();
}

std::size_t isolates_at_beginning(std::string_view text) {
  std::size_t length = isolate_at_beginning(text);
  while (length > 0 && text.substr(length).starts_with(", ")) {
    const std::size_t next = isolate_at_beginning(text.substr(length + 2));
    if (next == 0) break;
    length += 2 + next;
  }
  return length;
}

std::size_t digits_at_beginning(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// How much of `text` a placeholder takes, where `literal` follows it; nothing where none can be.
std::size_t taken(char kind, std::string_view literal, std::string_view text) {
  switch (kind) {
    case 'q':
      return isolate_at_beginning(text);
    case 'l':
      return isolates_at_beginning(text);
    case 'n':
      return digits_at_beginning(text);
    case 'r':
      return text.size();
    default:
      break;
  }
  const std::size_t end = literal.empty() ? text.size() : text.find(literal);
  return end == std::string_view::npos ? 0 : end;
}

/// The beginning of `text`, by `pattern`.
std::optional<Match> match(std::string_view pattern, std::string_view text) {
  Match result;
  while (true) {
    const std::size_t literal = std::min(pattern.find('{'), pattern.size());
    if (!text.starts_with(pattern.substr(0, literal))) return std::nullopt;
    text.remove_prefix(literal);
    pattern.remove_prefix(literal);
    if (pattern.empty()) break;
    const char kind = pattern[1];
    pattern.remove_prefix(kPlaceholder);
    const std::size_t length = taken(kind, pattern.substr(0, pattern.find('{')), text);
    if (length == 0) return std::nullopt;
    if (kind == 'r') result.nested = text;
    if (kind != 'r' && kind != '_') result.pieces.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  result.rest = text;
  return result;
}

void write_piece(Html& html, std::string_view piece) {
  if (!piece.starts_with(kFirstStrongIsolate)) {
    html << Isolated{piece};
    return;
  }
  // A list is parted as the language does.
  for (bool is_first = true; !piece.empty(); is_first = false) {
    const std::size_t length = isolate_at_beginning(piece);
    if (!is_first) html << "، ";
    html << Quoted{piece.substr(kFirstStrongIsolate.size(),
                                length - kFirstStrongIsolate.size() - kPopIsolate.size())};
    piece.remove_prefix(std::min(length + 2, piece.size()));
  }
}

/// Text with direction controls of this table, not of what is quoted.
void write_literal(Html& html, std::string_view text) { html << Value{text}; }

void write_filled(Html& html, std::string_view arabic, const Match& match) {
  for (const std::string_view piece : match.pieces) {
    const std::size_t place = arabic.find("{}");
    write_literal(html, arabic.substr(0, place));
    write_piece(html, piece);
    arabic.remove_prefix(place + 2);
  }
  write_literal(html, arabic.substr(0, arabic.find("{}")));
}

/// Of `messages` the first that all of `text` is.
bool write_whole(Html& html, std::span<const Message> messages, std::string_view text) {
  for (const Message& message : messages) {
    const std::optional<Match> found = match(message.english, text);
    if (!found || !found->rest.empty()) continue;
    Html written(html.language());
    write_filled(written, message.arabic, *found);
    if (!found->nested.empty() && !write_in_arabic(written, found->nested)) return false;
    html << written;
    return true;
  }
  return false;
}

// What is wrong, where, and perhaps what was searched instead.
bool write_problem(Html& html, std::string_view text) {
  for (const Message& problem : kProblems) {
    const std::optional<Match> what = match(problem.english, text);
    if (!what) continue;
    const std::optional<Match> place = match(kPlace.english, what->rest);
    if (!place) continue;
    Html written(html.language());
    write_filled(written, problem.arabic, *what);
    write_filled(written, kPlace.arabic, *place);
    if (place->rest.starts_with(": ")) {
      written << ": ";
      if (!write_whole(written, kInstead, place->rest.substr(2))) return false;
    } else if (!place->rest.empty()) {
      continue;
    }
    html << written << ".";
    return true;
  }
  return false;
}

}  // namespace

bool write_in_arabic(Html& html, std::string_view message) {
  return write_whole(html, kWhole, message) || write_problem(html, message);
}

}  // namespace warraq::searcher::serve
