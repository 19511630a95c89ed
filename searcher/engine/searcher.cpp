#include "warraq/searcher/searcher.h"

#include <utility>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/article_stream.h"
#include "searcher/engine/concordance.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/info.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/moving_archive.h"
#include "searcher/engine/run.h"
#include "searcher/engine/similar.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

struct Searcher::State {
  explicit State(const std::filesystem::path& path) : archive(path, analyzer.fingerprint()) {}

  void reopen() { archive = archive::OpenArchive(archive.path(), analyzer.fingerprint()); }

  // Runs `action` as a whole, again on a newer state where the archive moved under it.
  template <typename Action>
  auto on_one_state(Action action) {
    for (int tries = 1; tries < kMaxTries; ++tries) {
      try {
        return archive::with_xapian_errors(archive.path(), action);
      } catch (const Xapian::DatabaseModifiedError&) {
        reopen();
      }
    }
    try {
      return archive::with_xapian_errors(archive.path(), action);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw_always_changing(archive.path());
    }
  }

  // What `make` makes of the page that `inquiry` asks for.
  template <typename Make>
  auto ask(const Inquiry& inquiry, Make make) {
    return on_one_state([&] {
      const RunContext context{archive, analyzer, inquiry.plan(), inquiry.matcher()};
      return make(context, run_plan(context, inquiry.request()));
    });
  }

  analyzers::Analyzer analyzer;
  archive::OpenArchive archive;
  corpus::ArticleParser parser;
};

Searcher::Searcher(const std::filesystem::path& archive)
    : state_(std::make_unique<State>(archive)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Answer Searcher::search(const Request& request) {
  const Inquiry inquiry(state_->analyzer, state_->archive, request);
  return state_->ask(inquiry, [&](const RunContext& context, const FoundPage& page) {
    return Answer{make_hits(context.archive, context.analyzer, inquiry, page, state_->parser),
                  page.total, page.total_is_exact, inquiry.query().notes};
  });
}

Explanation Searcher::explain(const Request& request) {
  const Inquiry inquiry(state_->analyzer, state_->archive, request);
  return state_->ask(inquiry, [&](const RunContext& context, const FoundPage& page) {
    return explain_page(context, inquiry, page, state_->parser);
  });
}

std::vector<std::string> Searcher::notes_on_filters(const Request& request) {
  return state_->on_one_state([&] {
    return searcher::notes_on_filters(state_->archive.database(), request, state_->analyzer);
  });
}

std::optional<corpus::Article> Searcher::get(std::string_view id) {
  return state_->on_one_state([&]() -> std::optional<corpus::Article> {
    const auto document = state_->archive.find(id);
    if (!document) return std::nullopt;
    return read_article(state_->archive, *document, state_->parser);
  });
}

std::uint64_t Searcher::for_each(const Request& request,
                                 const std::function<void(const StreamStart&)>& begin,
                                 const std::function<bool(const StreamedArticle&)>& take) {
  const Inquiry inquiry(state_->analyzer, state_->archive, request);
  return stream_articles({state_->archive, state_->analyzer, state_->parser}, inquiry, begin,
                         take);
}

ConcordanceCounts Searcher::concordance(
    const Request& request, std::size_t words,
    const std::function<void(const StreamStart&)>& begin,
    const std::function<bool(const ConcordanceLine&)>& take) {
  const Inquiry inquiry(state_->analyzer, state_->archive, request);
  return make_concordance({state_->archive, state_->analyzer, state_->parser}, inquiry, words,
                          begin, take);
}

std::optional<Answer> Searcher::similar(std::string_view id, const SimilarRequest& request) {
  return state_->on_one_state(
      [&] { return find_similar(state_->archive, state_->analyzer, state_->parser, id, request); });
}

ArchiveInfo Searcher::info() {
  return state_->on_one_state([&] { return describe_archive(state_->archive); });
}

void Searcher::refresh() { state_->reopen(); }

}  // namespace warraq::searcher
