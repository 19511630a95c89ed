#include "corpus/detect/markup_beginning.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\f";
constexpr std::string_view kDigits = "0123456789";

// Elements of HTML that may stand first where its author left out <html>, as old pages do.
constexpr std::array<std::string_view, 48> kHtmlElements{
    "html",   "head",   "body",     "meta",    "title",   "base",  "link",       "style",
    "script", "center", "noscript", "div",     "span",    "p",     "a",          "b",
    "i",      "u",      "em",       "strong",  "font",    "table", "tbody",      "tr",
    "td",     "h1",     "h2",       "h3",      "h4",      "h5",    "h6",         "hr",
    "br",     "img",    "ul",       "ol",      "li",      "dl",    "form",       "iframe",
    "header", "nav",    "main",     "section", "article", "pre",   "blockquote", "marquee"};

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_white_space(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  return text;
}

/// `text` after the first `end`; nothing where there is none.
std::string_view after(std::string_view text, std::string_view end) {
  const std::size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) {
  return lower_ascii(text.substr(0, lower_case.size())) == lower_case;
}

bool ends_name(char c) { return c == '>' || c == '/' || kWhiteSpace.find(c) != kWhiteSpace.npos; }

/// The name at the beginning of `text`, as elements of the formats that are read have it. Nothing
/// where no name ends there: <someone@example.org> is no element.
std::string_view element_name(std::string_view text) {
  constexpr std::string_view kNameCharacters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-.";
  const std::size_t end = std::min(text.find_first_not_of(kNameCharacters), text.size());
  if (end == 0 || kDigits.find(text[0]) != kDigits.npos) return {};
  return end == text.size() || ends_name(text[end]) ? text.substr(0, end) : std::string_view();
}

/// What stands before the first element.
struct Prolog {
  bool any = false;
  bool xml_declaration = false;
  std::string doctype;    ///< the name of the document's type in lower case
  std::string_view rest;  ///< from the first element on; empty where it is further off
};

std::string_view after_doctype(std::string_view text) {
  const std::size_t end = text.find_first_of("[>");
  if (end == std::string_view::npos) return {};
  return text[end] == '>' ? text.substr(end + 1) : after(after(text.substr(end), "]"), ">");
}

Prolog prolog_of(std::string_view text) {
  constexpr std::string_view kDoctype = "<!doctype";
  Prolog prolog;
  while (true) {
    prolog.rest = text = without_white_space(text);
    if (text.starts_with("<?")) {
      prolog.xml_declaration = prolog.xml_declaration || text.starts_with("<?xml");
      text = after(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = after(text, "-->");
    } else if (starts_with_ignoring_case(text, kDoctype)) {
      text = without_white_space(text.substr(kDoctype.size()));
      prolog.doctype = lower_ascii(element_name(text));
      text = after_doctype(text);
    } else {
      return prolog;
    }
    prolog.any = true;
  }
}

/// Documents one after the other, as the LDC and TREC keep them.
bool has_document_tag(std::string_view text) {
  return text.find("<DOC>") != text.npos || text.find("<DOC ") != text.npos;
}

/// Files of TREC's kind may begin with a number on a line of its own.
std::string_view without_number(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of(kDigits), text.size());
  const std::string_view rest = text.substr(end);
  return end > 0 && has_document_tag(without_white_space(rest).substr(0, 5))
             ? without_white_space(rest)
             : text;
}

bool has_end_of_element(std::string_view text) {
  return text.find("</") != text.npos || text.find("/>") != text.npos;
}

InputFormat format_without_element(const Prolog& prolog, bool named_as_xml) {
  if (prolog.doctype == "doc") return InputFormat::sgml;
  return prolog.xml_declaration || !prolog.doctype.empty() || named_as_xml ? InputFormat::xml
                                                                           : InputFormat::html;
}

}  // namespace

std::optional<InputFormat> detect_markup(std::string_view text, std::string_view extension) {
  // They mean other things in XML: JATS has articles and sections, RSS links and titles.
  constexpr std::array<std::string_view, 11> kElementsOfBoth{"article", "section", "title", "link",
                                                             "p",       "header",  "head",  "body",
                                                             "main",    "table",   "form"};
  const bool named_as_xml = extension == "xml";
  const Prolog prolog = prolog_of(without_number(text));
  if (prolog.doctype == "html") return InputFormat::html;
  const std::string name =
      prolog.rest.starts_with('<') ? lower_ascii(element_name(prolog.rest.substr(1))) : "";
  if (name == "html") return InputFormat::html;
  if (name.empty()) {
    return prolog.any ? std::optional(format_without_element(prolog, named_as_xml)) : std::nullopt;
  }
  if (prolog.xml_declaration) return InputFormat::xml;
  if (is_among(kHtmlElements, name) && !(named_as_xml && is_among(kElementsOfBoth, name))) {
    return InputFormat::html;
  }
  if (name == "doc" || has_document_tag(prolog.rest)) return InputFormat::sgml;
  if (named_as_xml || !prolog.doctype.empty()) return InputFormat::xml;
  return has_end_of_element(prolog.rest) ? std::optional(InputFormat::xml) : std::nullopt;
}

}  // namespace warraq::corpus
