#include "searcher/engine/match.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/archive/combined.h"
#include "indexer/archive/schema.h"
#include "searcher/engine/field_match.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

DocumentSet all_documents(const archive::OpenedDatabase& database) {
  const std::uint32_t last = database.database.get_lastdocid();
  if (database.database.get_doccount() == last) return DocumentSet::all(last);
  DocumentSet result(last);
  const auto end = database.database.postlist_end({});
  for (auto document = database.database.postlist_begin({}); document != end; ++document) {
    result.add(*document);
  }
  return result;
}

// Documents whose streams must be read are looked for last, among what is left.
bool reads_streams(const Condition& condition, const Plan& plan) {
  if (condition.kind == Condition::Kind::clause) {
    const auto& finders = plan.finders_of(condition.clause);
    return std::any_of(finders.begin(), finders.end(),
                       [](const WordFinder& finder) { return !finder.settled.empty(); });
  }
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [&](const Condition& child) { return reads_streams(child, plan); });
}

// Stop words are in nearly every article, and their long lists are not packed: what has the other
// words is looked at as quickly.
bool is_of_stop_word(const std::vector<std::string>& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const std::string& term) {
    return term.starts_with(archive::prefix::kStopWord);
  });
}

}  // namespace

ArticleSet all_articles(const archive::OpenArchive& archive) {
  ArticleSet result;
  for (std::size_t i = 0; i < archive.databases().size(); ++i) {
    DocumentSet& documents = result.databases.emplace_back(all_documents(archive.databases()[i]));
    for (const Xapian::docid document : archive.superseded_in(i)) {
      if (document <= documents.last()) documents.remove(document);
    }
  }
  return result;
}

ArticleSet find_articles(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                         const Inquiry& inquiry) {
  return ArticleFinder(archive, analyzer, inquiry)
      .find(inquiry.query().condition, all_articles(archive));
}

ArticleFinder::ArticleFinder(const archive::OpenArchive& archive,
                             const analyzers::Analyzer& analyzer, const Inquiry& inquiry)
    : archive_(archive),
      analyzer_(analyzer),
      inquiry_(inquiry),
      plan_(inquiry.plan()),
      text_(archive, analyzer),
      known_(archive.databases().size()),
      known_prefixes_(archive.databases().size()) {
  for (auto& known : known_) known.resize(plan_.settled.size());
}

ArticleSet ArticleFinder::find(const Condition& condition, const ArticleSet& articles) {
  ArticleSet result;
  for (database_ = 0; database_ < articles.databases.size(); ++database_) {
    result.databases.push_back(find_in(condition, articles.databases[database_]));
  }
  return result;
}

ArticleSet ArticleFinder::settle(const std::vector<std::size_t>& parts,
                                 const ArticleSet& articles) {
  ArticleSet result;
  for (database_ = 0; database_ < articles.databases.size(); ++database_) {
    result.databases.push_back(find_word({{}, {}, parts}, articles.databases[database_]));
  }
  return result;
}

DocumentSet ArticleFinder::find_in(const Condition& condition, const DocumentSet& within) {
  archive_.deadline().check();
  if (within.empty()) return within;
  switch (condition.kind) {
    case Condition::Kind::clause:
      return find_clause(condition.clause, within);
    case Condition::Kind::name: {
      DocumentSet result = documents_named(database(), condition, analyzer_);
      result &= within;
      return result;
    }
    case Condition::Kind::dates:
      return documents_dated(database(), condition, within);
    case Condition::Kind::duplicates:
      return documents_in_group(database(), condition.duplicate_group, within);
    case Condition::Kind::all:
      return find_all(condition, within);
    case Condition::Kind::any:
      return find_any(condition, within);
    case Condition::Kind::none: {
      DocumentSet result = within;
      result -= find_in(condition.children.front(), within);
      return result;
    }
  }
  return DocumentSet(within.last());
}

DocumentSet ArticleFinder::find_all(const Condition& condition, DocumentSet within) {
  for (const bool by_streams : {false, true}) {
    for (const Condition& child : condition.children) {
      if (reads_streams(child, plan_) == by_streams) within = find_in(child, within);
    }
  }
  return within;
}

DocumentSet ArticleFinder::find_any(const Condition& condition, const DocumentSet& within) {
  DocumentSet result(within.last());
  DocumentSet left = within;
  for (const bool by_streams : {false, true}) {
    for (const Condition& child : condition.children) {
      if (reads_streams(child, plan_) != by_streams) continue;
      const DocumentSet found = find_in(child, left);
      result |= found;
      left -= found;
    }
  }
  return result;
}

