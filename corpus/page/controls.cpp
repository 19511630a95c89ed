// Source: the share, print and text-size controls of Arabic news sites.
#include "corpus/page/controls.h"

#include <string>
#include <unordered_set>

#include "corpus/article/name_key.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

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

/// A line of controls has one of these at least, …
const Words& controls() {
  static const Words kControls = words_of(
      "Email E-mail Print Share Tweet Facebook Twitter WhatsApp Telegram LinkedIn Pinterest "
      "Messenger Instagram شارك شاركها شاركنا مشاركة المشاركة انشر غرد تغريد طباعة الطباعة اطبع "
      "إطبع "
      "فيسبوك تويتر واتساب تلغرام تليغرام تيليجرام تيلغرام انستغرام انستجرام لينكدإن بنترست ماسنجر "
      "إيميل");
  return kControls;
}

/// … or two of these, which may be words of a title: «A+ A A-», «حجم النص: كبير متوسط صغير», …
const Words& weak_controls() {
  static const Words kWeakControls = words_of(
      "A T ت ع كبير متوسط صغير عادي طبيعي الطبيعي تكبير تصغير حفظ احفظ نسخ انسخ استمع أرسل Copy");
  return kWeakControls;
}

/// … and these beside them.
const Words& companions() {
  static const Words kCompanions = words_of(
      "الحجم حجم الخط خط النص نص المقال الخبر الصفحة فيس بوك واتس أب آب إن على عبر مع هذا هذه "
      "الرابط رابط "
      "بريد البريد الإلكتروني إلكتروني إرسال لصديق صديق PDF Google Plus Link in app to X");
  return kCompanions;
}

constexpr std::size_t kLongestLine = 160;

/// Where the next word begins: past spaces and the signs that part controls.
std::size_t word_end(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const char c = text[end];
    if (c == ' ' || c == '\t' || c == '|' || c == '/' || c == '+' || c == ',' ||
        text.substr(end).starts_with("\xC2\xA0")) {
      break;
    }
    end += analyzers::utf8_length(c);
  }
  return std::min(end, text.size());
}

}  // namespace

bool is_control_line(std::string_view line) {
  line = without_blanks_around(line);
  if (line.empty() || line.size() > kLongestLine) return false;
  std::size_t strong = 0;
  std::size_t weak = 0;
  while (!line.empty()) {
    const std::size_t end = word_end(line);
    if (end == 0) {
      line.remove_prefix(analyzers::utf8_length(line[0]));
      continue;
    }
    const std::string key = name_key(line.substr(0, end));
    line.remove_prefix(end);
    if (key.empty()) continue;
    if (controls().contains(key)) {
      ++strong;
    } else if (weak_controls().contains(key)) {
      ++weak;
    } else if (!companions().contains(key)) {
      return false;
    }
  }
  return strong > 0 || weak >= 2;
}

}  // namespace warraq::corpus
