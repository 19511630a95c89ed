#include "corpus/complete_article.h"

#include <string>
#include <string_view>

#include "corpus/article/article_of_json.h"
#include "corpus/article/extra.h"
#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "corpus/html_fields.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/date.h"
#include "warraq/corpus/credits.h"

namespace warraq::corpus {
namespace {

// Dumps of databases are UTF-8, and what was put into the database may have been that twice.
void mend_double_encoding(ReadArticle& read) {
  for (std::string Article::*field :
       {&Article::title, &Article::body, &Article::source, &Article::category, &Article::author}) {
    if (analyzers::mend_double_encoding(read.article.*field)) read.decoding.doubly_encoded = true;
  }
}

// Marks are of the archive that counted, and of the body as it was there: nobody else may say what
// is not searched.
void drop_marks(Article& article) {
  article.furniture.clear();
  std::erase_if(article.extra,
                [](const ExtraField& field) { return field.name == kFurnitureField; });
}

// Of text that was UTF-8 there is nothing to say.
void note_decoding(ReadArticle& read) {
  constexpr std::string_view kField = "encoding";
  const Decoding& decoding = read.decoding;
  if (decoding == Decoding() || has_extra(read.article, kField)) return;
  std::string json = R"({"charset":)";
  append_json_string(json, decoding.charset);
  json += R"(,"told_by":)";
  append_json_string(json, decoding.basis);
  json += R"(,"confidence":)" + std::to_string(decoding.confidence);
  if (decoding.doubly_encoded) json += R"(,"doubly_encoded":true)";
  set_extra_json(read.article, kField, json + '}');
}

}  // namespace

std::optional<Rejection> complete_article(ReadArticle& read, const ArticlePlace& place,
                                          bool fields_may_be_html) {
  drop_marks(read.article);
  mend_double_encoding(read);
  const analyzers::DateReading date = analyzers::read_date(read.article.date);
  read.date_refused = !read.article.date.empty() && !date.date;
  read.date_ambiguous = date.ambiguous;
  read.article.id = article_id(read.article, place);
  // Afterwards: an id that is a hash of what was given depends on nothing else.
  if (fields_may_be_html && !strip_html(read.article)) {
    return Rejection{read.origin, std::string(kNeitherTitleNorBody), to_json(read.article)};
  }
  apply_credits(read.article);
  note_decoding(read);
  return std::nullopt;
}

}  // namespace warraq::corpus