DocumentSet ArticleFinder::find_clause(std::size_t clause, const DocumentSet& within) {
  if (inquiry_.query().clauses[clause].kind == ClauseKind::prefix) {
    return find_prefix(clause, within);
  }
  const auto& finders = plan_.finders_of(clause);
  DocumentSet result(within.last());
  if (!inquiry_.query().clauses[clause].all) {
    DocumentSet left = within;
    for (const WordFinder& finder : finders) {
      const DocumentSet found = find_word(finder, left);
      result |= found;
      left -= found;
    }
    return result;
  }
  if (finders.empty()) return result;
  result = within;
  for (const WordFinder& finder : finders) result = find_word(finder, result);
  return result;
}

// A query may have the same prefix hundreds of times, with a thousand terms each.
DocumentSet ArticleFinder::find_prefix(std::size_t clause, const DocumentSet& within) {
  Known& known =
      known_prefixes_[database_].try_emplace(plan_.finders_at[clause], within.last()).first->second;
  DocumentSet left = within;
  left -= known.looked_at;
  known.looked_at |= left;
  for (const WordFinder& finder : plan_.finders_of(clause)) known.found |= find_word(finder, left);
  left = known.found;
  left &= within;
  return left;
}

DocumentSet ArticleFinder::find_word(const WordFinder& finder, const DocumentSet& within) {
  DocumentSet result = documents_with_any(database(), finder.terms, within);
  if (!finder.body_terms.empty()) {
    for (const BodyTerm& term : finder.body_terms) add_body_term(term, result);
    result &= within;
  }
  if (finder.settled.empty()) return result;
  DocumentSet left = within;
  left -= result;
  for (const std::size_t part : finder.settled) {
    const DocumentSet found = settle_in(part, left);
    result |= found;
    left -= found;
  }
  return result;
}

void ArticleFinder::add_body_term(const BodyTerm& term, DocumentSet& documents) const {
  // Every occurrence in the title counts for both terms.
  std::map<std::uint32_t, std::uint32_t> in_title;
  const auto for_each = [&](const std::string& name, auto take) {
    TermPostings(database(), name)
        .take_before(TermPostings::kEnd,
                     [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                       for (; from < to; ++from) take(block.documents[from], block.wdf[from]);
                     });
  };
  for_each(term.in_title, [&](std::uint32_t document, std::uint32_t count) {
    in_title.emplace_hint(in_title.end(), document, count);
  });
  auto title = in_title.begin();
  for_each(term.term, [&](std::uint32_t document, std::uint32_t count) {
    while (title != in_title.end() && title->first < document) ++title;
    const bool here = title != in_title.end() && title->first == document;
    if (document <= documents.last() && count > (here ? title->second : 0)) documents.add(document);
  });
}

DocumentSet ArticleFinder::settle_in(std::size_t part, const DocumentSet& within) {
  const Settled& settled = plan_.settled[part];
  std::optional<KnownPart>& known = known_[database_][part];
  if (!known) known.emplace(within.last(), StreamTest(settled, database(), analyzer_));
  DocumentSet left = within;
  left -= known->looked_at;
  if (!left.empty()) {
    known->looked_at |= left;
    candidates_of(settled, std::move(left)).for_each([&](std::uint32_t document) {
      if (is_there(settled, document, known->test)) known->found.add(document);
    });
  }
  DocumentSet result = known->found;
  result &= within;
  return result;
}

// Those that have all the terms, those of stop words beside others aside. Without a vocabulary it
// is not known which a prefix needs.
DocumentSet ArticleFinder::candidates_of(const Settled& settled, DocumentSet within) const {
  if (settled.clause.kind == ClauseKind::prefix && !database().vocabulary) {
    return within;
  }
  const bool only_stop_words =
      std::all_of(settled.terms.begin(), settled.terms.end(), is_of_stop_word);
  for (const std::vector<std::string>& terms : settled.terms) {
    if (!only_stop_words && is_of_stop_word(terms)) continue;
    within = documents_with_any(database(), terms, within);
  }
  return within;
}

bool ArticleFinder::is_there(const Settled& settled, std::uint32_t document, StreamTest& test) {
  std::string storage;
  const Verdict verdict = test.ask(archive_.word_stream({database_, document}, storage), document);
  if (verdict != Verdict::unsure) return verdict == Verdict::there;
  return text_.holds(archive::number_among(archive_.databases().size(), {database_, document}),
                     settled.clause);
}

}  // namespace warraq::searcher
