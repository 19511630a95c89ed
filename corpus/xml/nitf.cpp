// NITF 3.x (iptc.org/standards/nitf).
#include "corpus/xml/nitf.h"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/article/text.h"
#include "corpus/html/phrases.h"
#include "corpus/xml/record_kind.h"
#include "corpus/xml/texts.h"

namespace warraq::corpus {
namespace {

/// What stands in the text and is none of it.
bool is_beside_text(const Element& element) {
  constexpr std::array<std::string_view, 4> kNames{"media", "hedline", "byline", "note"};
  return std::find(kNames.begin(), kNames.end(), element.name()) != kNames.end();
}

void add_captions(RecordFields& fields, const Element& content) {
  for (const Element& caption : content.all("media-caption")) {
    fields.add_extra("caption", line_of(caption));
  }
  for (const Element& producer : content.all("media-producer")) {
    fields.add_extra("caption_credit", line_of(producer));
  }
}

/// "باريس 3 مايو (وكالة)": the place alone, where it is marked.
void add_dateline(RecordFields& fields, const Element& dateline) {
  if (!dateline) return;
  const Element place = dateline.child("location");
  fields.add_extra("place", line_of(place ? place : dateline));
  fields.add("date", dateline.at("story.date").attribute("norm"));
}

void add_head(RecordFields& fields, const Element& head) {
  fields.add("title", line_of(head.child("title")));
  for (const Element& keyword : head.all("keyword")) {
    fields.add_extra("keywords", keyword.attribute("key"));
  }
  for (const Element& subject : head.all("tobject.subject")) {
    fields.add("category", subject.attribute("tobject.subject.type"));
  }
  const Element publication = head.child("pubdata");
  fields.add("source", publication.attribute("name"));
  fields.add("date", publication.attribute("date.publication"));
  fields.add_extra("page", publication.attribute("position.section"));
  fields.add_extra("page", publication.attribute("pagenum"));
}

}  // namespace

void add_nitf_body(RecordFields& fields, const Element& body) {
  const Element head = body.child("body.head");
  fields.add("title", line_of(head.at("hedline/hl1")));
  for (const Element& kicker : head.child("hedline").children()) {
    if (kicker.is("hl2")) fields.add_extra("kicker", line_of(kicker));
  }
  for (const Element& byline : head.all("byline")) {
    fields.add("author", without_by(line_of(byline)));
  }
  fields.add("agency", line_of(head.child("distributor")));
  add_dateline(fields, head.child("dateline"));
  fields.add_extra("abstract", lines_of(head.child("abstract")));
  const Element content = body.child("body.content");
  fields.add("body", lines_of(content ? content : body, is_beside_text));
  add_captions(fields, content ? content : body);
  for (const Element& tagline : body.child("body.end").all("tagline")) {
    fields.add_extra("tagline", line_of(tagline));
  }
}

Article article_of_nitf(const Element& nitf) {
  RecordFields fields;
  const Element head = nitf.child("head");
  const Element data = head.child("docdata");
  fields.add("id", data.child("doc-id").attribute("id-string"));
  fields.add("date", data.child("date.issue").attribute("norm"));
  add_nitf_body(fields, nitf.child("body"));
  add_head(fields, head);
  fields.add("agency", fields.has("agency") ? "" : data.child("doc-id").attribute("regsrc"));
  return fields.take();
}

}  // namespace warraq::corpus
