#include "searcher/engine/bag_match.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "indexer/archive/combined.h"
#include "searcher/engine/best_articles.h"
#include "searcher/engine/bm25.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

using Role = BagTerm::Role;

// Documents are matched so many at a time, term by term: their scores stay in the processor's
// first cache.
constexpr std::uint32_t kWindow = 4096;

// Above any document's number in a window, and of use as an end.
std::uint32_t end_of_window(std::uint32_t first) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(std::uint64_t{first} + kWindow, TermPostings::kEnd));
}

/// A set of the documents of a window, by their places in it.
class WindowSet {
 public:
  [[nodiscard]] bool holds(std::uint32_t place) const {
    return (bits_[place / 64] & bit(place)) != 0;
  }
  void add(std::uint32_t place) { bits_[place / 64] |= bit(place); }
  /// Those of `documents` in the window that begins at `first`.
  void assign(const DocumentSet& documents, std::uint32_t first) {
    for (std::size_t group = 0; group < bits_.size(); ++group) {
      bits_[group] = documents.bits(first / 64 + group);
    }
  }

  template <typename Take>
  void for_each(Take take) const {
    for (std::uint32_t group = 0; group < bits_.size(); ++group) {
      for (std::uint64_t bits = bits_[group]; bits != 0; bits &= bits - 1) {
        take(group * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
  }

 private:
  static std::uint64_t bit(std::uint32_t place) { return std::uint64_t{1} << (place % 64); }

  std::array<std::uint64_t, kWindow / 64> bits_{};
};

/// A term of the bag in one database.
struct Term {
  Role role = Role::finds;
  double weight = 0;  // what it adds to a score at the most
  std::vector<TermPostings> postings;
  std::span<const CountedDocument> counted = {};
  const DocumentSet* only = nullptr;

  [[nodiscard]] std::uint32_t document() const {
    std::uint32_t first = TermPostings::kEnd;
    for (const TermPostings& each : postings) first = std::min(first, each.document());
    return first;
  }
  void skip_to(std::uint32_t document) {
    for (TermPostings& each : postings) each.skip_to(document);
  }
  /// At the most.
  [[nodiscard]] std::uint64_t documents() const {
    std::uint64_t sum = 0;
    for (const TermPostings& each : postings) sum += each.documents();
    return sum;
  }
};

/// The documents of one database that match, window by window.
class DatabaseMatch {
 public:
  /// With `articles` these match, and all terms rank.
  DatabaseMatch(std::vector<Term> terms, const Bm25& bm25, const DocumentSet* articles = nullptr)
      : bm25_(bm25), terms_(std::move(terms)), articles_(articles) {
    // Those that find come first, of those that are demanded the rarest.
    std::stable_sort(terms_.begin(), terms_.end(), [](const Term& left, const Term& right) {
      const auto key = [](const Term& term) {
        const bool demanded = term.role == Role::demands;
        return std::pair(term.role == Role::ranks, demanded ? term.documents() : 0);
      };
      return key(left) < key(right);
    });
  }

  /// Calls `take(document, score)` for each, in ascending order.
  template <typename Take>
  void run(Take take) {
    for (;;) {
      const std::uint32_t next = next_document();
      if (next == TermPostings::kEnd) return;
      first_ = next / kWindow * kWindow;
      match_window();
      matching_.for_each(
          [&](std::uint32_t place) { take(first_ + place, std::exchange(scores_[place], 0)); });
      matching_ = {};
      first_ = end_of_window(first_);
    }
  }

 private:
  /// The next that may match.
  [[nodiscard]] std::uint32_t next_document() {
    if (articles_ != nullptr) return next_of_articles();
    if (demands()) return next_of_all();
    std::uint32_t next = TermPostings::kEnd;
    for (const Term& term : terms_) {
      if (term.role == Role::finds) next = std::min(next, term.document());
    }
    return next;
  }

  // Behind the window that was matched last.
  [[nodiscard]] std::uint32_t next_of_articles() {
    const std::uint32_t next = articles_->next(first_);
    if (next > articles_->last()) return TermPostings::kEnd;
    return next;
  }

  [[nodiscard]] bool demands() const {
    return !terms_.empty() && terms_.front().role == Role::demands;
  }

  // In a window where all of them have one.
  [[nodiscard]] std::uint32_t next_of_all() {
    std::uint32_t first = 0;
    for (bool moved = true; moved;) {
      moved = false;
      for (Term& term : terms_) {
        if (term.role != Role::demands) break;
        term.skip_to(first);
        const std::uint32_t document = term.document();
        if (document == TermPostings::kEnd) return TermPostings::kEnd;
        const std::uint32_t window = document / kWindow * kWindow;
        moved = moved || window > first;
        first = std::max(first, window);
      }
    }
    return first;
  }

  void match_window() {
    bool is_first = true;
    if (articles_ != nullptr) matching_.assign(*articles_, first_);
    for (Term& term : terms_) {
      term.skip_to(first_);
      switch (term.role) {
        case Role::finds:
          find(term);
          break;
        case Role::demands:
          is_first ? find(term) : demand(term);
          break;
        case Role::ranks:
          rank(term);
      }
      is_first = false;
    }
  }

  void find(Term& term) {
    score(
        term, [](std::uint32_t /*place*/) { return true; },
        [&](std::uint32_t place, double score) {
          matching_.add(place);
          scores_[place] += score;
        });
  }

  void rank(Term& term) {
    const auto take = [&](std::uint32_t place, double score) { scores_[place] += score; };
    if (term.only == nullptr) {
      score(
          term, [&](std::uint32_t place) { return matching_.holds(place); }, take);
      return;
    }
    WindowSet wanted;
    wanted.assign(*term.only, first_);
    score(
        term, [&](std::uint32_t place) { return matching_.holds(place) && wanted.holds(place); },
        take);
  }

  void demand(Term& term) {
    WindowSet still;
    score(
        term, [&](std::uint32_t place) { return matching_.holds(place); },
        [&](std::uint32_t place, double score) {
          still.add(place);
          scores_[place] += score;
        });
    matching_.for_each([&](std::uint32_t place) {
      if (!still.holds(place)) scores_[place] = 0;
    });
    matching_ = still;
  }

  /// Calls `take(place, score)` for each of the term's documents in the window that is `wanted`.
  template <typename Wanted, typename Take>
  void score(Term& term, Wanted wanted, Take take) {
    if (term.postings.size() == 1 && term.counted.empty()) {
      score_one(term, wanted, take);
    } else {
      score_summed(term, wanted, take);
    }
  }

  // The occurrences of all its terms together.
  template <typename Wanted, typename Take>
  void score_summed(Term& term, Wanted wanted, Take take) {
    WindowSet found;
    const auto add = [&](std::uint32_t place, std::uint32_t occurrences, std::uint32_t length) {
      if (!wanted(place)) return;
      found.add(place);
      occurrences_[place] += occurrences;
      lengths_[place] = length;
    };
    for (TermPostings& postings : term.postings) {
      postings.take_before(end_of_window(first_),
                           [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                             for (std::size_t i = from; i < to; ++i) {
                               add(block.documents[i] - first_, block.wdf[i], block.lengths[i]);
                             }
                           });
    }
    for (const CountedDocument& each : term.counted) {
      if (each.document < first_ || each.document >= end_of_window(first_)) continue;
      add(each.document - first_, each.occurrences, each.length);
    }
    found.for_each([&](std::uint32_t place) {
      take(place, term.weight * bm25_.share(static_cast<std::int32_t>(occurrences_[place]),
                                            static_cast<std::int32_t>(lengths_[place])));
      occurrences_[place] = 0;
    });
  }

  template <typename Wanted, typename Take>
  void score_one(Term& term, Wanted wanted, Take take) {
    term.postings.front().take_before(
        end_of_window(first_), [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
          archive::Numbers places;
          archive::Numbers wdf;
          archive::Numbers lengths;
          std::size_t size = 0;
          for (std::size_t i = from; i < to; ++i) {
            places[size] = block.documents[i] - first_;
            wdf[size] = block.wdf[i];
            lengths[size] = block.lengths[i];
            size += wanted(places[size]) ? 1U : 0U;
          }
          // A loop of its own, which compilers make vectors of.
          std::array<double, archive::kPackedNumbers> scores;
          for (std::size_t i = 0; i < size; ++i) {
            scores[i] = term.weight * bm25_.share(static_cast<std::int32_t>(wdf[i]),
                                                  static_cast<std::int32_t>(lengths[i]));
          }
          for (std::size_t i = 0; i < size; ++i) take(places[i], scores[i]);
        });
  }

  const Bm25& bm25_;
  std::vector<Term> terms_;
  const DocumentSet* articles_;
  std::uint32_t first_ = 0;  // of the window
  WindowSet matching_;
  std::array<double, kWindow> scores_{};              // 0 where nothing matches
  std::array<std::uint32_t, kWindow> occurrences_{};  // of summed terms, 0 in between
  std::array<std::uint32_t, kWindow> lengths_{};
};

// How many documents hold it.
std::uint64_t holding(const Term& term, const archive::OpenedDatabase& database,
                      std::span<const std::string> names) {
  if (term.postings.size() == 1 && term.counted.empty()) return term.documents();
  DocumentSet documents(database.database.get_lastdocid());
  for (const std::string& name : names) add_documents(database, name, documents);
  for (const CountedDocument& each : term.counted) documents.add(each.document);
  return documents.count();
}

Term term_in(const archive::OpenArchive& archive, std::size_t database, const BagTerm& term) {
  Term result;
  result.role = term.role;
  result.weight = term.weight;
  for (const std::string& name : term.terms) {
    result.postings.emplace_back(archive.databases()[database], name);
  }
  if (!term.counted.empty()) result.counted = term.counted[database];
  if (term.only != nullptr) result.only = &term.only->databases[database];
  return result;
}

// Every term in every database.
std::vector<std::vector<Term>> terms_by_database(const archive::OpenArchive& archive,
                                                 std::span<const BagTerm> bag, const Bm25& bm25) {
  std::vector<std::vector<Term>> result(archive.databases().size());
  const bool demands = std::any_of(bag.begin(), bag.end(),
                                   [](const BagTerm& term) { return term.role == Role::demands; });
  for (const BagTerm& term : bag) {
    std::uint64_t articles = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i].push_back(term_in(archive, i, term));
      Term& here = result[i].back();
      if (demands && here.role == Role::finds) here.role = Role::ranks;
      articles += holding(here, archive.databases()[i], term.terms);
    }
    const double rarity = bm25.rarity(static_cast<double>(articles));
    for (auto& terms : result) terms.back().weight *= rarity;
  }
  return result;
}

Bm25 bm25_of(const archive::OpenArchive& archive) {
  return {static_cast<double>(archive.database().get_doccount()),
          archive.database().get_avlength()};
}

}  // namespace

