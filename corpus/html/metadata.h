// What a page says of its article in its head and in its markup.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html/linked_data.h"
#include "corpus/html/tree.h"

namespace warraq::corpus {

enum class PageField : std::uint8_t {
  headline,
  date,
  modified,
  author,
  section,
  url,
  site,
  description,
  keywords,
};
inline constexpr std::size_t kPageFields = 9;

/// A heading of the first rank.
struct MainHeading {
  std::uint32_t node = 0;
  std::string text;
};

struct PageMetadata {
  std::array<std::string, kPageFields> fields;  ///< by the order of precedence in metadata.cpp
  LinkedArticle linked;
  std::string title;     ///< <title>
  std::string language;  ///< of <html>
  std::vector<MainHeading> headings;
  bool says_article = false;  ///< it declares itself an article
  [[nodiscard]] const std::string& operator[](PageField field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

[[nodiscard]] PageMetadata metadata_of(const HtmlTree& tree);

}  // namespace warraq::corpus
