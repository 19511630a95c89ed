// News items of NewsML-G2 (iptc.org/standards/newsml-g2), with text inside as NITF, XHTML or plain.
#include "corpus/article/text.h"
#include "corpus/markup/record_fields.h"
#include "corpus/xml/nitf.h"
#include "corpus/xml/record_kind.h"
#include "corpus/xml/texts.h"

namespace warraq::corpus {
namespace {

/// A concept: its name where it has one, else what stands in it, its literal or its code.
std::string concept_text(const Element& element) {
  if (!element) return {};
  const Element name = element.child("name");
  std::string text = line_of(name ? name : element);
  if (is_blank(text)) text = element.attribute("literal");
  if (is_blank(text)) text = element.attribute("qcode");
  return text;
}

class NewsItem {
 public:
  explicit NewsItem(const Element& item) : item_(item) {}

  Article make() {
    fields_.add("id", item_.attribute("guid"));
    add_content_meta(item_.child("contentMeta"));
    add_item_meta(item_.child("itemMeta"));
    for (const Element& content : item_.child("contentSet").children()) add_content(content);
    return fields_.take();
  }

 private:
  void add_content_meta(const Element& meta) {
    fields_.add("date", line_of(meta.child("contentCreated")));
    for (const Element& child : meta.children()) {
      const std::string_view name = child.name();
      if (name == "headline") {
        fields_.add("title", line_of(child));
      } else if (name == "by") {
        fields_.add("author", line_of(child));
      } else if (name == "creditline") {
        fields_.add("agency", line_of(child));
      } else if (name == "infoSource") {
        fields_.add("source", concept_text(child));
      } else if (name == "subject") {
        fields_.add("category", line_of(child.child("name")));
      } else if (name == "located") {
        fields_.add_extra("place", concept_text(child));
      } else if (name == "dateline" || name == "slugline") {
        fields_.add_extra(name, line_of(child));
      } else if (name == "description") {
        fields_.add_extra("abstract", lines_of(child));
      } else if (name == "keyword") {
        fields_.add_extra("keywords", line_of(child));
      }
    }
    if (meta.child("creator") && !fields_.has("author")) {
      fields_.add("author", line_of(meta.at("creator/name")));
    }
  }

  void add_item_meta(const Element& meta) {
    for (const std::string_view name : {"firstCreated", "versionCreated"}) {
      fields_.add("date", line_of(meta.child(name)));
    }
    fields_.add("title", line_of(meta.child("title")));
    if (!fields_.has("agency")) fields_.add("agency", concept_text(meta.child("provider")));
  }

  // The same text may come in several forms; the first that says something counts.
  void add_content(const Element& content) {
    if (fields_.has("body")) return;
    if (content.is("inlineXML")) {
      add_inline(content);
    } else if (content.is("inlineData")) {
      fields_.add("body", body_text(content));
    }
  }

  void add_inline(const Element& content) {
    const Element nitf = content.child("nitf");
    if (nitf) return add_nitf_body(fields_, nitf.child("body"));
    const Element html = content.child("html");
    if (html) {
      fields_.add("title", line_of(html.at("head/title")));
      fields_.add("body", lines_of(html.child("body")));
    } else {
      fields_.add("body", lines_of(content));
    }
  }

  Element item_;
  RecordFields fields_;
};

}  // namespace

Article article_of_newsml(const Element& news_item) { return NewsItem(news_item).make(); }

}  // namespace warraq::corpus
