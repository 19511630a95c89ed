#include "warraq/searcher/searcher.h"

#include <utility>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/info.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/run.h"
#include "searcher/engine/suggestions.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

// A snapshot is lost after two commits of a writer; more often than this within one request, and
// the writer commits faster than we read.
constexpr int kMaxTries = 3;

}  // namespace

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
      throw Error(ErrorCode::io,
                  "the archive " + analyzers::isolate(archive.path().string()) +
                      " changed under every try to read it",
                  "try again when its writer commits less often; where none is at work, "
                  "'warraq-indexer check' says whether it is damaged");
    }
  }

  // What `make` makes of the page that `request` asks for. The inquiry is made for the state that
  // is open.
  template <typename Make>
  auto ask(const Request& request, Make make) {
    return on_one_state([&] {
      const Inquiry inquiry(analyzer, archive, request);
      const RunContext context{archive, analyzer, inquiry};
      return make(context, run_inquiry(context));
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
  Answer answer = state_->ask(request, [&](const RunContext& context, const FoundPage& page) {
    Answer result;
    result.hits =
        make_hits(context.archive, context.analyzer, context.inquiry, page, state_->parser);
    result.total = page.total;
    result.notes = context.inquiry.notes();
    if (request.suggestions) {
      result.suggestions =
          suggest_queries(context.archive, context.analyzer, context.inquiry, result.total);
    }
    return result;
  });
  const bool relaxes = request.relax && answer.total == 0 && !answer.suggestions.empty();
  if (!relaxes) return answer;
  Answer relaxed = search(suggested_request(request, answer.suggestions.front()));
  relaxed.relaxed = answer.suggestions.front();
  relaxed.suggestions = std::move(answer.suggestions);
  relaxed.notes.insert(relaxed.notes.begin(), answer.notes.begin(), answer.notes.end());
  return relaxed;
}

Explanation Searcher::explain(const Request& request) {
  return state_->ask(request, [&](const RunContext& context, const FoundPage& page) {
    return explain_page(context, page, state_->parser);
  });
}

std::vector<std::string> Searcher::notes_on_filters(const Request& request) {
  return state_->on_one_state([&] {
    return searcher::notes_on_filters(state_->archive, request, state_->analyzer);
  });
}

std::optional<corpus::Article> Searcher::get(std::string_view id) {
  return state_->on_one_state([&]() -> std::optional<corpus::Article> {
    const auto document = state_->archive.find(id);
    if (!document) return std::nullopt;
    return read_article(state_->archive, *document, state_->parser);
  });
}

ArchiveInfo Searcher::info() {
  return state_->on_one_state([&] { return describe_archive(state_->archive); });
}

void Searcher::refresh() { state_->reopen(); }

}  // namespace warraq::searcher
