// What records of XML are made of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/markup/tree.h"
#include "corpus/xml/dump_names.h"
#include "warraq/corpus/article.h"
#include "warraq/corpus/field_map.h"

namespace warraq::corpus {

enum class RecordKind {
  dump,    ///< an element for each field
  feed,    ///< an item of RSS or an entry of Atom
  newsml,  ///< a newsItem of NewsML-G2
  nitf,
  tei,  ///< a text of TEI, which may be an issue with many articles
};

struct XmlArticle {
  Article article;
  std::uint64_t line = 0;  ///< on which its element begins
};

/// What a record does not say itself.
struct RecordContext {
  const FieldMap& map;            ///< of dumps
  DumpNames& names;               ///< of dumps
  const std::string& feed_title;  ///< the source of a feed's items
};

/// The articles of a record: one, but for an issue in TEI. They may be empty.
[[nodiscard]] std::vector<XmlArticle> articles_of(RecordKind kind, const Element& record,
                                                  const RecordContext& context);

[[nodiscard]] Article article_of_dump(const Element& record, const FieldMap& map, DumpNames& names);
[[nodiscard]] Article article_of_feed_item(const Element& item, const std::string& feed_title);
[[nodiscard]] Article article_of_newsml(const Element& news_item);
[[nodiscard]] Article article_of_nitf(const Element& nitf);
[[nodiscard]] std::vector<XmlArticle> articles_of_tei(const Element& text);

}  // namespace warraq::corpus
