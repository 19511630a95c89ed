#include "corpus/page/caption.h"

#include <algorithm>
#include <array>

#include "corpus/article/name_key.h"
#include "corpus/article/text.h"
#include "corpus/credits/credit_line.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kLongestCaption = 400;
constexpr std::size_t kLongestCredit = 60;
constexpr std::string_view kPhotographer = "تصوير";

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

bool is_known_credit(std::string_view text) {
  Credits credits;
  if (add_creditors(text, credits)) return true;
  const std::string key = name_key(text);
  constexpr std::array<std::string_view, 4> kArchive{"ارشيفيه", "ارشيف", "صورهارشيفيه",
                                                     "منالارشيف"};
  return std::find(kArchive.begin(), kArchive.end(), key) != kArchive.end();
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with("؟") || text.ends_with('!');
}

/// «… | رويترز»
Caption after_bar(std::string_view line, CaptionPlace place) {
  const std::size_t bar = line.rfind('|');
  if (bar == std::string_view::npos) return {};
  const std::string_view text = without_blanks_around(line.substr(0, bar));
  const std::string_view credit = without_blanks_around(line.substr(bar + 1));
  if (count_words(text) < 2 || credit.empty() || credit.size() > kLongestCredit) return {};
  const bool short_credit = place == CaptionPlace::above_body && looks_like_place(credit) &&
                            count_words(credit) <= 4 && text.find('|') == std::string_view::npos;
  return short_credit || is_known_credit(credit) ? Caption{text, credit} : Caption{};
}

/// «… (أ ف ب)»
Caption in_brackets(std::string_view line) {
  if (!line.ends_with(')')) return {};
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string_view text = without_blanks_around(line.substr(0, open));
  const std::string_view credit = line.substr(open + 1, line.size() - open - 2);
  if (count_words(text) < 3 || ends_sentence(text) || !is_known_credit(credit)) return {};
  return {text, without_blanks_around(credit)};
}

/// «تصوير: سالم الحداد», alone or after what the picture shows; «الصورة: رويترز».
Caption with_label(std::string_view line) {
  for (const std::string_view label : {"الصورة", "صورة", "الصور", "عدسة", "تصوير"}) {
    if (!line.starts_with(label)) continue;
    const std::string_view rest = without_blanks_around(line.substr(label.size()));
    if (!rest.starts_with(':')) continue;
    const std::string_view credit = without_blanks_around(rest.substr(1));
    const bool photographer = label == kPhotographer || label == "عدسة";
    const bool name = photographer && looks_like_place(credit) && count_words(credit) <= 5;
    if (name || is_known_credit(credit)) return {{}, credit};
  }
  const std::size_t at = line.rfind(kPhotographer);
  if (at == std::string_view::npos || at == 0) return {};
  std::string_view credit = without_blanks_around(line.substr(at + kPhotographer.size()));
  if (!credit.starts_with(':')) return {};
  credit = without_blanks_around(credit.substr(1));
  if (credit.ends_with(')')) credit = without_blanks_around(credit.substr(0, credit.size() - 1));
  std::string_view text = without_blanks_around(line.substr(0, at));
  for (const std::string_view mark : {"(", "|", "-", "–"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  text = without_blanks_around(text);
  const bool name = looks_like_place(credit) && count_words(credit) <= 5;
  return name && !text.empty() && !ends_sentence(text) ? Caption{text, credit} : Caption{};
}

}  // namespace

Caption caption_of(std::string_view line, CaptionPlace place) {
  line = without_blanks_around(line);
  if (line.empty() || line.size() > kLongestCaption) return {};
  Caption caption = with_label(line);
  if (caption.credit.empty()) caption = after_bar(line, place);
  if (caption.credit.empty() && place == CaptionPlace::above_body) caption = in_brackets(line);
  return caption;
}

void CaptionFields::add(const Caption& caption) {
  if (!caption.text.empty()) {
    if (!texts.empty()) texts += '\n';
    texts += caption.text;
  }
  if (caption.credit.empty() || credits.find(caption.credit) != std::string::npos) return;
  if (!credits.empty()) credits += kAgencySeparator;
  credits += caption.credit;
}

}  // namespace warraq::corpus
