// Builds an archive of files and folders, or opens one that exists, and searches it:
//   search news.warraq 'رئيس الوزراء' [FILE…]
#include <warraq/warraq.h>

#include <iostream>
#include <string>
#include <vector>

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "usage: search ARCHIVE QUERY [FILE…]\n";
    return 2;
  }
  try {
    const std::string archive = arguments[1];
    const std::vector<std::string> files(arguments + 3, arguments + count);
    if (!files.empty()) warraq::indexer::build(archive, files, {});

    warraq::searcher::Searcher searcher(archive);
    warraq::searcher::Request request;
    request.query = arguments[2];
    const warraq::searcher::Answer answer = searcher.search(request);
    std::cout << answer.total << " found\n";
    for (const warraq::searcher::Hit& hit : answer.hits) {
      std::cout << hit.rank << ". " << hit.article.title << '\n';
      for (const auto& snippet : hit.snippets) std::cout << "   " << snippet.text << '\n';
    }
    return answer.total == 0 ? 1 : 0;
  } catch (const warraq::Error& error) {
    std::cerr << error.what() << '\n' << error.hint() << '\n';
    return static_cast<int>(error.code());
  }
}
