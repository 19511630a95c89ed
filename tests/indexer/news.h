// An archive of a test's own, and what the tests ask of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/support/temp_folder.h"
#include "warraq/corpus/article.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"

namespace warraq::tests {

[[nodiscard]] corpus::Article news_item(std::string id, std::string title, std::string body,
                                        std::string date = {});

/// `count` articles called prefix-0 …, of a few kilobytes each: some seven make 16 kB.
[[nodiscard]] std::vector<corpus::Article> many_news_items(std::size_t count,
                                                           const std::string& prefix = "خبر");
/// The same, all called `title`: a version of them, told from others.
[[nodiscard]] std::vector<corpus::Article> edition(std::size_t count, const std::string& title);

/// Articles by their ids, as stored. Fails the test where an id has two.
using Contents = std::map<std::string, corpus::Article>;
[[nodiscard]] Contents contents_of(const std::filesystem::path& archive);
[[nodiscard]] Contents contents_of(const std::vector<corpus::Article>& articles);

/// Every document of an archive with its number, data, values, terms, frequencies and positions.
[[nodiscard]] std::string dump(const std::filesystem::path& archive);

/// The code of the Error that `action` throws; 0 where it throws none.
template <typename Action>
[[nodiscard]] int error_code(Action&& action) {
  try {
    action();
    return 0;
  } catch (const Error& error) {
    return static_cast<int>(error.code());
  }
}

[[nodiscard]] constexpr int code(ErrorCode error) { return static_cast<int>(error); }

/// A folder with an archive in it, or a place for one.
class News {
 public:
  [[nodiscard]] std::filesystem::path archive() const { return folder_ / "news.warraq"; }
  [[nodiscard]] const TempFolder& folder() const { return folder_; }
  /// Writes the articles to a file of JSON lines and returns its path.
  [[nodiscard]] std::string input(const std::vector<corpus::Article>& articles) const;

  indexer::RunResult build(const std::vector<corpus::Article>& articles,
                           const indexer::RunOptions& options = {}) const;
  indexer::RunResult add(const std::vector<corpus::Article>& articles,
                         const indexer::RunOptions& options = {}) const;
  /// What check() finds, as one text: empty where nothing is wrong.
  [[nodiscard]] std::string problems() const;

 private:
  TempFolder folder_;
};

}  // namespace warraq::tests
