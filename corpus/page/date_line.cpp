// Source of the months: the three systems of the Arab press (Egypt and the Gulf, the Levant and
// Iraq, the Maghreb) and the Hijri calendar's.
#include "corpus/page/date_line.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "corpus/article/name_key.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/date.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/corpus/article.h"

namespace warraq::corpus {
namespace {

using Words = std::unordered_set<std::string>;

Words words_of(std::string_view list) {
  Words words;
  while (!list.empty()) {
    const std::size_t space = std::min(list.find(' '), list.size());
    words.insert(name_key(list.substr(0, space)));
    list.remove_prefix(std::min(space + 1, list.size()));
  }
  return words;
}

const Words& months() {
  static const Words kMonths = words_of(
      "يناير فبراير مارس أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر "
      "ديسمبر "
      "شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين كانون "
      "جانفي فيفري أفريل ماي جوان جويلية أوت غشت شتنبر نونبر دجنبر يوليوز "
      "محرم صفر ربيع جمادى رجب شعبان رمضان شوال القعدة الحجة");
  return kMonths;
}

const Words& other_words() {
  static const Words kOthers = words_of(
      "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم "
      "الأول الثاني الأولى الآخرة الآخر الثانية ذو ذي هـ ه م ص ق ظ صباحا مساء الموافق الساعة "
      "بتوقيت "
      "غرينتش جرينتش GMT am pm تاريخ التاريخ النشر نشر في تم آخر تحديث التحديث بتاريخ");
  return kOthers;
}

constexpr std::size_t kLongestLine = 160;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Tatweel and the marks U+064B..U+0652.
bool is_inside_word(std::string_view character) {
  return character == "ـ" || (character >= "\xD9\x8B" && character <= "\xD9\x92");
}

}  // namespace

std::optional<std::string_view> date_of_line(std::string_view line) {
  line = without_blanks_around(line);
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  if (analyzers::parse_date(line)) return line;
  bool month = false;
  bool year = false;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < line.size();) {
    // A word ends where letters and digits give way to anything else, or to each other («1437هـ»).
    std::string word;
    std::size_t end = at;
    bool number = false;
    while (end < line.size()) {
      const std::size_t length = analyzers::utf8_length(line[end]);
      const std::string key = name_key(line.substr(end, length));
      if (key.empty() && !is_inside_word(line.substr(end, length))) break;
      const bool digit = !key.empty() && is_digit(key[0]);
      if (!word.empty() && !key.empty() && digit != number) break;
      if (!key.empty()) number = digit;
      word += key;
      end += length;
    }
    if (word.empty()) {
      at += analyzers::utf8_length(line[at]);
      continue;
    }
    const bool is_month = !number && months().contains(word);
    if (!number && !is_month && !other_words().contains(word)) return std::nullopt;
    month = month || is_month;
    year = year || (number && word.size() == 4 && (word[0] == '1' || word[0] == '2'));
    if (begin == std::string_view::npos && (number || is_month)) begin = at;
    at = end;
  }
  if (!month || !year) return std::nullopt;
  const std::size_t bar = line.find('|');
  if (bar != std::string_view::npos && bar > begin) line = line.substr(0, bar);
  const std::size_t colon = line.find(':');
  if (colon < begin) line.remove_prefix(colon + 1);
  return without_blanks_around(line);
}

}  // namespace warraq::corpus
