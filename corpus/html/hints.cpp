#include "corpus/html/hints.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "corpus/html/tokenizer.h"

namespace warraq::corpus {
namespace {

struct Word {
  std::string_view text;
  bool Hints::*hint;
};

/// Words of class names and ids, in byte order. Left out are those that name whole pages as often
/// as parts (widget, tag, latest).
constexpr std::array kWords = std::to_array<Word>({
    {"ad", &Hints::furniture},
    {"addthis", &Hints::furniture},
    {"ads", &Hints::furniture},
    {"adsense", &Hints::furniture},
    {"adslot", &Hints::furniture},
    {"adv", &Hints::furniture},
    {"advert", &Hints::furniture},
    {"advertisement", &Hints::furniture},
    {"advertising", &Hints::furniture},
    {"adverts", &Hints::furniture},
    {"alsoread", &Hints::furniture},
    {"articlebody", &Hints::content},
    {"articlecontent", &Hints::content},
    {"articletext", &Hints::content},
    {"aside", &Hints::furniture},
    {"author", &Hints::byline},
    {"authorbio", &Hints::furniture},
    {"authorbox", &Hints::furniture},
    {"authors", &Hints::byline},
    {"banner", &Hints::furniture},
    {"bio", &Hints::furniture},
    {"breadcrumb", &Hints::furniture},
    {"breadcrumbs", &Hints::furniture},
    {"byline", &Hints::byline},
    {"caption", &Hints::caption},
    {"comment", &Hints::comments},
    {"commentlist", &Hints::comments},
    {"comments", &Hints::comments},
    {"consent", &Hints::furniture},
    {"cookie", &Hints::furniture},
    {"cookies", &Hints::furniture},
    {"copyright", &Hints::furniture},
    {"crumb", &Hints::furniture},
    {"crumbs", &Hints::furniture},
    {"cutline", &Hints::caption},
    {"date", &Hints::date},
    {"datetime", &Hints::date},
    {"disclaimer", &Hints::furniture},
    {"disqus", &Hints::comments},
    {"figcaption", &Hints::caption},
    {"follow", &Hints::furniture},
    {"followus", &Hints::furniture},
    {"footer", &Hints::furniture},
    {"ftr", &Hints::furniture},
    {"fulltext", &Hints::content},
    {"gdpr", &Hints::furniture},
    {"hdr", &Hints::furniture},
    {"header", &Hints::furniture},
    {"imgcaption", &Hints::caption},
    {"lastmodified", &Hints::modified},
    {"lastupdate", &Hints::modified},
    {"livefyre", &Hints::comments},
    {"login", &Hints::furniture},
    {"maintext", &Hints::content},
    {"masthead", &Hints::furniture},
    {"menu", &Hints::furniture},
    {"meta", &Hints::about},
    {"metadata", &Hints::about},
    {"modal", &Hints::furniture},
    {"modified", &Hints::modified},
    {"morenews", &Hints::furniture},
    {"mostread", &Hints::furniture},
    {"nav", &Hints::furniture},
    {"navbar", &Hints::furniture},
    {"navigation", &Hints::furniture},
    {"newsbody", &Hints::content},
    {"newsletter", &Hints::furniture},
    {"newstext", &Hints::content},
    {"outbrain", &Hints::furniture},
    {"pager", &Hints::furniture},
    {"pagination", &Hints::furniture},
    {"paging", &Hints::furniture},
    {"poll", &Hints::furniture},
    {"popular", &Hints::furniture},
    {"popup", &Hints::furniture},
    {"postbody", &Hints::content},
    {"postcontent", &Hints::content},
    {"postinfo", &Hints::about},
    {"postmeta", &Hints::about},
    {"promo", &Hints::furniture},
    {"pubdate", &Hints::date},
    {"publishdate", &Hints::date},
    {"published", &Hints::date},
    {"rating", &Hints::furniture},
    {"readalso", &Hints::furniture},
    {"readmore", &Hints::furniture},
    {"recommendations", &Hints::furniture},
    {"recommended", &Hints::furniture},
    {"related", &Hints::furniture},
    {"relatednews", &Hints::furniture},
    {"relatedposts", &Hints::furniture},
    {"respond", &Hints::comments},
    {"seealso", &Hints::furniture},
    {"share", &Hints::furniture},
    {"sharebar", &Hints::furniture},
    {"sharedaddy", &Hints::furniture},
    {"sharethis", &Hints::furniture},
    {"sharing", &Hints::furniture},
    {"sidebar", &Hints::furniture},
    {"signup", &Hints::furniture},
    {"skip", &Hints::furniture},
    {"social", &Hints::furniture},
    {"sponsor", &Hints::furniture},
    {"sponsored", &Hints::furniture},
    {"storybody", &Hints::content},
    {"submenu", &Hints::furniture},
    {"subscribe", &Hints::furniture},
    {"subscription", &Hints::furniture},
    {"suggested", &Hints::furniture},
    {"suggestions", &Hints::furniture},
    {"taboola", &Hints::furniture},
    {"tagcloud", &Hints::furniture},
    {"tags", &Hints::furniture},
    {"ticker", &Hints::furniture},
    {"time", &Hints::date},
    {"timestamp", &Hints::date},
    {"tmstmp", &Hints::date},
    {"toolbar", &Hints::furniture},
    {"toolbox", &Hints::furniture},
    {"tools", &Hints::furniture},
    {"topbar", &Hints::furniture},
    {"trending", &Hints::furniture},
    {"updated", &Hints::modified},
    {"writer", &Hints::byline},
    {"wysiwyg", &Hints::content},
});
static_assert(std::is_sorted(kWords.begin(), kWords.end(),
                             [](const Word& a, const Word& b) { return a.text < b.text; }));

constexpr std::size_t kLongestWord = 15;
constexpr std::string_view kWhiteSpace = " \t\n\r\f";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The words of names, one after the other, in lower case.
class NameWords {
 public:
  explicit NameWords(std::string_view name) : rest_(name) {}

