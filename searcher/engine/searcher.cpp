#include "warraq/searcher/searcher.h"

#include <optional>
#include <utility>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/archive_vocabulary.h"
#include "searcher/engine/article_stream.h"
#include "searcher/engine/collapse.h"
#include "searcher/engine/completions.h"
#include "searcher/engine/concordance.h"
#include "searcher/engine/deadline_scope.h"
#include "searcher/engine/did_you_mean.h"
#include "searcher/engine/explain.h"
#include "searcher/engine/facets.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/highlight_article.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/info.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/match.h"
#include "searcher/engine/moving_archive.h"
#include "searcher/engine/run.h"
#include "searcher/engine/similar.h"
#include "searcher/engine/timeline.h"
#include "searcher/engine/variants.h"
#include "searcher/engine/word_variants.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

void collapse_answer(const RunContext& context, const ArticleSet& found, const FoundPage& page,
                     corpus::ArticleParser& parser, Answer& answer) {
  answer.total = count_groups(context.archive, found);
  answer.articles = found.count();
  auto copies = copies_of(context.archive, context.analyzer, found, page.articles, parser);
  for (std::size_t i = 0; i < copies.size(); ++i) answer.hits[i].copies = std::move(copies[i]);
}

TimelineScope timeline_scope(const RunContext& context) {
  const Condition scope = scope_of(context.inquiry.query().condition);
  ArticleFinder finder(context.archive, context.analyzer, context.inquiry);
  return {finder.find(scope, all_articles(context.archive)), asks_for_days(scope)};
}

// What was found for the page; found now where ranking it took no set.
ArticleSet take_found(const RunContext& context, FoundPage& page) {
  if (page.found) return std::move(*page.found);
  return find_articles(context.archive, context.analyzer, context.inquiry);
}

// What is answered on one state of the archive.
Answer answer_to(const RunContext& context, corpus::ArticleParser& parser) {
  const Request& request = context.inquiry.request();
  FoundPage page = request.collapse ? run_collapsed(context) : run_inquiry(context);
  Answer answer;
  answer.hits = make_hits(context.archive, context.analyzer, context.inquiry, page, parser);
  answer.total = page.total;
  answer.notes = context.inquiry.notes();
  answer.variants = searched_variants(context.inquiry.query(), context.archive);
  if (!request.collapse && request.facets.empty() && !request.timeline) return answer;
  const ArticleSet found = take_found(context, page);
  if (request.collapse) collapse_answer(context, found, page, parser, answer);
  answer.facets =
      count_facets(context.archive, context.analyzer, found, request.facets, request.facet_values);
  if (request.timeline) {
    answer.timeline =
        make_timeline(context.archive, found, timeline_scope(context), *request.timeline);
  }
  return answer;
}

// An answer without suggestions is better than none.
void add_suggestions(const RunContext& context, WordVariants& variants, Answer& answer) {
  try {
    answer.suggestions =
        suggest_queries(context.archive, context.analyzer, variants, context.inquiry, answer.total);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::timeout) throw;
    answer.notes.emplace_back("there was no time left to think of other queries");
  }
}

}  // namespace

struct Searcher::State {
  explicit State(const std::filesystem::path& path) : archive(path, analyzer.fingerprint()) {}

  void reopen() {
    variants.reset();
    archive.reopen(analyzer.fingerprint());
  }

  // Of the state that is open.
  WordVariants& word_variants() {
    if (!variants) variants.emplace(analyzer, archive);
    return *variants;
  }

