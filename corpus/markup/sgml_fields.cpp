#include "corpus/markup/sgml_fields.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/article/text.h"
#include "corpus/markup/lines.h"
#include "corpus/markup/record_fields.h"
#include "corpus/readers/usual_names.h"
#include "warraq/analyzers/date.h"

namespace warraq::corpus {
namespace {

struct Tag {
  std::string_view name;
  std::string_view field;
};

// Gigaword, TDT, the TREC collections and those made in their image. Tags that are not here go by
// the usual names of fields.
constexpr std::array<Tag, 19> kTags{{{"docno", "id"},
                                     {"docid", "id"},
                                     {"headline", "title"},
                                     {"hl", "title"},
                                     {"title", "title"},
                                     {"dateline", "dateline"},
                                     {"date", "date"},
                                     {"date1", "date"},
                                     {"date_time", "date"},
                                     {"datetime", "date"},
                                     {"time", "date"},
                                     {"src", "source"},
                                     {"source", "source"},
                                     {"cat", "category"},
                                     {"author", "author"},
                                     {"byline", "author"},
                                     {"url", "url"},
                                     {"abstract", "abstract"},
                                     {"subject", "subject"}}};

constexpr std::array<std::string_view, 7> kLeaves{"header",  "trailer", "footer",  "slug",
                                                  "doctype", "keyword", "preamble"};
constexpr std::array<std::string_view, 3> kParts{"doc", "body", "text"};

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view field_of(std::string_view tag) {
  const auto* known =
      std::find_if(kTags.begin(), kTags.end(), [&](const Tag& named) { return named.name == tag; });
  if (known != kTags.end()) return known->field;
  const std::optional<UsualName> usual = usual_name(tag);
  return usual && usual->field != "body" ? usual->field : std::string_view();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The eight digits that stand in a document's number for its day: 20180218_ANT_ARB.0000,
/// AFP_ARB_19940513.0001. Empty where they are no day.
std::string_view date_in_number(std::string_view number) {
  constexpr std::size_t kDigits = 8;
  for (std::size_t at = 0; at + kDigits <= number.size(); ++at) {
    if (!is_digit(number[at])) continue;
    std::size_t end = at;
    while (end < number.size() && is_digit(number[end])) ++end;
    const std::string_view digits = number.substr(at, end - at);
    if (digits.size() == kDigits && analyzers::parse_date(digits)) return digits;
    at = end;
  }
  return {};
}

/// A paragraph or other part of a text.
bool is_inside_text(std::string_view name) {
  return name == "p" || (!is_sgml_leaf(name) && !is_sgml_part(name) && field_of(name).empty());
}

class SgmlArticle {
 public:
  explicit SgmlArticle(const Element& document) : document_(document) {}

  Article make() {
    add_attributes();
    add_fields(document_);
    if (!fields_.has("body")) add_loose_text();
    if (!fields_.has("date")) fields_.add("date", date_in_number(id_));
    return fields_.take();
  }

 private:
  void add_attributes() {
    for (const MarkupAttribute& attribute : document_.attributes()) {
      const std::string name = lower_ascii(attribute.name);
      if (name == "id" || name == "docid") {
        add_id(attribute.value);
      } else {
        fields_.add_extra(name, attribute.value);
      }
    }
  }

  // Of a document's two numbers the first names it; TREC's <DOCNO> comes before <DOCID>.
  void add_id(std::string_view text) {
    if (id_.empty()) {
      id_ = trimmed(text);
      fields_.add("id", text);
    } else if (trimmed(text) != id_) {
      fields_.add_extra("docid", text);
    }
  }

  void add_fields(const Element& parent) {
    for (const Element& element : parent.children()) {
      const std::string_view name = element.name();
      if (is_sgml_part(name)) {
        if (name == "text") add_text(element);
        add_fields(element);
      } else if (!is_inside_text(name)) {
        add_field(element);
      } else if (name == "p" && !parent.is("text")) {  // a stray </TEXT> stands before it
        fields_.add("body", line_of(element));
      } else if (parent == document_) {
        fields_.add_extra(name, lines_of(element));
      }
    }
  }

  void add_text(const Element& element) {
    fields_.add("body", lines_of(element,
                                 [](const Element& part) { return !is_inside_text(part.name()); }));
  }

  void add_field(const Element& element) {
    std::string_view field = field_of(element.name());
    // A time of day alone is no date.
    if (element.is("time") && !names_year(line_of(element))) field = {};
    if (field == "id") {
      add_id(line_of(element));
    } else if (field == "dateline") {
      fields_.add_dateline(line_of(element));
    } else if (field.empty() || field == "abstract" || field == "subject") {
      fields_.add_extra(field.empty() ? element.name() : field, lines_of(element));
    } else if (fields_.has(field) && field != "category" && field != "author") {
      fields_.add_extra(element.name(), line_of(element));
    } else {
      fields_.add(field, line_of(element));
    }
  }

  // Some collections have lines and no <TEXT> around them.
  void add_loose_text() {
    const Element body = document_.child("body");
    fields_.add("body", lines_of(body ? body : document_, [](const Element&) { return true; }));
  }

  Element document_;
  RecordFields fields_;
  std::string id_;
};

}  // namespace

bool is_sgml_leaf(std::string_view name) {
  return is_among(kLeaves, name) ||
         std::any_of(kTags.begin(), kTags.end(), [&](const Tag& tag) { return tag.name == name; });
}

bool may_hold_paragraphs(std::string_view name) {
  return field_of(name) == "title" || field_of(name) == "abstract" || is_among(kLeaves, name);
}

bool is_sgml_part(std::string_view name) { return is_among(kParts, name); }

Article article_of_sgml(const Element& document) { return SgmlArticle(document).make(); }

}  // namespace warraq::corpus
