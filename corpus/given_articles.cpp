#include "warraq/corpus/given_articles.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <variant>

#include "corpus/complete_article.h"
#include "corpus/input/buffered_input.h"
#include "corpus/readers/json_lines_reader.h"

namespace warraq::corpus {
namespace {

class TextSource final : public ByteSource {
 public:
  explicit TextSource(std::string_view text) : rest_(text) {}
  [[nodiscard]] std::size_t read(std::span<char> room) override {
    const std::size_t count = rest_.copy(room.data(), room.size());
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

// As JSON lines, so that no field has to be looked at in two ways.
class ArticleSource final : public ByteSource {
 public:
  explicit ArticleSource(std::function<std::optional<Article>()> next) : next_(std::move(next)) {}
  [[nodiscard]] std::size_t read(std::span<char> room) override {
    if (given_ == line_.size() && !ended_) make_line();
    const std::size_t count = std::string_view(line_).substr(given_).copy(room.data(), room.size());
    given_ += count;
    return count;
  }

 private:
  void make_line() {
    given_ = 0;
    line_.clear();
    const std::optional<Article> article = next_();
    ended_ = !article;
    if (!article) return;
    line_ = to_json(*article);
    // JSON has them in white space alone, and an extra field may bring some.
    std::replace(line_.begin(), line_.end(), '\n', ' ');
    line_ += '\n';
  }

  std::function<std::optional<Article>()> next_;
  std::string line_;
  std::size_t given_ = 0;  ///< bytes of line_ that were read
  bool ended_ = false;
};

class GivenReader final : public Reader {
 public:
  explicit GivenReader(std::unique_ptr<ByteSource> lines)
      : lines_(std::make_unique<BufferedInput>(std::move(lines)),
               {std::string(kGivenName), ReadOptions().max_article_bytes, {}}) {}

  [[nodiscard]] std::optional<Record> next() override {
    std::optional<Record> record = lines_.next();
    if (!record) return record;
    if (auto* read = std::get_if<ReadArticle>(&*record)) {
      const ArticlePlace nowhere{{}, read->origin.record};
      if (auto rejection = complete_article(*read, nowhere, true)) return rejection;
    }
    return record;
  }

 private:
  JsonLinesReader lines_;
};

}  // namespace

std::unique_ptr<Reader> read_articles(std::function<std::optional<Article>()> next) {
  return std::make_unique<GivenReader>(std::make_unique<ArticleSource>(std::move(next)));
}

std::unique_ptr<Reader> read_json_lines(std::string_view lines) {
  return std::make_unique<GivenReader>(std::make_unique<TextSource>(lines));
}

}  // namespace warraq::corpus
