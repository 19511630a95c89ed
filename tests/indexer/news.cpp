#include "tests/indexer/news.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <array>
#include <random>
#include <utility>

#include "indexer/archive/open_archive.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::tests {
namespace {

constexpr std::array<std::string_view, 24> kWords = {
    "أعلن",  "وزير",  "الخارجية",  "في",      "مؤتمر",   "صحفي",      "على",     "هامش",
    "القمة", "أن",    "المحادثات", "بين",     "الطرفين", "ستستأنف",   "الأسبوع", "المقبل",
    "قال",   "متحدث", "باسم",      "الحكومة", "إن",      "الميزانية", "الجديدة", "٢٠١٩"};

std::string long_body(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> word(0, kWords.size() - 1);
  std::uniform_int_distribution<std::size_t> length(100, 300);
  std::string body;
  for (std::size_t words = length(random); words > 0; --words) {
    body.append(kWords.at(word(random))).append(words % 20 == 0 ? ". " : " ");
  }
  return body;
}

corpus::Article parsed(corpus::ArticleParser& parser, const std::string& json) {
  corpus::ParsedArticle result = parser.parse(json);
  REQUIRE_MESSAGE(result.article.has_value(), json);
  return std::move(*result.article);
}

void dump_document(const Xapian::Document& document, std::string& text) {
  text += "document " + std::to_string(document.get_docid()) + ' ' + document.get_data() + '\n';
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    text += " slot " + std::to_string(value.get_valueno()) + ' ' + *value + '\n';
  }
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    text.append(1, ' ').append(*term).append(1, ' ').append(std::to_string(term.get_wdf()));
    for (auto position = term.positionlist_begin(); position != term.positionlist_end();
         ++position) {
      text += ' ' + std::to_string(*position);
    }
    text += '\n';
  }
}

}  // namespace

corpus::Article news_item(std::string id, std::string title, std::string body, std::string date) {
  corpus::Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.body = std::move(body);
  article.date = std::move(date);
  return article;
}

std::vector<corpus::Article> many_news_items(std::size_t count, const std::string& prefix) {
  std::mt19937 random(7);
  std::vector<corpus::Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    std::string id = prefix;
    id.append("-").append(number);
    articles.push_back(news_item(std::move(id), "النشرة رقم " + number, long_body(random),
                                 "2019-04-1" + std::to_string(i % 10)));
    articles.back().source = i % 2 == 0 ? "صحيفة الوراق" : "إذاعة الساحل";
  }
  return articles;
}

std::vector<corpus::Article> edition(std::size_t count, const std::string& title) {
  auto articles = many_news_items(count);
  for (corpus::Article& article : articles) article.title = title;
  return articles;
}

Contents contents_of(const std::filesystem::path& archive) {
  const archive::OpenArchive opened(archive, analyzers::Analyzer().fingerprint());
  Contents contents;
  corpus::ArticleParser parser;
  const Xapian::Database& database = opened.database();
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (opened.is_superseded(*number)) continue;
    corpus::Article article = parsed(parser, opened.stored_json(*number));
    std::string id = article.id;
    const bool first = contents.emplace(std::move(id), std::move(article)).second;
    REQUIRE_MESSAGE(first, "an id with two articles");
  }
  CHECK(opened.article_count() == contents.size());
  return contents;
}

Contents contents_of(const std::vector<corpus::Article>& articles) {
  Contents contents;
  for (const corpus::Article& article : articles) contents.insert_or_assign(article.id, article);
  return contents;
}

std::string dump(const std::filesystem::path& archive) {
  const archive::OpenArchive opened(archive, analyzers::Analyzer().fingerprint());
  std::string text;
  const Xapian::Database& database = opened.database();
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    dump_document(database.get_document(*number), text);
  }
  return text;
}

std::string News::input(const std::vector<corpus::Article>& articles) const {
  std::string lines;
  for (const corpus::Article& article : articles) lines += corpus::to_json(article) + '\n';
  return folder_.write("input.jsonl", lines);
}

indexer::RunResult News::build(const std::vector<corpus::Article>& articles,
                               const indexer::RunOptions& options) const {
  return indexer::build(archive(), {input(articles)}, options);
}

indexer::RunResult News::add(const std::vector<corpus::Article>& articles,
                             const indexer::RunOptions& options) const {
  return indexer::add(archive(), {input(articles)}, options);
}

std::string News::problems() const {
  std::string text;
  for (const std::string& problem : indexer::check(archive()).problems) text += problem + '\n';
  return text;
}

}  // namespace warraq::tests