BagResult match_bag(const archive::OpenArchive& archive, std::span<const BagTerm> bag,
                    std::size_t count) {
  const Bm25 bm25 = bm25_of(archive);
  auto terms = terms_by_database(archive, bag, bm25);
  BagResult result;
  BestArticles best(count);
  for (std::size_t database = 0; database < terms.size(); ++database) {
    const auto superseded = archive.superseded_in(database);
    auto gone = superseded.begin();
    DatabaseMatch match(std::move(terms[database]), bm25);
    match.run([&](std::uint32_t document, double score) {
      while (gone != superseded.end() && *gone < document) ++gone;
      if (gone != superseded.end() && *gone == document) return;
      ++result.total;
      best.offer(archive::number_among(terms.size(), {database, document}), score);
    });
  }
  result.best = best.take();
  return result;
}

void score_articles(const archive::OpenArchive& archive, std::span<const BagTerm> bag,
                    const ArticleSet& articles,
                    const std::function<void(const FoundArticle&)>& take) {
  const Bm25 bm25 = bm25_of(archive);
  auto terms = terms_by_database(archive, bag, bm25);
  for (std::size_t database = 0; database < terms.size(); ++database) {
    for (Term& term : terms[database]) term.role = Role::ranks;
    DatabaseMatch match(std::move(terms[database]), bm25, &articles.databases[database]);
    match.run([&](std::uint32_t document, double score) {
      take({archive::number_among(terms.size(), {database, document}), score, false});
    });
  }
}

TermScore score_in(const archive::OpenArchive& archive, const BagTerm& term,
                   Xapian::docid document) {
  const archive::DocumentPlace place = archive.place_of(document);
  if (term.only != nullptr && !term.only->databases[place.database].holds(place.document)) {
    return {};
  }
  const Bm25 bm25 = bm25_of(archive);
  std::vector<BagTerm> bag = {term};
  auto terms = terms_by_database(archive, bag, bm25);
  Term& here = terms[place.database].front();
  TermScore result;
  std::uint32_t length = 0;
  const auto add = [&](std::uint64_t occurrences, std::uint32_t words) {
    result.occurrences += occurrences;
    length = words;
  };
  here.skip_to(place.document);
  for (TermPostings& postings : here.postings) {
    postings.take_before(place.document + 1,
                         [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                           for (; from < to; ++from) add(block.wdf[from], block.lengths[from]);
                         });
  }
  for (const CountedDocument& each : here.counted) {
    if (each.document == place.document) add(each.occurrences, each.length);
  }
  result.score = here.weight * bm25.share(static_cast<std::int32_t>(result.occurrences),
                                          static_cast<std::int32_t>(length));
  return result;
}

}  // namespace warraq::searcher
