// Articles put aside in a temporary file, to be read once in their order.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace warraq::indexer {

struct SpooledArticle {
  std::uint64_t duplicate_group = 0;
  std::string json;
};

/// The file is made with the first article, and has no name. Throws Error(io).
class ArticleSpool {
 public:
  void add(const SpooledArticle& article);
  /// The next one, from the first on; nothing after the last. None may be added any more.
  [[nodiscard]] std::optional<SpooledArticle> next();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  bool reading_ = false;
};

}  // namespace warraq::indexer
