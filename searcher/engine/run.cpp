#include "searcher/engine/run.h"

#include <algorithm>
#include <limits>
#include <memory>

#include "indexer/archive/schema.h"
#include "searcher/engine/current_versions.h"
#include "searcher/engine/exact_phrase_check.h"
#include "searcher/engine/filters.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

// Totals up to this many are exact; beyond, Xapian may estimate, which spares it most of the work.
// Whoever asks for a phrase or an exact form counts what is found, and so does whoever filters: of
// those Xapian's estimates are at their worst, because it takes words and filters for independent.
// Of any-of-these-words the total says little, and counting costs: of 200 queries on 40,002
// articles each takes .70 ms with totals exact to 100, .80 to 1,000 and 1.45 without a limit.
// (Estimates are then within 10 % of the truth for 123 of 198, and half of it too much at worst.)
constexpr Xapian::doccount kCountFiltered = 10'000;
constexpr Xapian::doccount kCountWithRequired = 1'000;
constexpr Xapian::doccount kCountAnyWord = 100;

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

}  // namespace

FoundPage run_plan(const RunContext& context, const Request& request) {
  const Xapian::Database& database = context.archive.database();
  Xapian::Query query = filtered(context.plan.query, request, context.analyzer);
  FoundPage result;
  if (query.empty() || database.get_doccount() == 0) return result;
  if (context.archive.has_superseded()) {
    CurrentVersions current(context.archive);  // the query clones it
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, Xapian::Query(&current));
  }

  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(ranking_weight());
  const auto key = date_key(request.sort);
  if (request.sort != Sort::relevance) {
    enquire.set_sort_by_key_then_relevance(key.get(), false);
  }
  const ExactPhraseCheck check(context);
  const Xapian::MSet found = enquire.get_mset(to_count(request.offset), to_count(request.limit),
                                              count_at_least(context.plan, request), nullptr,
                                              context.plan.to_verify.empty() ? nullptr : &check);
  for (auto item = found.begin(); item != found.end(); ++item) {
    result.articles.push_back({*item, item.get_weight()});
  }
  // An estimate may count what was superseded.
  result.total =
      std::min<std::uint64_t>(found.get_matches_estimated(), context.archive.article_count());
  result.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  return result;
}

}  // namespace warraq::searcher
