// Items of RSS 0.9x, 1.0 and 2.0 (rssboard.org/rss-specification, web.resource.org/rss/1.0), with
// Dublin Core, the content module and Media RSS; entries of Atom (RFC 4287).
#include "corpus/markup/record_fields.h"
#include "corpus/xml/record_kind.h"
#include "corpus/xml/texts.h"

namespace warraq::corpus {
namespace {

class FeedItem {
 public:
  explicit FeedItem(const Element& item) : item_(item) {}

  Article make(const std::string& feed_title) {
    for (const Element& child : item_.children()) {
      switch (child.node().vocabulary) {
        case Vocabulary::own:
          add_own(child);
          break;
        case Vocabulary::dublin_core:
          add_dublin_core(child);
          break;
        case Vocabulary::content:
          body_ = child.name() == "encoded" ? body_text(child, Escaping::twice) : body_;
          break;
        case Vocabulary::media:
          add_media(child);
          break;
        case Vocabulary::other:
          add_other(child);
      }
    }
    fields_.add("date", updated_);
    add_texts();
    add_identity();
    if (!fields_.has("source")) fields_.add("source", feed_title);
    return fields_.take();
  }

 private:
  static std::string line(const Element& element) { return line_text(element, Escaping::twice); }

  void add_own(const Element& child) {
    const std::string_view name = child.name();
    if (name == "title") {
      fields_.add("title", line(child));
    } else if (name == "link") {
      add_link(child);
    } else if (name == "guid" || name == "id") {
      guid_ = line_of(child);
      guid_is_link_ =
          name == "guid" && child.attribute("isPermaLink") != "false" && guid_.starts_with("http");
    } else if (name == "description" || name == "summary") {
      summary_ = body_text(child, Escaping::twice);
    } else if (name == "content" || name == "body") {
      body_ = body_text(child, Escaping::twice);
    } else if (name == "pubDate" || name == "published" || name == "issued" || name == "date") {
      fields_.add("date", line_of(child));
    } else if (name == "updated" || name == "modified") {
      updated_ = line_of(child);
    } else if (name == "author") {
      const Element person = child.child("name");
      fields_.add("author", line(person ? person : child));
    } else if (name == "category") {
      add_category(child);
    } else if (name == "source") {
      const Element title = child.child("title");
      fields_.add("source", line_of(title ? title : child));
    } else {
      add_other(child);
    }
  }

  void add_link(const Element& link) {
    const std::string_view relation = link.attribute("rel");
    if (relation.empty() || relation == "alternate") fields_.add("url", line_text(link));
  }

  void add_category(const Element& category) {
    const std::string_view label = category.attribute("label");
    const std::string_view term = category.attribute("term");
    const std::string_view named = label.empty() ? term : label;
    fields_.add("category", named.empty() ? line(category) : std::string(named));
  }

  void add_dublin_core(const Element& child) {
    const std::string_view name = child.name();
    if (name == "creator") {
      fields_.add("author", line(child));
    } else if (name == "date" || name == "issued" || name == "created") {
      fields_.add("date", line_of(child));
    } else if (name == "subject") {
      fields_.add("category", line(child));
    } else if (name == "publisher" || name == "source") {
      fields_.add("source", line(child));
    } else if (name == "title") {
      fields_.add("title", line(child));
    } else if (name == "description" || name == "abstract") {
      if (summary_.empty()) summary_ = body_text(child, Escaping::twice);
    } else {
      add_other(child);
    }
  }

  // Captions and credits stand beside a picture or inside its element.
  void add_media(const Element& media) {
    for (const Element& caption : media.all("description")) {
      fields_.add_extra("caption", line(caption));
    }
    for (const Element& credit : media.all("credit")) fields_.add_extra("credit", line(credit));
    if (media.name() == "description") fields_.add_extra("caption", line(media));
    if (media.name() == "credit") fields_.add_extra("credit", line(media));
    fields_.add_extra("image", media.attribute("url"));
  }

  void add_other(const Element& child) {
    fields_.add_extra(child.node().written, body_text(child, Escaping::twice));
    if (child.name() == "enclosure") fields_.add_extra("enclosure", child.attribute("url"));
  }

  void add_texts() {
    const bool has_both = !body_.empty() && !summary_.empty() && body_ != summary_;
    fields_.add("body", body_.empty() ? summary_ : body_);
    if (has_both) fields_.add_extra("abstract", summary_);
  }

  // A feed's guid or id changes with the software behind a site; a link seldom does.
  void add_identity() {
    if (guid_is_link_) fields_.add("url", guid_);
    if (fields_.has("url")) {
      if (!guid_is_link_) fields_.add_extra("guid", guid_);
    } else {
      fields_.add("url", item_.attribute("rdf:about"));
      fields_.add("id", guid_);
    }
  }

  Element item_;
  RecordFields fields_;
  std::string body_;
  std::string summary_;
  std::string updated_;
  std::string guid_;
  bool guid_is_link_ = false;
};

}  // namespace

Article article_of_feed_item(const Element& item, const std::string& feed_title) {
  return FeedItem(item).make(feed_title);
}

}  // namespace warraq::corpus
