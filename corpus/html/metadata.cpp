#include "corpus/html/metadata.h"

#include <algorithm>

#include "corpus/article/text.h"
#include "corpus/html/hints.h"
#include "corpus/html/phrases.h"
#include "corpus/html/text.h"
#include "corpus/html/tokenizer.h"
#include "warraq/analyzers/date.h"

namespace warraq::corpus {
namespace {

/// Where a property is said: <meta name|property|itemprop>, an element's itemprop, JSON-LD, <link
/// rel> or <time>.
enum class Place : std::uint8_t { linked, meta, item, link, time };

struct FieldSource {
  PageField field;
  Place place;
  std::string_view name;  ///< in lower case, but for microdata
};

/// The first of these that is given and usable is a field's; the order within a field counts.
constexpr std::array kSources = std::to_array<FieldSource>({
    {PageField::headline, Place::linked, "headline"},
    {PageField::headline, Place::item, "headline"},
    {PageField::headline, Place::meta, "og:title"},
    {PageField::headline, Place::meta, "parsely-title"},
    {PageField::headline, Place::meta, "sailthru.title"},
    {PageField::headline, Place::meta, "dc.title"},
    {PageField::headline, Place::meta, "dcterms.title"},
    {PageField::headline, Place::meta, "twitter:title"},

    {PageField::date, Place::linked, "datePublished"},
    {PageField::date, Place::meta, "article:published_time"},
    {PageField::date, Place::meta, "og:published_time"},
    {PageField::date, Place::item, "datePublished"},
    {PageField::date, Place::meta, "parsely-pub-date"},
    {PageField::date, Place::meta, "sailthru.date"},
    {PageField::date, Place::meta, "cxenseparse:recs:publishtime"},
    {PageField::date, Place::meta, "dcterms.issued"},
    {PageField::date, Place::meta, "dc.date.issued"},
    {PageField::date, Place::meta, "dcterms.created"},
    {PageField::date, Place::meta, "dc.date.created"},
    {PageField::date, Place::meta, "dcterms.date"},
    {PageField::date, Place::meta, "dc.date"},
    {PageField::date, Place::meta, "article.published"},
    {PageField::date, Place::meta, "publish-date"},
    {PageField::date, Place::meta, "publishdate"},
    {PageField::date, Place::meta, "publish_date"},
    {PageField::date, Place::meta, "publication_date"},
    {PageField::date, Place::meta, "pubdate"},
    {PageField::date, Place::meta, "originalpublicationdate"},
    {PageField::date, Place::meta, "date"},
    {PageField::date, Place::linked, "dateCreated"},
    {PageField::date, Place::item, "dateCreated"},
    {PageField::date, Place::time, "pubdate"},
    {PageField::date, Place::time, ""},

    {PageField::modified, Place::linked, "dateModified"},
    {PageField::modified, Place::meta, "article:modified_time"},
    {PageField::modified, Place::meta, "og:updated_time"},
    {PageField::modified, Place::item, "dateModified"},
    {PageField::modified, Place::meta, "dcterms.modified"},
    {PageField::modified, Place::meta, "lastmod"},
    {PageField::modified, Place::meta, "last-modified"},
    {PageField::modified, Place::time, "modified"},

    {PageField::author, Place::linked, "author"},
    {PageField::author, Place::meta, "article:author"},
    {PageField::author, Place::item, "author"},
    {PageField::author, Place::meta, "parsely-author"},
    {PageField::author, Place::meta, "sailthru.author"},
    {PageField::author, Place::meta, "cxenseparse:author"},
    {PageField::author, Place::meta, "dc.creator"},
    {PageField::author, Place::meta, "dcterms.creator"},
    {PageField::author, Place::meta, "byl"},
    {PageField::author, Place::meta, "author"},
    {PageField::author, Place::link, "author"},

    {PageField::section, Place::linked, "articleSection"},
    {PageField::section, Place::meta, "article:section"},
    {PageField::section, Place::item, "articleSection"},
    {PageField::section, Place::meta, "parsely-section"},
    {PageField::section, Place::meta, "cxenseparse:category"},
    {PageField::section, Place::meta, "section"},

    {PageField::url, Place::link, "canonical"},
    {PageField::url, Place::meta, "og:url"},
    {PageField::url, Place::linked, "url"},
    {PageField::url, Place::meta, "parsely-link"},

    {PageField::site, Place::meta, "og:site_name"},
    {PageField::site, Place::linked, "publisher"},
    {PageField::site, Place::meta, "application-name"},
    {PageField::site, Place::meta, "dc.publisher"},

    {PageField::description, Place::meta, "og:description"},
    {PageField::description, Place::meta, "description"},

    {PageField::keywords, Place::meta, "news_keywords"},
    {PageField::keywords, Place::meta, "keywords"},
});

constexpr std::size_t kMaxHeadings = 20;

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

bool is_usable(PageField field, std::string_view text) {
  switch (field) {
    case PageField::date:
    case PageField::modified:
      return has_digit(text);
    case PageField::author:
      return !is_web_address(text) && !text.starts_with('@');
    default:
      return !text.empty();
  }
}

class Gatherer {
 public:
  explicit Gatherer(const HtmlTree& tree) : tree_(tree) {}
  PageMetadata gather();

