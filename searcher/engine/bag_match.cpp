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
  Role role;
  double weight;  // what it adds to a score at the most
  TermPostings postings;
};

/// The documents of one database that match, window by window.
class DatabaseMatch {
 public:
  DatabaseMatch(std::vector<Term> terms, const Bm25& bm25) : bm25_(bm25), terms_(std::move(terms)) {
    // Those that find come first, of those that are demanded the rarest.
    std::stable_sort(terms_.begin(), terms_.end(), [](const Term& left, const Term& right) {
      const auto key = [](const Term& term) {
        const bool demanded = term.role == Role::demands;
        return std::pair(term.role == Role::ranks, demanded ? term.postings.documents() : 0);
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
    }
  }

 private:
  /// The next that may match.
  [[nodiscard]] std::uint32_t next_document() {
    std::uint32_t next = TermPostings::kEnd;
    if (demands()) return next_of_all();
    for (const Term& term : terms_) {
      if (term.role == Role::finds) next = std::min(next, term.postings.document());
    }
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
        term.postings.skip_to(first);
        if (term.postings.document() == TermPostings::kEnd) return TermPostings::kEnd;
        const std::uint32_t window = term.postings.document() / kWindow * kWindow;
        moved = moved || window > first;
        first = std::max(first, window);
      }
    }
    return first;
  }

  void match_window() {
    bool is_first = true;
    for (Term& term : terms_) {
      term.postings.skip_to(first_);
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
    score(
        term, [&](std::uint32_t place) { return matching_.holds(place); },
        [&](std::uint32_t place, double score) { scores_[place] += score; });
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
    term.postings.take_before(
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
  std::uint32_t first_ = 0;  // of the window
  WindowSet matching_;
  std::array<double, kWindow> scores_{};  // 0 where nothing matches
};

// Every term in every database.
std::vector<std::vector<Term>> terms_by_database(const archive::OpenArchive& archive,
                                                 std::span<const BagTerm> bag, const Bm25& bm25) {
  std::vector<std::vector<Term>> result(archive.databases().size());
  const bool demands = std::any_of(bag.begin(), bag.end(),
                                   [](const BagTerm& term) { return term.role == Role::demands; });
  for (const BagTerm& term : bag) {
    const bool only_ranks = demands && term.role == Role::finds;
    double holding = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i].push_back({only_ranks ? Role::ranks : term.role, term.weight,
                           TermPostings(archive.databases()[i], term.term)});
      holding += result[i].back().postings.documents();
    }
    for (auto& terms : result) terms.back().weight *= bm25.rarity(holding);
  }
  return result;
}

}  // namespace

BagResult match_bag(const archive::OpenArchive& archive, std::span<const BagTerm> bag,
                    std::size_t count) {
  const Xapian::Database& all = archive.database();
  const Bm25 bm25(all.get_doccount(), all.get_avlength());
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

}  // namespace warraq::searcher
