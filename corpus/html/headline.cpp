#include "corpus/html/headline.h"

#include <algorithm>
#include <array>

#include "corpus/article/text.h"
#include "corpus/html/phrases.h"
#include "corpus/html/text.h"

namespace warraq::corpus {
namespace {

constexpr std::array<std::string_view, 9> kSeparators{
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", "| "};

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

/// A text cut in two where a separator stands.
struct Cut {
  std::string_view before;
  std::string_view after;
};

Cut cut_at(std::string_view text, std::size_t at, std::size_t size) {
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + size))};
}

/// At the last separator, or the first.
Cut cut(std::string_view text, bool last) {
  std::size_t found = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = last ? text.rfind(separator) : text.find(separator);
    if (at == std::string_view::npos) continue;
    if (found == std::string_view::npos || (last ? at > found : at < found)) {
      found = at;
      size = separator.size();
    }
  }
  if (found == std::string_view::npos) return {text, {}};
  return cut_at(text, found, size);
}

bool is_name_of_site(std::string_view text, std::string_view site) {
  constexpr std::size_t kWords = 3;
  constexpr std::size_t kSiteWords = 6;
  if (!site.empty()) {
    if (same_words(text, site)) return true;
    // «الجزيرة نت» of «الجزيرة», and the other way about.
    if (count_words(text) <= kSiteWords &&
        (text.find(site) != std::string_view::npos || site.find(text) != std::string_view::npos)) {
      return true;
    }
  }
  return count_words(text) <= kWords;
}

/// `title` without a site's name at its end, section names before it included, or at its beginning.
Headline without_site(std::string_view title, std::string_view site, bool only_known_names) {
  const auto is_name = [&](std::string_view part) {
    if (only_known_names && !same_words(part, site)) return false;
    return !part.empty() && is_name_of_site(part, site);
  };
  Headline headline;
  const Cut last = cut(title, true);
  if (is_name(last.after) && count_words(last.before) > count_words(last.after)) {
    headline.site = last.after;
    title = last.before;
    const Cut section = cut(title, true);  // «headline - section - site»
    if (!only_known_names && count_words(section.after) == 1 && count_words(section.before) > 3) {
      title = section.before;
    }
  } else {
    const Cut first = cut(title, false);
    const bool alone = cut(first.after, true).after.empty() || same_words(first.before, site);
    if (alone && is_name(first.before) && count_words(first.after) > count_words(first.before)) {
      headline.site = first.before;
      title = first.after;
    }
  }
  headline.text = title;
  return headline;
}

/// `title` without a heading of the page before a colon, as blogs name themselves.
Headline without_heading(Headline headline, const std::vector<MainHeading>& headings) {
  constexpr std::string_view kColon = ": ";
  const std::size_t colon = headline.text.find(kColon);
  if (!headline.site.empty() || colon == std::string::npos) return headline;
  for (const MainHeading& heading : headings) {
    if (!same_words(std::string_view(headline.text).substr(0, colon), heading.text)) continue;
    return {headline.text.substr(colon + kColon.size()), heading.text};
  }
  return headline;
}

/// Whether `short_text` is `text` cut off, as some systems cut headlines at so many characters.
bool is_beginning_of(std::string_view short_text, std::string_view text) {
  for (const std::string_view dots : {"...", "…"}) {
    if (short_text.ends_with(dots)) short_text.remove_suffix(dots.size());
  }
  short_text = trimmed(short_text);
  return !short_text.empty() && text.size() > short_text.size() && text.starts_with(short_text);
}

}  // namespace

Headline find_headline(const PageMetadata& page) {
  const std::string& site = page[PageField::site];
  Headline of_title = without_heading(without_site(page.title, site, false), page.headings);
  const auto with_text = [&](std::string text) {
    return Headline{std::move(text), std::move(of_title.site)};
  };
  const std::string declared = without_site(page[PageField::headline], site, true).text;
  for (const MainHeading& heading : page.headings) {
    if (heading.text.empty()) continue;
    if (same_words(declared, heading.text) || is_beginning_of(declared, heading.text)) {
      return with_text(heading.text);
    }
  }
  if (!declared.empty()) return with_text(declared);
  const std::string* only = nullptr;
  std::size_t given = 0;
  for (const MainHeading& heading : page.headings) {
    if (heading.text.empty()) continue;
    // The heading that <title> has whole, beside the site's name or cut off.
    if (count_words(heading.text) > 2 && (page.title.find(heading.text) != std::string::npos ||
                                          is_beginning_of(of_title.text, heading.text))) {
      return with_text(heading.text);
    }
    only = &heading.text;
    ++given;
  }
  const bool is_site = given == 1 && same_words(*only, of_title.site);
  if (given == 1 && !is_site && count_words(*only) > 2) return with_text(*only);
  return of_title;
}

}  // namespace warraq::corpus