 private:
  void read(std::uint32_t node);
  void read_meta(const HtmlNode& node);
  void read_link(const HtmlNode& node);
  void read_script(std::uint32_t node);
  void read_time(std::uint32_t node);
  void read_item(std::uint32_t node);
  [[nodiscard]] std::string value_of_item(std::uint32_t node) const;
  void take_linked();
  void set(Place place, std::string_view name, std::string_view html);
  void set_text(Place place, std::string_view name, const std::string& text);

  const HtmlTree& tree_;
  PageMetadata page_;
  std::array<std::string, kSources.size()> values_;
};

PageMetadata Gatherer::gather() {
  for (std::uint32_t node = 1; node < tree_.size(); ++node) read(node);
  take_linked();
  for (std::size_t at = 0; at < kSources.size(); ++at) {
    std::string& field = page_.fields[static_cast<std::size_t>(kSources[at].field)];
    if (field.empty()) field = std::move(values_[at]);
  }
  page_.says_article = page_.says_article || page_.linked.is_article;
  return std::move(page_);
}

void Gatherer::read(std::uint32_t node) {
  const HtmlNode& element = tree_[node];
  switch (element.tag) {
    case Tag::text:
      return;
    case Tag::html:
      if (page_.language.empty()) {
        page_.language = html_text(html_attribute(element.text, "lang"));
      }
      return;
    case Tag::meta:
      return read_meta(element);
    case Tag::link:
      return read_link(element);
    case Tag::title:
      if (page_.title.empty()) page_.title = text_in(tree_, node);
      return;
    case Tag::script:
      return read_script(node);
    case Tag::h1:
      if (page_.headings.size() < kMaxHeadings) {
        page_.headings.push_back({node, text_in(tree_, node)});
      }
      break;
    case Tag::time:
      read_time(node);
      break;
    default:
      break;
  }
  if (element.text.find("itemprop") != std::string_view::npos) read_item(node);
}

void Gatherer::read_meta(const HtmlNode& node) {
  std::string_view content;
  std::array<std::string_view, 3> names;
  HtmlAttributes attributes(node.text);
  while (attributes.next()) {
    if (equal_ignoring_case(attributes.name(), "content")) content = attributes.value();
    if (equal_ignoring_case(attributes.name(), "property")) names[0] = attributes.value();
    if (equal_ignoring_case(attributes.name(), "name")) names[1] = attributes.value();
    if (equal_ignoring_case(attributes.name(), "itemprop")) {
      set(Place::item, attributes.value(), html_attribute(node.text, "content"));
    }
  }
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    const std::string lower = lower_ascii(name);
    set(Place::meta, lower, content);
    if (lower == "og:type" && equal_ignoring_case(content, "article")) page_.says_article = true;
  }
}

void Gatherer::read_link(const HtmlNode& node) {
  if (equal_ignoring_case(html_attribute(node.text, "rel"), "canonical")) {
    set(Place::link, "canonical", html_attribute(node.text, "href"));
  }
}

void Gatherer::read_script(std::uint32_t node) {
  const std::string type = lower_ascii(html_attribute(tree_[node].text, "type"));
  if (!type.starts_with("application/ld+json") || tree_[node].end == node + 1) return;
  read_linked_data(tree_[node + 1].text, page_.linked);
}

/// A time of the article stands in it or below its headline; others come before and after.
void Gatherer::read_time(std::uint32_t node) {
  const HtmlNode& element = tree_[node];
  bool in_article = !page_.headings.empty();
  for (std::uint32_t at = node; at != 0 && !in_article; at = tree_[at].parent) {
    in_article = tree_[at].tag == Tag::article || tree_[at].tag == Tag::main;
  }
  if (!in_article) return;
  std::string when = html_text(html_attribute(element.text, "datetime"));
  if (when.empty()) when = text_in(tree_, node);
  if (!analyzers::find_date(when)) return;
  const bool modified = hints_of(element).modified;
  const bool published = element.text.find("pubdate") != std::string_view::npos;
  set_text(Place::time, modified ? "modified" : published ? "pubdate" : "", when);
}

void Gatherer::read_item(std::uint32_t node) {
  const HtmlNode& element = tree_[node];
  const std::string_view name = html_attribute(element.text, "itemprop");
  if (name == "articleBody") page_.says_article = true;
  const bool wanted = std::any_of(kSources.begin(), kSources.end(), [&](const FieldSource& source) {
    return source.place == Place::item && source.name == name;
  });
  if (wanted) set_text(Place::item, name, value_of_item(node));
}

/// Microdata (WHATWG HTML 5.2.4): an attribute's value for some elements, else the text; of a
/// thing with a name, that.
std::string Gatherer::value_of_item(std::uint32_t node) const {
  constexpr std::uint32_t kNodes = 30;
  const HtmlNode& element = tree_[node];
  for (const std::string_view name : {"content", "datetime"}) {
    const std::string_view value = html_attribute(element.text, name);
    if (!value.empty()) return html_text(value);
  }
  const std::uint32_t end = std::min(element.end, node + kNodes);
  for (std::uint32_t at = node + 1; at < end; ++at) {
    if (tree_[at].tag == Tag::text || html_attribute(tree_[at].text, "itemprop") != "name")
      continue;
    const std::string_view value = html_attribute(tree_[at].text, "content");
    return value.empty() ? text_in(tree_, at) : html_text(value);
  }
  return element.end > end ? std::string() : text_in(tree_, node);
}

void Gatherer::take_linked() {
  const LinkedArticle& linked = page_.linked;
  set_text(Place::linked, "headline", linked.headline);
  set_text(Place::linked, "datePublished", linked.date_published);
  set_text(Place::linked, "dateCreated", linked.date_created);
  set_text(Place::linked, "dateModified", linked.date_modified);
  set_text(Place::linked, "author", linked.author);
  set_text(Place::linked, "articleSection", linked.section);
  set_text(Place::linked, "publisher", linked.publisher);
  set_text(Place::linked, "url", linked.url);
}

void Gatherer::set(Place place, std::string_view name, std::string_view html) {
  if (!html.empty()) set_text(place, name, html_text(html));
}

/// The first that is usable stays.
void Gatherer::set_text(Place place, std::string_view name, const std::string& text) {
  for (std::size_t at = 0; at < kSources.size(); ++at) {
    const FieldSource& source = kSources[at];
    if (source.place != place || source.name != name) continue;
    if (values_[at].empty() && is_usable(source.field, text)) values_[at] = text;
  }
}

}  // namespace

PageMetadata metadata_of(const HtmlTree& tree) { return Gatherer(tree).gather(); }

}  // namespace warraq::corpus
