#include "corpus/xml/record_kind.h"

namespace warraq::corpus {

std::vector<XmlArticle> articles_of(RecordKind kind, const Element& record,
                                    const RecordContext& context) {
  const std::uint64_t line = record.node().line;
  switch (kind) {
    case RecordKind::dump:
      return {{article_of_dump(record, context.map, context.names), line}};
    case RecordKind::feed:
      return {{article_of_feed_item(record, context.feed_title), line}};
    case RecordKind::newsml:
      return {{article_of_newsml(record), line}};
    case RecordKind::nitf:
      return {{article_of_nitf(record), line}};
    case RecordKind::tei:
      return articles_of_tei(record);
  }
  return {};
}

}  // namespace warraq::corpus
