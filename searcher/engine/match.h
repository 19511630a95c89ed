// Which articles an inquiry finds: what is ranked, ordered, counted, exported.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/stream_test.h"
#include "searcher/engine/text_check.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Every article that the inquiry finds, the request's filters included; superseded versions are
/// left out. Throws what Xapian throws, and Error(no_archive) where a stored article is none.
[[nodiscard]] ArticleSet find_articles(const archive::OpenArchive& archive,
                                       const analyzers::Analyzer& analyzer, const Inquiry& inquiry);

/// Every article of the archive, superseded versions left out.
[[nodiscard]] ArticleSet all_articles(const archive::OpenArchive& archive);

/// Finds the articles of an inquiry's conditions. What was settled on streams once is not looked at
/// again. Holds references to all it is made of; used by one thread.
class ArticleFinder {
 public:
  ArticleFinder(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                const Inquiry& inquiry);

  // Both throw what find_articles() throws.

  /// Those of `articles` that `condition`, which is over the inquiry's clauses, finds.
  [[nodiscard]] ArticleSet find(const Condition& condition, const ArticleSet& articles);
  /// Those of `articles` where any of these parts of the inquiry's plan stands.
  [[nodiscard]] ArticleSet settle(const std::vector<std::size_t>& parts,
                                  const ArticleSet& articles);

 private:
  /// What is known of something in one database.
  struct Known {
    explicit Known(std::uint32_t last) : looked_at(last), found(last) {}

    DocumentSet looked_at;
    DocumentSet found;
  };
  struct KnownPart : Known {
    KnownPart(std::uint32_t last, StreamTest its_test) : Known(last), test(std::move(its_test)) {}

    StreamTest test;
  };

  // These look at the database number `database_`.
  [[nodiscard]] DocumentSet find_in(const Condition& condition, const DocumentSet& within);
  [[nodiscard]] DocumentSet find_all(const Condition& condition, DocumentSet within);
  [[nodiscard]] DocumentSet find_any(const Condition& condition, const DocumentSet& within);
  [[nodiscard]] DocumentSet find_clause(std::size_t clause, const DocumentSet& within);
  [[nodiscard]] DocumentSet find_prefix(std::size_t clause, const DocumentSet& within);
  [[nodiscard]] DocumentSet find_word(const WordFinder& finder, const DocumentSet& within);
  void add_body_term(const BodyTerm& term, DocumentSet& documents) const;
  [[nodiscard]] DocumentSet settle_in(std::size_t part, const DocumentSet& within);
  [[nodiscard]] bool is_there(const Settled& settled, std::uint32_t document, StreamTest& test);
  [[nodiscard]] DocumentSet candidates_of(const Settled& settled, DocumentSet within) const;
  [[nodiscard]] const archive::OpenedDatabase& database() const {
    return archive_.databases()[database_];
  }

  const archive::OpenArchive& archive_;
  const analyzers::Analyzer& analyzer_;
  const Inquiry& inquiry_;
  const Plan& plan_;
  TextCheck text_;
  std::size_t database_ = 0;
  std::vector<std::vector<std::optional<KnownPart>>> known_;  // by database and part
  std::vector<std::map<std::size_t, Known>> known_prefixes_;  // by database, of the plan's finders
};

}  // namespace warraq::searcher
