// What the names that a page gives its parts say of them.
#pragma once

#include <cstdint>
#include <string_view>

#include "corpus/html/tree.h"

namespace warraq::corpus {

/// What a part of a page seems to be; several may hold.
struct Hints {
  bool furniture = false;     ///< navigation, sharing, related links, advertisements, footers
  bool comments = false;      ///< what readers wrote
  bool hidden = false;        ///< not shown
  bool content = false;       ///< the article's text, by class or id
  bool article_body = false;  ///< itemprop="articleBody"
  bool caption = false;
  bool date = false;
  bool modified = false;  ///< with `date`: of a change
  bool byline = false;
  /// What is said beside the text: of the article under its headline (date, author, section), of
  /// a picture (its credit).
  bool about = false;
  [[nodiscard]] bool any() const;
};

/// Told by the tag, and the attributes class, id, role, itemprop, hidden, aria-hidden and style.
/// Names are taken apart into words (related-posts, relatedPosts); a word counts as a whole.
[[nodiscard]] Hints hints_of(const HtmlNode& node);

}  // namespace warraq::corpus
