#include "corpus/article/article_of_json.h"
#include "corpus/article/json_document.h"
#include "warraq/corpus/article.h"

namespace warraq::corpus {

struct ArticleParser::Buffers {
  JsonDocument document;
};

ArticleParser::ArticleParser() : buffers_(std::make_unique<Buffers>()) {}
ArticleParser::~ArticleParser() = default;

ParsedArticle ArticleParser::parse(std::string_view json) {
  JsonDocument& document = buffers_->document;
  ParsedArticle parsed;
  parsed.reason = document.read(json);
  if (parsed.reason.empty()) parsed = article_of_json(document.object(), document.text());
  parsed.replaced_sequences = document.replaced();
  document.trim();
  return parsed;
}

}  // namespace warraq::corpus
