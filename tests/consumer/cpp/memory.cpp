// Articles from memory, a streamed answer and errors that cross the library's edge: memory ARCHIVE
#include <warraq/warraq.h>

#include <iostream>
#include <optional>
#include <string>
#include <vector>

using namespace warraq;

int main(int, char** arguments) {
  const std::string archive = arguments[1];
  std::vector<corpus::Article> articles(2);
  articles[0].id = "ميناء";
  articles[0].title = "افتتاح مكتبة الميناء";
  articles[1].title = "مباراة ودية";
  articles[1].body = "تعادل الفريقان.";
  std::size_t next = 0;
  const auto reader = corpus::read_articles([&]() -> std::optional<corpus::Article> {
    if (next == articles.size()) return std::nullopt;
    return articles[next++];
  });
  const indexer::RunResult built = indexer::build(archive, *reader, {});
  std::cout << "articles " << built.articles_in_archive << '\n';

  const auto lines = corpus::read_json_lines(R"({"id":"ميناء","title":"افتتاح مكتبتين"})");
  std::cout << "replaced " << indexer::add(archive, *lines, {}).counts.replaced << '\n';

  searcher::Searcher searcher(archive);
  searcher::Request request;
  request.query = "افتتاح";
  searcher.for_each(request, {}, [](const searcher::StreamedArticle& streamed) {
    std::cout << streamed.article.title << '\n';
    return true;
  });
  try {
    request.query = "تاريخ:2018-13-45";
    static_cast<void>(searcher.search(request));
  } catch (const Error& error) {
    std::cout << "code " << static_cast<int>(error.code()) << '\n';
  }
  try {
    const auto thrower = corpus::read_articles(
        []() -> std::optional<corpus::Article> { throw std::runtime_error("mine"); });
    indexer::add(archive, *thrower, {});
  } catch (const std::runtime_error& error) {
    std::cout << error.what() << '\n';
  }
  std::cout << version() << ' ' << WARRAQ_VERSION_MAJOR << '\n';
}
