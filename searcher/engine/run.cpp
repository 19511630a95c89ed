#include "searcher/engine/run.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <span>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/closer_forms.h"
#include "searcher/engine/current_versions.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/text_check.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

// Totals up to this many are exact; beyond, Xapian may estimate, which spares it most of the work.
// Whoever asks for a phrase or an exact form counts what is found, and so does whoever filters: of
// those Xapian's estimates are at their worst, because it takes words and filters for independent.
// Bare words are counted by match_bag() where this one leaves an estimate; stop words alone, which
// are no bag, stay with it.
constexpr Xapian::doccount kCountFiltered = 10'000;
constexpr Xapian::doccount kCountWithRequired = 1'000;
constexpr Xapian::doccount kCountAnyWord = 100;

// How many of the best by stems are ranked once more by closer forms: of 20, 30 and 100 the
// means of nDCG@10 over the four sets of weights.h are .8159, .8156 and
// .8168, and a query takes some 3 µs for each article.
constexpr std::size_t kLookedAtAgain = 20;

// Single exact words are refuted the most: of an article that holds their stem, not even one in
// 200.
constexpr std::size_t kEndForOneSpare = 50;

Xapian::doccount count_at_least(const Plan& plan, const Request& request) {
  if (is_filtered(request)) return kCountFiltered;
  return plan.has_required ? kCountWithRequired : kCountAnyWord;
}

// The order of dates. Xapian's own key maker, because one value (none) must go last either way.
std::unique_ptr<Xapian::MultiValueKeyMaker> date_key(Sort sort) {
  const bool newest_first = sort == Sort::newest;
  auto key = std::make_unique<Xapian::MultiValueKeyMaker>();
  key->add_value(archive::slot::kDate, newest_first, newest_first ? "" : "99999999");
  return key;
}

Xapian::doccount to_count(std::size_t number) {
  constexpr std::size_t kMost = std::numeric_limits<Xapian::doccount>::max() / 2;
  return static_cast<Xapian::doccount>(std::min(number, kMost));
}

// The best articles by stems, looked at once more; the rest stay as they are. What is added is
// never negative, so that none of the rest should have come before them.
void look_again(const RunContext& context, FoundPage& page) {
  const auto best = std::span(page.articles).first(std::min(page.articles.size(), kLookedAtAgain));
  // Streams are read in the order in which they lie.
  std::sort(best.begin(), best.end(),
            [](const auto& a, const auto& b) { return a.document < b.document; });
  CloserForms closer(context.archive, context.plan);
  std::vector<CloserForms::Evidence> evidence;
  for (const FoundArticle& article : best) evidence.push_back(closer.read(article.document));
  closer.learn(evidence);
  for (std::size_t i = 0; i < best.size(); ++i) {
    best[i].score += closer.score(evidence[i]);
    best[i].looked_at_again = true;
  }
  page.rarities = closer.rarities();
  std::stable_sort(best.begin(), best.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
}

/// One request while it is run.
class Run {
 public:
  Run(const RunContext& context, const Request& request, const Xapian::Query& query)
      : context_(context),
        request_(request),
        query_(query),
        offset_(to_count(request.offset)),
        end_(offset_ + to_count(request.limit)),
        looks_again_(request.sort == Sort::relevance && offset_ < kLookedAtAgain &&
                     !context.plan.closer.empty()),
        verifies_(!context.plan.to_verify.empty()) {}

  FoundPage page() {
    // What a text refutes makes room for as many more.
    std::size_t spare = verifies_ ? 1 + end_ / kEndForOneSpare : 0;
    std::size_t refuted = 0;
    for (;; spare += 2 * refuted) {
      rank(end_ + spare);
      refuted = drop_refuted();
      if (result_.articles.size() >= end_ - first_ || all_found_) break;
    }
    result_.total -= std::min<std::uint64_t>(refuted, result_.total);
    // What lies beyond the page was taken by its hashes alone.
    if (verifies_ && result_.total > end_) result_.total_is_exact = false;
    cut();
    return std::move(result_);
  }

 private:
  // The articles up to the `end`th, from the first one that must be looked at.
  void rank(std::size_t end) {
    first_ = looks_again_ || verifies_ ? 0 : offset_;
    if (looks_again_) end = std::max(end, kLookedAtAgain);
    if (is_unfiltered_bag() && request_.sort == Sort::relevance) {
      rank_bag(end);
    } else {
      rank_by_xapian(end);
    }
    if (looks_again_) look_again(context_, result_);
  }

  [[nodiscard]] bool is_unfiltered_bag() const {
    return !context_.plan.bag.empty() && !is_filtered(request_);
  }

  void rank_bag(std::size_t end) {
    first_ = 0;
    BagResult found = match_bag(context_.archive, context_.plan.bag, end);
    all_found_ = found.best.size() < end;
    result_.articles = std::move(found.best);
    result_.total = found.total;
    result_.total_is_exact = true;
  }

  void rank_by_xapian(std::size_t end) {
    Xapian::Enquire enquire(context_.archive.database());
    enquire.set_query(query_);
    enquire.set_weighting_scheme(ranking_weight());
    const auto key = date_key(request_.sort);
    if (request_.sort != Sort::relevance) enquire.set_sort_by_key_then_relevance(key.get(), false);
    const Xapian::MSet found = enquire.get_mset(to_count(first_), to_count(end - first_),
                                                count_at_least(context_.plan, request_));
    all_found_ = found.size() < end - first_;
    result_.articles.clear();
    for (auto item = found.begin(); item != found.end(); ++item) {
      result_.articles.push_back({*item, item.get_weight(), false});
    }
    // An estimate may count what was superseded.
    result_.total =
        std::min<std::uint64_t>(found.get_matches_estimated(), context_.archive.article_count());
    result_.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    if (!result_.total_is_exact && is_unfiltered_bag()) {
      result_.total = match_bag(context_.archive, context_.plan.bag, 0).total;
      result_.total_is_exact = true;
    }
  }

  // Leaves out what only seemed to match, among the articles up to the page's end. Pages before
  // this one are looked at too: what they left out decides where this one begins.
  std::size_t drop_refuted() {
    if (!verifies_) return 0;
    TextCheck check(context_);
    std::size_t seen = 0;
    std::size_t held = 0;
    auto& articles = result_.articles;
    for (; seen < articles.size() && held < end_; ++seen) {
      if (check.holds(articles[seen].document)) articles[held++] = articles[seen];
    }
    articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(held),
                   articles.begin() + static_cast<std::ptrdiff_t>(seen));
    return seen - held;
  }

  void cut() {
    auto& articles = result_.articles;
    articles.resize(std::min(articles.size(), end_ - first_));
    const std::size_t before = std::min(articles.size(), offset_ - first_);
    articles.erase(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(before));
  }

  const RunContext& context_;
  const Request& request_;
  const Xapian::Query& query_;
  std::size_t offset_;
  std::size_t end_;  // of the page
  bool looks_again_;
  bool verifies_;
  std::size_t first_ = 0;  // of result_.articles
  bool all_found_ = false;
  FoundPage result_;
};

}  // namespace

FoundPage run_plan(const RunContext& context, const Request& request) {
  Xapian::Query query = filtered(context.plan.query, request, context.analyzer);
  if (query.empty() || context.archive.database().get_doccount() == 0) return {};
  if (context.archive.has_superseded()) {
    CurrentVersions current(context.archive);  // the query clones it
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&current));
  }
  return Run(context, request, query).page();
}

}  // namespace warraq::searcher
