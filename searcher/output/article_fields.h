// The fields of an article by their names.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/article.h"

namespace warraq::searcher::output {

struct ArticleField {
  std::string_view name;
  std::string corpus::Article::*value = nullptr;
};

/// All, in the order of their JSON.
inline constexpr std::array<ArticleField, 9> kArticleFields = {
    {{"id", &corpus::Article::id},
     {"title", &corpus::Article::title},
     {"body", &corpus::Article::body},
     {"date", &corpus::Article::date},
     {"source", &corpus::Article::source},
     {"category", &corpus::Article::category},
     {"author", &corpus::Article::author},
     {"agency", &corpus::Article::agency},
     {"url", &corpus::Article::url}}};

/// The fields named in `names`, between commas, in its order. Throws Error(usage) for one that
/// there is not, naming all.
[[nodiscard]] std::vector<ArticleField> fields_named(std::string_view names);

}  // namespace warraq::searcher::output
