// The fields that Warraq knows, by the names they have in JSON.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

struct KnownField {
  std::string_view name;
  std::string Article::*member;
  bool may_be_number;  ///< whether a JSON number is taken for its text
};

/// In the order in which to_json() writes them.
inline constexpr std::array<KnownField, 9> kKnownFields{{
    {"id", &Article::id, true},
    {"title", &Article::title, false},
    {"body", &Article::body, false},
    {"date", &Article::date, true},
    {"source", &Article::source, false},
    {"category", &Article::category, false},
    {"author", &Article::author, false},
    {"agency", &Article::agency, false},
    {"url", &Article::url, false},
}};

/// The member that tells an article's furniture.
inline constexpr std::string_view kFurnitureField = "page_furniture";

}  // namespace warraq::corpus
