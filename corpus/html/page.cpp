#include "corpus/html/page.h"

#include <algorithm>
#include <optional>

#include "corpus/article/extra.h"
#include "corpus/article/text.h"
#include "corpus/decode.h"
#include "corpus/html/body.h"
#include "corpus/html/headline.h"
#include "corpus/html/lines.h"
#include "corpus/html/metadata.h"
#include "corpus/html/phrases.h"
#include "corpus/html/text.h"
#include "corpus/html/tree.h"
#include "corpus/readers/text_check.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/date.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kLeastCharacters = 120;  ///< of a page that does not say it is an article
constexpr std::size_t kShortTeaser = 250;

/// http://Host of an address; empty where it is none.
std::string_view origin_of(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!url.starts_with(scheme)) continue;
    return url.substr(0, std::min(url.find_first_of("/?#", scheme.size()), url.size()));
  }
  return {};
}

std::string_view host_of(std::string_view url) {
  std::string_view host = origin_of(url);
  host.remove_prefix(std::min(host.find("//"), host.size()));
  if (host.starts_with("//")) host.remove_prefix(2);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

/// The page's own address where it is one, on the host that the page was found on.
std::string url_of(std::string_view canonical, std::string_view found_at) {
  if (canonical.starts_with("//")) return url_of("http:" + std::string(canonical), found_at);
  if (canonical.starts_with('/') && !origin_of(found_at).empty()) {
    return std::string(origin_of(found_at)) + std::string(canonical);
  }
  const bool usable =
      !host_of(canonical).empty() && (found_at.empty() || host_of(canonical) == host_of(found_at));
  return std::string(usable ? canonical : found_at);
}

/// A list of headlines with teasers and not one text.
bool is_list(const PageText& text) {
  constexpr std::size_t kFew = 4;
  if (text.headlines < kFew || text.headlines * 5 < text.paragraphs * 4) return false;
  return text.characters < text.paragraphs * kShortTeaser;
}

const NearText* nearest(const std::vector<NearText>& texts, bool modified) {
  const NearText* best = nullptr;
  for (const NearText& text : texts) {
    if (text.modified == modified && (best == nullptr || text.distance < best->distance)) {
      best = &text;
    }
  }
  return best;
}

std::string_view without_marks_around(std::string_view text) {
  constexpr std::string_view kMarks = " -|/,:.";
  text = trimmed(text);
  text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  constexpr std::string_view kComma = "،";
  if (text.ends_with(kComma)) text.remove_suffix(kComma.size());
  return trimmed(text);
}

/// A date with its time of day as they are given where they can be read, else the date in `text`.
std::string_view readable_date(std::string_view text) {
  const std::optional<analyzers::FoundDate> found = analyzers::find_date(text);
  if (!found) return text;
  const bool timed = has_digit(text.substr(0, found->begin)) || has_digit(text.substr(found->end));
  const analyzers::DateReading whole = analyzers::read_date(text);
  if (timed && whole.date && !whole.labelled) return text;
  return text.substr(found->begin, found->end - found->begin);
}

/// Sets the dates by what the page shows, where its markup does not say them. A line may have both:
/// «الأحد 4 آب 2013، آخر تحديث 02:21».
void take_visible_dates(const PageText& text, Article& article, std::string& modified) {
  const auto set_modified = [&](std::string_view shown) {
    if (modified.empty() && has_digit(shown)) {
      modified = readable_date(without_marks_around(shown));
    }
  };
  if (const NearText* shown = nearest(text.dates, false)) {
    const std::string_view all = shown->text;
    const std::size_t change = begin_of_change(all);
    const std::string_view published = without_marks_around(all.substr(0, change));
    if (article.date.empty() && analyzers::find_date(published)) {
      article.date = readable_date(published);
    }
    set_modified(all.substr(change));
  }
  if (const NearText* changed = nearest(text.dates, true)) set_modified(changed->text);
}

/// A site that calls itself the author says nothing.
std::string author_of(const PageMetadata& metadata, const PageText& text, std::string_view source) {
  const std::string_view declared = without_by(metadata[PageField::author]);
  if (!declared.empty() && !same_words(declared, source)) return std::string(declared);
  const NearText* byline = nearest(text.bylines, false);
  if (byline == nullptr || has_digit(byline->text)) return {};
  const std::string_view name = without_by(byline->text);
  return same_words(name, source) ? std::string() : std::string(name);
}

std::string source_of(const PageMetadata& metadata, const Headline& headline,
                      std::string_view url) {
  if (!metadata[PageField::site].empty()) return metadata[PageField::site];
  return headline.site.empty() ? std::string(host_of(url)) : headline.site;
}

/// A body that only the JSON-LD has, line by line.
std::string linked_body(const std::string& text) {
  std::string body;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line = html_text(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (!body.empty()) body += '\n';
    body += line;
  }
  return body;
}

std::string reason_not_article(const PageText& text, const PageMetadata& metadata,
                               const Article& article) {
  if (metadata.says_article) {
    return article.title.empty() && article.body.empty() ? "no article text found" : "";
  }
  if (is_list(text)) return "no article text found: it is a list of links to others";
  if (text.characters >= kLeastCharacters) return {};
  return "no article text found: " + std::to_string(text.characters) +
         " characters outside links, menus and the like";
}

/// What is outside the page counts first, as browsers have it.
std::string charset_of(const PageInput& page) {
  constexpr std::size_t kBeginning = 4096;
  if (!page.declared_charset.empty()) return std::string(page.declared_charset);
  return analyzers::declared_in_markup(page.bytes.substr(0, kBeginning));
}

}  // namespace

std::variant<ReadArticle, std::string> read_html_page(const PageInput& page) {
  DecodedRecord decoded = decode_record(page.bytes, charset_of(page), TextKind::markup);
  std::string not_text = reason_not_text(decoded, TextKind::markup);
  if (!not_text.empty()) return not_text;
  const std::optional<HtmlTree> tree = parse_html(decoded.text);
  if (!tree) {
    return "a page of more than " + std::to_string(kMaxHtmlNodes) + " tags and texts";
  }
  const PageMetadata metadata = metadata_of(*tree);
  const Headline headline = find_headline(metadata);
  PageText text = find_page_text(*tree, lines_of(*tree), headline.text);

  ReadArticle read;
  Article& article = read.article;
  article.title = headline.text;
  article.body = text.body.empty() ? linked_body(metadata.linked.body) : std::move(text.body);
  std::string reason = reason_not_article(text, metadata, article);
  if (!reason.empty()) return reason;
  article.url = url_of(metadata[PageField::url], page.url);
  article.source = source_of(metadata, headline, article.url);
  article.category = metadata[PageField::section];
  article.author = author_of(metadata, text, article.source);
  article.date = metadata[PageField::date];
  std::string modified = metadata[PageField::modified];
  take_visible_dates(text, article, modified);
  set_extra(article, "modified", modified);
  set_extra(article, "caption", text.captions.texts);
  set_extra(article, "caption_credit", text.captions.credits);
  set_extra(article, "description", metadata[PageField::description]);
  set_extra(article, "keywords", metadata[PageField::keywords]);
  set_extra(article, "language", metadata.language);
  read.replaced_sequences = decoded.replaced;
  read.decoding = std::move(decoded.decoding);
  return read;
}

}  // namespace warraq::corpus