  // Runs `action` as a whole by the deadline, again on a newer state where the archive moved under
  // it.
  template <typename Action>
  auto on_one_state(archive::Deadline::Time deadline, Action action) {
    const DeadlineScope scope(archive, deadline);
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

  // What `make` makes of the inquiry that `request` is. It is made for the state that is open.
  template <typename Make>
  auto ask(const Request& request, BlankQuery blank, Make make) {
    return on_one_state(request.deadline, [&] {
      const Inquiry inquiry(analyzer, archive, word_variants(), request, blank);
      return make(RunContext{archive, analyzer, inquiry});
    });
  }

  analyzers::Analyzer analyzer;
  archive::OpenArchive archive;
  std::optional<WordVariants> variants;
  corpus::ArticleParser parser;
};

Searcher::Searcher(const std::filesystem::path& archive)
    : state_(std::make_unique<State>(archive)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Answer Searcher::search(const Request& request) {
  Answer answer = state_->ask(request, BlankQuery::refused, [&](const RunContext& context) {
    Answer result = answer_to(context, state_->parser);
    if (request.suggestions) add_suggestions(context, state_->word_variants(), result);
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
  return state_->ask(request, BlankQuery::refused, [&](const RunContext& context) {
    const FoundPage page = run_inquiry(context);
    Explanation explanation = explain_page(context, page, state_->parser);
    explanation.total = page.total;
    explanation.variants = searched_variants(context.inquiry.query(), context.archive);
    return explanation;
  });
}

Facets Searcher::facets(const Request& request, const std::vector<FacetField>& fields,
                        std::size_t limit) {
  return state_->ask(request, BlankQuery::everything, [&](const RunContext& context) {
    const ArticleSet found = find_articles(context.archive, context.analyzer, context.inquiry);
    return Facets{found.count(),
                  count_facets(context.archive, context.analyzer, found, fields, limit),
                  context.inquiry.notes()};
  });
}

Timeline Searcher::timeline(const Request& request, Interval interval) {
  return state_->ask(request, BlankQuery::everything, [&](const RunContext& context) {
    const ArticleSet found = find_articles(context.archive, context.analyzer, context.inquiry);
    Timeline result = make_timeline(context.archive, found, timeline_scope(context), interval);
    result.notes = context.inquiry.notes();
    return result;
  });
}

std::vector<std::string> Searcher::notes_on_filters(const Request& request) {
  return state_->on_one_state(request.deadline, [&] {
    return searcher::notes_on_filters(state_->archive, request, state_->analyzer);
  });
}

bool Searcher::has_vocabulary() const { return !lacks_vocabulary(state_->archive); }

std::vector<Completion> Searcher::suggest(
    std::string_view text, std::size_t limit,
    std::optional<std::chrono::steady_clock::time_point> deadline) {
  return state_->on_one_state(
      deadline, [&] { return complete(state_->archive, state_->analyzer, text, limit); });
}

std::optional<corpus::Article> Searcher::get(std::string_view id) {
  return state_->on_one_state({}, [&]() -> std::optional<corpus::Article> {
    const auto document = state_->archive.find(id);
    if (!document) return std::nullopt;
    return read_article(state_->archive, *document, state_->parser);
  });
}

bool Searcher::has(std::string_view id) {
  return state_->on_one_state({}, [&] { return state_->archive.find(id).has_value(); });
}

std::optional<HighlightedArticle> Searcher::get(std::string_view id, const Request& request) {
  return state_->ask(request, BlankQuery::everything, [&](const RunContext& context) {
    return highlight_article(context, id, state_->parser);
  });
}

std::uint64_t Searcher::for_each(const Request& request,
                                 const std::function<void(const StreamStart&)>& begin,
                                 const std::function<bool(const StreamedArticle&)>& take) {
  return stream_articles(
      {state_->archive, state_->analyzer, state_->parser}, request, begin,
      [&](const Inquiry& /*inquiry*/, const StreamedArticle& article) { return take(article); });
}

ConcordanceCounts Searcher::concordance(const Request& request, std::size_t words,
                                        const std::function<void(const StreamStart&)>& begin,
                                        const std::function<bool(const ConcordanceLine&)>& take) {
  return make_concordance({state_->archive, state_->analyzer, state_->parser}, request, words,
                          begin, take);
}

std::optional<Answer> Searcher::similar(std::string_view id, const SimilarRequest& request) {
  return state_->on_one_state(request.request.deadline, [&] {
    return find_similar(state_->archive, state_->analyzer, state_->parser, id, request);
  });
}

ArchiveInfo Searcher::info() {
  return state_->on_one_state({}, [&] { return describe_archive(state_->archive); });
}

ArchiveState Searcher::state() const { return state_of(state_->archive); }

void Searcher::refresh() {
  if (!state_->archive.is_latest()) state_->reopen();
}

}  // namespace warraq::searcher
