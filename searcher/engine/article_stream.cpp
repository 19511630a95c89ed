#include "searcher/engine/article_stream.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/engine/collapse.h"
#include "searcher/engine/deadline_scope.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/moving_archive.h"
#include "searcher/engine/run.h"

namespace warraq::searcher {
namespace {

/// Remembers articles by a key of 8 bytes, and is asked only of those that it was told before it
/// was last settled: none is met twice in one state of an archive.
class GivenArticles {
 public:
  void add(std::uint64_t key) { keys_.push_back(key); }
  void settle() {
    std::sort(keys_.begin(), keys_.end());
    settled_ = keys_.size();
  }
  [[nodiscard]] bool held_when_settled(std::uint64_t key) const {
    const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(settled_);
    return settled_ > 0 && std::binary_search(keys_.begin(), end, key);
  }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::vector<std::uint64_t> keys_;
  std::size_t settled_ = 0;
};

// Once begun a stream is worth more patience than a single answer.
constexpr int kMostTries = 5 * kMaxTries;

class Stream {
 public:
  Stream(const StreamContext& context, const Request& request,
         const std::function<void(const StreamStart&)>& begin, const TakeFound& take)
      : context_(context), request_(request), begin_(begin), take_(take) {}

  std::uint64_t run() {
    const DeadlineScope deadline(context_.archive, request_.deadline);
    for (int tries_left = kMostTries; tries_left > 0; --tries_left) {
      const std::size_t given_before = given_.size();
      try {
        archive::with_xapian_errors(context_.archive.path(), [&] { go_through(); });
        return given_.size();
      } catch (const Xapian::DatabaseModifiedError&) {
        // However often the writer commits, it is not waited for as long as we get on.
        if (given_.size() > given_before) tries_left = kMostTries;
      }
      context_.archive.reopen(context_.analyzer.fingerprint());
      given_.settle();
    }
    throw_always_changing(context_.archive.path());
  }

 private:
  void go_through() {
    WordVariants variants(context_.analyzer, context_.archive);
    const Inquiry inquiry(context_.analyzer, context_.archive, variants, request_);
    FoundPage found = run_inquiry({context_.archive, context_.analyzer, inquiry}, 0,
                                  context_.archive.article_count());
    if (request_.collapse) {
      found.articles = collapse(context_.archive, found.articles);
      found.total = found.articles.size();
    }
    if (!std::exchange(begun_, true) && begin_) {
      begin_({found.total, inquiry.notes(), state_of(context_.archive)});
    }
    for (const FoundArticle& article : found.articles) {
      if (!give(inquiry, article)) return;
    }
  }

  bool give(const Inquiry& inquiry, const FoundArticle& found) {
    const std::string json = context_.archive.stored_json(found.document);
    const corpus::Article article =
        parse_article(context_.archive, found.document, json, context_.parser);
    const std::uint64_t key = key_of(found.document, article.id);
    if (given_.held_when_settled(key)) return true;
    given_.add(key);
    return take_(inquiry, {article, json});
  }

  // A group that was given is not given again by another of its articles.
  [[nodiscard]] std::uint64_t key_of(Xapian::docid document, std::string_view id) const {
    if (request_.collapse) return group_of(context_.archive, document);
    return XXH3_64bits(id.data(), id.size());
  }

  const StreamContext& context_;
  const Request& request_;
  const std::function<void(const StreamStart&)>& begin_;
  const TakeFound& take_;
  GivenArticles given_;
  bool begun_ = false;
};

}  // namespace

ArchiveState state_of(const archive::OpenArchive& archive) {
  const archive::Manifest& manifest = archive.manifest();
  return {manifest.created, manifest.generation,
          archive.has_live() ? archive.databases().back().database.get_revision() : 0,
          manifest.profile, manifest.fingerprint};
}

std::uint64_t stream_articles(const StreamContext& context, const Request& request,
                              const std::function<void(const StreamStart&)>& begin,
                              const TakeFound& take) {
  return Stream(context, request, begin, take).run();
}

}  // namespace warraq::searcher
