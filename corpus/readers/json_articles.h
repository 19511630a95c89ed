// Articles from JSON objects of other making.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "warraq/corpus/article.h"
#include "warraq/corpus/field_map.h"

namespace warraq::corpus {

/// With a map, its fields are taken from its paths and the others from members of their own names.
/// Without one, all are, as ArticleParser does; and only where that gives no body, from the object
/// that Elasticsearch calls _source, or from members with usual names. What gives no field stays as
/// extra ones. Keeps its buffers; not to be shared by threads.
class JsonArticles {
 public:
  explicit JsonArticles(const FieldMap& map);
  JsonArticles(const JsonArticles&) = delete;
  JsonArticles& operator=(const JsonArticles&) = delete;
  ~JsonArticles();

  /// Never throws for bad input.
  [[nodiscard]] ParsedArticle parse(std::string_view json);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
  std::vector<MappedField> fields_;
};

}  // namespace warraq::corpus