  /// The next word, valid until the next call; nothing at the end. Long ones are cut.
  std::optional<std::string_view> next() {
    const auto is_part = [](char c) { return is_upper(c) || is_lower(c); };
    rest_.remove_prefix(static_cast<std::size_t>(std::find_if(rest_.begin(), rest_.end(), is_part) -
                                                 rest_.begin()));
    if (rest_.empty()) return std::nullopt;
    std::size_t end = 0;
    word_.clear();
    do {
      if (word_.size() <= kLongestWord) {
        word_ += static_cast<char>(is_upper(rest_[end]) ? rest_[end] - 'A' + 'a' : rest_[end]);
      }
      ++end;
    } while (end < rest_.size() && is_part(rest_[end]) &&
             !(is_upper(rest_[end]) && is_lower(rest_[end - 1])));
    rest_.remove_prefix(end);
    return word_;
  }

 private:
  std::string_view rest_;
  std::string word_;
};

/// Names of two words that mean the article's text: article-body, entry-content, story_text.
bool is_content(std::string_view first, std::string_view second) {
  return is_one_of(first, {"article", "entry", "post", "story", "news", "single", "details", "main",
                           "full", "topic"}) &&
         is_one_of(second, {"body", "content", "text", "details"});
}

/// Themes give a page's classes for its tags and sections, which may be called anything.
bool is_label(std::string_view name) {
  return name.starts_with("tag-") || name.starts_with("category-") || name.starts_with("cat-") ||
         name.starts_with("post-tag") || name.starts_with("has-") || name.starts_with("no-");
}

/// Words that others are put before without a break: storydate, photocaption.
constexpr std::array kEndings = std::to_array<Word>({{"update", &Hints::modified},
                                                     {"date", &Hints::date},
                                                     {"time", &Hints::date},
                                                     {"stmp", &Hints::date},
                                                     {"stamp", &Hints::date},
                                                     {"caption", &Hints::caption},
                                                     {"author", &Hints::byline},
                                                     {"byline", &Hints::byline}});

void look_up(std::string_view word, Hints& hints) {
  const auto* found =
      std::lower_bound(kWords.begin(), kWords.end(), word,
                       [](const Word& known, std::string_view key) { return known.text < key; });
  if (found != kWords.end() && found->text == word) {
    hints.*(found->hint) = true;
    return;
  }
  const auto* ending = std::find_if(kEndings.begin(), kEndings.end(),
                                    [&](const Word& known) { return word.ends_with(known.text); });
  if (ending != kEndings.end()) hints.*(ending->hint) = true;
}

void read_names(std::string_view names, Hints& hints) {
  while (true) {
    names.remove_prefix(std::min(names.find_first_not_of(kWhiteSpace), names.size()));
    if (names.empty()) return;
    const std::string_view name = names.substr(0, names.find_first_of(kWhiteSpace));
    names.remove_prefix(name.size());
    if (is_label(name)) continue;
    NameWords words(name);
    std::string before;
    while (const std::optional<std::string_view> word = words.next()) {
      look_up(*word, hints);
      hints.content = hints.content || is_content(before, *word);
      hints.furniture = hints.furniture ||
                        (is_one_of(before, {"read", "see"}) && is_one_of(*word, {"more", "also"}));
      before = *word;
    }
  }
}

void read_role(std::string_view role, Hints& hints) {
  if (is_one_of(role, {"navigation", "banner", "contentinfo", "complementary", "search", "menu",
                       "dialog", "alertdialog", "toolbar"})) {
    hints.furniture = true;
  }
}

void read_property(std::string_view property, Hints& hints) {
  if (property == "articleBody") hints.article_body = true;
  if (property == "author") hints.byline = true;
  if (property == "datePublished" || property == "dateCreated") hints.date = true;
  if (property == "dateModified") hints.date = hints.modified = true;
  if (property == "caption") hints.caption = true;
  if (property == "comment") hints.comments = true;
}

void read_style(std::string_view style, Hints& hints) {
  for (const std::string_view hiding : {"display:none", "display: none", "visibility:hidden"}) {
    if (style.find(hiding) != std::string_view::npos) hints.hidden = true;
  }
}

}  // namespace

bool Hints::any() const {
  return furniture || comments || hidden || content || article_body || caption || date ||
         modified || byline || about;
}

Hints hints_of(const HtmlNode& node) {
  Hints hints;
  const Tag tag = node.tag;
  if (tag == Tag::html || tag == Tag::body) return hints;
  hints.furniture = tag == Tag::nav || tag == Tag::footer || tag == Tag::aside ||
                    tag == Tag::header || tag == Tag::menu;
  hints.caption = tag == Tag::figcaption;
  hints.date = tag == Tag::time;
  hints.about = tag == Tag::figure;
  HtmlAttributes attributes(node.text);
  while (attributes.next()) {
    const std::string_view name = attributes.name();
    if (equal_ignoring_case(name, "class") || equal_ignoring_case(name, "id")) {
      read_names(attributes.value(), hints);
    } else if (equal_ignoring_case(name, "role")) {
      read_role(attributes.value(), hints);
    } else if (equal_ignoring_case(name, "itemprop")) {
      read_property(attributes.value(), hints);
    } else if (equal_ignoring_case(name, "style")) {
      read_style(attributes.value(), hints);
    } else if (equal_ignoring_case(name, "hidden")) {
      hints.hidden = true;
    } else if (equal_ignoring_case(name, "aria-hidden")) {
      hints.hidden = hints.hidden || equal_ignoring_case(attributes.value(), "true");
    }
  }
  return hints;
}

}  // namespace warraq::corpus
