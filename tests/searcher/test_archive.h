// A small archive of a test's own, made through the indexer as a user would.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/support/temp_folder.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::tests {

/// An article with the fields that most tests need.
[[nodiscard]] corpus::Article article(std::string id, std::string title, std::string body,
                                      std::string date = {});

class TestArchive {
 public:
  explicit TestArchive(const std::vector<corpus::Article>& articles);

  [[nodiscard]] std::filesystem::path path() const { return folder_ / "news.warraq"; }
  void add(const std::vector<corpus::Article>& articles);
  void remove(const std::string& id);

  [[nodiscard]] searcher::Searcher open() const { return searcher::Searcher(path()); }

  /// The ids that `query` finds, in order of rank; none for a query without words.
  [[nodiscard]] std::vector<std::string> ids(std::string_view query) const;
  [[nodiscard]] std::vector<std::string> ids(const searcher::Request& request) const;
  /// Whether `query` finds the article called `id`.
  [[nodiscard]] bool finds(std::string_view query, std::string_view id) const;

 private:
  [[nodiscard]] std::string write_input(const std::vector<corpus::Article>& articles) const;

  TempFolder folder_;
};

/// A request for `query` with defaults.
[[nodiscard]] searcher::Request request_for(std::string_view query);

}  // namespace warraq::tests
