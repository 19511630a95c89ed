#include "searcher/engine/did_you_mean.h"

#include <algorithm>
#include <deque>

#include "indexer/archive/schema.h"
#include "searcher/did_you_mean/suggestions.h"
#include "searcher/engine/match.h"
#include "searcher/engine/word_variants.h"
#include "searcher/query/tree.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

/// A vocabulary that is read by a deadline: all of it is gone through for a word that it lacks.
class TimedVocabulary final : public archive::Vocabulary {
 public:
  TimedVocabulary(const archive::Vocabulary& words, archive::Deadline& deadline)
      : words_(words), deadline_(deadline) {}

  void for_each(std::string_view prefix, const Take& take) const override {
    words_.for_each(prefix, timed(take));
  }
  void find(std::string_view normalised, const Take& take) const override {
    words_.find(normalised, timed(take));
  }
  void with_mark(std::uint16_t mark, const Take& take) const override {
    words_.with_mark(mark, timed(take));
  }

 private:
  [[nodiscard]] Take timed(const Take& take) const {
    return [this, &take](const archive::VocabularyWord& word) {
      deadline_.check();
      take(word);
    };
  }

  const archive::Vocabulary& words_;
  archive::Deadline& deadline_;
};

class OpenedEvidence final : public ArchiveEvidence {
 public:
  OpenedEvidence(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer)
      : archive_(archive), analyzer_(analyzer), variants_(analyzer, archive) {}

  Found find(const Request& request) override {
    try {
      const Inquiry inquiry(analyzer_, archive_, variants_, request);
      const ArticleSet found = find_articles(archive_, analyzer_, inquiry);
      return {found.count(), found.hash()};
    } catch (const Error& error) {
      if (error.code() == ErrorCode::usage || error.code() == ErrorCode::query) return {};
      throw;
    }
  }

  std::uint64_t articles_with(const std::string& stem) override {
    return archive_.term_frequency(archive::make_term(archive::prefix::kStem, stem));
  }

  std::vector<const archive::Vocabulary*> vocabularies() override {
    std::vector<const archive::Vocabulary*> result;
    for (const archive::OpenedDatabase& each : archive_.databases()) {
      if (!each.vocabulary) continue;
      result.push_back(&timed_.emplace_back(*each.vocabulary, archive_.deadline()));
    }
    return result;
  }

 private:
  const archive::OpenArchive& archive_;
  const analyzers::Analyzer& analyzer_;
  WordVariants variants_;
  std::deque<TimedVocabulary> timed_;
};

bool has_scarce_word(const AnalysedQuery& query, ArchiveEvidence& evidence) {
  const auto is_scarce = [&](const QueryWord& word) {
    return !word.stop && evidence.articles_with(word.stem) <= kHardlyAnyArticles;
  };
  return std::any_of(query.clauses.begin(), query.clauses.end(), [&](const AnalysedClause& clause) {
    if (clause.excluded || clause.kind == ClauseKind::prefix) return false;
    return std::any_of(clause.words.begin(), clause.words.end(), is_scarce);
  });
}

}  // namespace

std::vector<Suggestion> suggest_queries(const archive::OpenArchive& archive,
                                        const analyzers::Analyzer& analyzer, const Inquiry& inquiry,
                                        std::uint64_t total) {
  OpenedEvidence evidence(archive, analyzer);
  if (total > 0 && !has_scarce_word(inquiry.query(), evidence)) return {};
  const Request& request = inquiry.request();
  const QueryTree tree = read_query(request.query, request.syntax);
  return make_suggestions(request, tree.root, total, analyzer, evidence);
}

}  // namespace warraq::searcher
