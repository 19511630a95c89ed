#include "indexer/export/spool.h"

#include <cerrno>
#include <cstring>

#include "warraq/error.h"

namespace warraq::indexer {
namespace {

[[noreturn]] void fail() {
  throw Error(
      ErrorCode::io,
      std::string("a temporary file for the articles of live/ failed: ") + std::strerror(errno),
      "make room in /tmp, or fold live/ in with 'warraq-indexer compact'");
}

struct Header {
  std::uint64_t duplicate_group;
  std::uint64_t bytes;
};

}  // namespace

void ArticleSpool::add(const SpooledArticle& article) {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) fail();
  const Header header{article.duplicate_group, article.json.size()};
  const bool written =
      std::fwrite(&header, sizeof header, 1, file_.get()) == 1 &&
      std::fwrite(article.json.data(), 1, article.json.size(), file_.get()) == article.json.size();
  if (!written) fail();
}

std::optional<SpooledArticle> ArticleSpool::next() {
  if (!file_) return std::nullopt;
  if (!reading_ && std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
  reading_ = true;
  Header header{};
  if (std::fread(&header, sizeof header, 1, file_.get()) != 1) {
    if (std::ferror(file_.get()) != 0) fail();
    return std::nullopt;
  }
  SpooledArticle article{header.duplicate_group, std::string(header.bytes, '\0')};
  if (std::fread(article.json.data(), 1, header.bytes, file_.get()) != header.bytes) fail();
  return article;
}

}  // namespace warraq::indexer
