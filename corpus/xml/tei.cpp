// Texts of TEI P5 (tei-c.org/guidelines/p5), and of P4 as far as it is the same.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/article/text.h"
#include "corpus/markup/record_fields.h"
#include "corpus/xml/record_kind.h"
#include "corpus/xml/texts.h"

namespace warraq::corpus {
namespace {

/// What stands in a text and is none of it: editors' notes, running heads, pictures, deletions.
bool is_unread(const Element& element) {
  constexpr std::array<std::string_view, 5> kNames{"note", "fw", "figure", "del", "gap"};
  return std::find(kNames.begin(), kNames.end(), element.name()) != kNames.end();
}

bool is_corrected(const Element& element) {
  return element.is("sic") || element.is("orig") || element.is("abbr");
}

std::string date_of(const Element& date) {
  if (!date) return {};
  const std::string_view when = date.attribute("when");
  return when.empty() ? line_of(date) : std::string(when);
}

/// Whole articles of an issue: <div type="article">, none inside another.
std::vector<Element> articles_in(const Element& text) {
  std::vector<Element> found;
  if (!text) return found;
  const std::vector<MarkupNode>& nodes = text.tree().nodes();
  for (std::uint32_t at = text.index() + 1; at < text.node().end;) {
    const Element element(text.tree(), at);
    const bool is_article = !nodes[at].is_text && nodes[at].name.starts_with("div") &&
                            element.attribute("type") == "article";
    if (is_article) found.push_back(element);
    at = is_article ? nodes[at].end : at + 1;
  }
  return found;
}

class TeiText {
 public:
  explicit TeiText(const Element& text) : text_(text), file_(text.at("teiHeader/fileDesc")) {
    for (const Element& choice : text.all("choice")) {
      for (const Element& half : choice.children()) {
        if (is_corrected(half)) corrected_.insert(half.index());
      }
    }
  }

  std::vector<XmlArticle> make() {
    std::vector<XmlArticle> made;
    const Element text = text_.child("text");
    for (const Element& article : articles_in(text)) made.push_back(of_issue(article));
    if (made.empty()) made.push_back(whole(text));
    return made;
  }

 private:
  XmlArticle whole(const Element& text) {
    RecordFields fields;
    const Element statement = file_.child("publicationStmt");
    for (const Element& number : statement.all("idno")) {
      const std::string_view type = number.attribute("type");
      fields.add(type == "URL" || type == "URI" || type == "url" ? "url" : "id", line_of(number));
    }
    fields.add("id", text_.attribute("xml:id"));
    for (const Element& title : file_.child("titleStmt").children()) {
      if (title.is("title") && title.attribute("type") == "sub") {
        fields.add_extra("kicker", line_of(title));
      } else if (title.is("title")) {
        fields.add("title", line_of(title));
      } else if (title.is("author")) {
        fields.add("author", line_of(title));
      }
    }
    add_publication(fields);
    const Element body = text.child("body");
    add_text(fields, body ? body : text);
    return {fields.take(), text_.node().line};
  }

  XmlArticle of_issue(const Element& article) {
    RecordFields fields;
    fields.add("id", article.attribute("xml:id"));
    std::vector<Element> heads;
    for (const Element& child : article.children()) {
      if (child.is("head")) heads.push_back(child);
      if (child.is("byline")) fields.add("author", text_line(child));
      if (child.is("dateline")) add_dateline(fields, child);
    }
    // Of several heads the main one is the title, else the first.
    const auto main = std::find_if(heads.begin(), heads.end(), [](const Element& head) {
      return head.attribute("type") == "main";
    });
    for (auto head = heads.begin(); head != heads.end(); ++head) {
      const bool is_title = main == heads.end() ? head == heads.begin() : head == main;
      fields.add(is_title ? "title" : "kicker", text_line(*head));
      taken_.insert(head->index());
    }
    add_publication(fields);
    fields.add_extra("issue", line_of(file_.at("titleStmt/title")));
    add_text(fields, article);
    return {fields.take(), article.node().line};
  }

  // A newspaper's own date is that of the source, not of its edition in TEI.
  void add_publication(RecordFields& fields) {
    const Element source = file_.child("sourceDesc");
    const Element statement = file_.child("publicationStmt");
    for (const Element& title : source.all("title")) {
      if (title.attribute("level") == "j") fields.add("source", line_of(title));
    }
    if (!fields.has("source")) fields.add("source", line_of(statement.child("publisher")));
    if (!fields.has("author")) {
      for (const Element& author : source.all("author")) fields.add("author", line_of(author));
    }
    for (const Element& date : source.all("date")) fields.add("date", date_of(date));
    fields.add("date", date_of(statement.child("date")));
    const Element profile = text_.at("teiHeader/profileDesc");
    fields.add("date", date_of(profile.at("creation/date")));
    for (const Element& term : profile.child("textClass").all("term")) {
      fields.add("category", line_of(term));
    }
  }

  void add_dateline(RecordFields& fields, const Element& dateline) {
    const std::vector<Element> places = dateline.all("placeName");
    fields.add_extra("place", places.empty() ? text_line(dateline) : line_of(places.front()));
    for (const Element& date : dateline.all("date")) fields.add("date", date_of(date));
  }

  [[nodiscard]] bool is_left_out(const Element& element) const {
    return is_unread(element) || corrected_.count(element.index()) != 0;
  }

  /// Text on one line, corrections read.
  [[nodiscard]] std::string text_line(const Element& element) const {
    return without_line_ends(
        lines_of(element, [this](const Element& part) { return is_left_out(part); }));
  }

  void add_text(RecordFields& fields, const Element& text) const {
    fields.add("body", lines_of(text, [&](const Element& part) {
                 return is_left_out(part) || taken_.count(part.index()) != 0 ||
                        (part.is("byline") || part.is("dateline"));
               }));
    for (const Element& figure : text ? text.all("figure") : std::vector<Element>()) {
      for (const std::string_view name : {"head", "figDesc"}) {
        fields.add_extra("caption", line_of(figure.child(name)));
      }
    }
  }

  Element text_;
  Element file_;  ///< the header's fileDesc
  std::set<std::uint32_t> corrected_;
  std::set<std::uint32_t> taken_;  ///< heads that are titles
};

}  // namespace

std::vector<XmlArticle> articles_of_tei(const Element& text) { return TeiText(text).make(); }

}  // namespace warraq::corpus
