// HTML to tags and text. libxml2's and gumbo's parsers compare each attribute of a tag with all
// before it and walk the whole stack for an end tag that fits nothing: over ten seconds for a tag
// of a million attributes, and for 100,000 <div> with as many end tags (libxml2 2.9.14, gumbo
// 0.10.1). This one takes time linear in the page, whatever is in it, and holds nothing.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "corpus/html/tag.h"

namespace warraq::corpus {

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, end };
  Kind kind = Kind::end;
  Tag tag = Tag::text;
  std::string_view
      text;  ///< characters as written, entities in them; of a start tag its attributes
  bool self_closing = false;  ///< <a/>, which means something in XHTML only
};

/// As the WHATWG's HTML standard has it (13.2.5), but that comments, values in quotes and raw text
/// that are never closed do not swallow the rest of the page, where that can be. Not thread-safe.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}
  [[nodiscard]] HtmlToken next();

 private:
  [[nodiscard]] HtmlToken text_until(std::size_t end);
  [[nodiscard]] HtmlToken raw_text();
  [[nodiscard]] HtmlToken tag(HtmlToken::Kind kind, std::size_t name_at);
  void skip_markup();
  [[nodiscard]] std::size_t end_of_tag(std::size_t at);
  [[nodiscard]] std::size_t end_of_raw_text();
  [[nodiscard]] bool begins_markup(std::size_t at) const;

  std::string_view html_;
  std::size_t at_ = 0;
  Tag raw_ = Tag::text;             ///< the element whose raw text comes next
  std::bitset<kTags> never_ended_;  ///< raw text elements with no end tag in the rest
  bool no_comment_end_ = false;     ///< likewise of comments
  bool no_double_quote_ = false;    ///< and of quotes
  bool no_single_quote_ = false;
};

/// A walk over the attributes of a start tag, in order.
class HtmlAttributes {
 public:
  explicit HtmlAttributes(std::string_view attributes) : rest_(attributes) {}
  /// Moves to the next; false where there is none.
  [[nodiscard]] bool next();
  [[nodiscard]] std::string_view name() const { return name_; }    ///< as written
  [[nodiscard]] std::string_view value() const { return value_; }  ///< entities in it

 private:
  std::string_view rest_;
  std::string_view name_;
  std::string_view value_;
};

/// The value of the first attribute of this name (given in lower case); empty where there is none.
[[nodiscard]] std::string_view html_attribute(std::string_view attributes, std::string_view name);

[[nodiscard]] bool equal_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace warraq::corpus
