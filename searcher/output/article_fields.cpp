#include "searcher/output/article_fields.h"

#include <algorithm>
#include <cstddef>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::output {
namespace {

ArticleField field_named(std::string_view name) {
  const auto found =
      std::find_if(kArticleFields.begin(), kArticleFields.end(),
                   [&](const ArticleField& field) { return field.name == name; });
  if (found != kArticleFields.end()) return *found;
  std::string all;
  for (const ArticleField& field : kArticleFields) {
    all.append(all.empty() ? "" : ", ").append(field.name);
  }
  throw Error(ErrorCode::usage, "an article has no field " + analyzers::isolate(name),
              "its fields are " + all);
}

}  // namespace

std::vector<ArticleField> fields_named(std::string_view names) {
  std::vector<ArticleField> result;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    result.push_back(field_named(names.substr(begin, end - begin)));
    begin = end + 1;
  }
  return result;
}

}  // namespace warraq::searcher::output
