#include "searcher/engine/match.h"

#include "searcher/engine/filters.h"
#include "searcher/engine/text_check.h"

namespace warraq::searcher {
namespace {

ArticleSet empty_set(const archive::OpenArchive& archive) {
  ArticleSet result;
  for (const archive::OpenedDatabase& database : archive.databases()) {
    result.databases.emplace_back(database.database.get_lastdocid());
  }
  return result;
}

void remove_superseded(const archive::OpenArchive& archive, ArticleSet& articles) {
  for (std::size_t i = 0; i < articles.databases.size(); ++i) {
    DocumentSet& documents = articles.databases[i];
    for (const Xapian::docid document : archive.superseded_in(i)) {
      if (document <= documents.last()) documents.remove(document);
    }
  }
}

}  // namespace

ArticleSet find_articles(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                         const Inquiry& inquiry) {
  ArticleSet result = empty_set(archive);
  const Xapian::Query query = filtered(inquiry.plan().query, inquiry.request(), analyzer);
  if (query.empty() || archive.database().get_doccount() == 0) return result;
  const RunContext context{archive, analyzer, inquiry.plan(), inquiry.matcher()};
  TextCheck check(context);
  Xapian::Enquire enquire(archive.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, archive.database().get_doccount());
  for (auto item = found.begin(); item != found.end(); ++item) {
    if (archive.is_superseded(*item) || !check.holds(*item)) continue;
    const archive::DocumentPlace place = archive.place_of(*item);
    result.databases[place.database].add(place.document);
  }
  return result;
}

ArticleSet all_articles(const archive::OpenArchive& archive) {
  ArticleSet result = empty_set(archive);
  for (std::size_t i = 0; i < result.databases.size(); ++i) {
    const Xapian::Database& database = archive.databases()[i].database;
    for (auto item = database.postlist_begin(""); item != database.postlist_end(""); ++item) {
      result.databases[i].add(*item);
    }
  }
  remove_superseded(archive, result);
  return result;
}

}  // namespace warraq::searcher
