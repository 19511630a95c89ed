#include "indexer/export/articles.h"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "indexer/archive/combined.h"
#include "indexer/archive/open_archive.h"
#include "indexer/export/spool.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// A writer commits a few times a second at the most; copying live/ takes less.
constexpr int kMostTries = 10;

/// Calls `take(number in the whole archive, group)` for the current documents of one database until
/// it returns false; whether it never did.
template <typename Take>
bool for_each_document(const archive::OpenArchive& opened, std::size_t index, Take take) {
  const archive::OpenedDatabase& database = opened.databases()[index];
  const archive::Columns& columns = database.columns();
  const auto superseded = opened.superseded_in(index);
  const Xapian::Database& documents = database.database;
  for (auto at = documents.postlist_begin(""); at != documents.postlist_end(""); ++at) {
    if (std::binary_search(superseded.begin(), superseded.end(), *at)) continue;
    const Xapian::docid number = archive::number_among(opened.databases().size(), {index, *at});
    if (!take(number, columns.duplicate_group(*at))) return false;
  }
  return true;
}

void copy_live(const archive::OpenArchive& opened, ArticleSpool& spool) {
  for_each_document(opened, opened.databases().size() - 1,
                    [&](Xapian::docid number, std::uint64_t group) {
                      spool.add({group, opened.stored_json(number)});
                      return true;
                    });
}

/// An archive, and what its live/ held when it was opened.
struct Snapshot {
  archive::OpenArchive opened;
  ArticleSpool live;

  Snapshot(const fs::path& archive, const std::string& fingerprint) : opened(archive, fingerprint) {
    if (opened.has_live()) copy_live(opened, live);
  }
};

void take_snapshot(const fs::path& archive, const std::string& fingerprint,
                   std::optional<Snapshot>& snapshot) {
  for (int tries_left = kMostTries; tries_left > 0; --tries_left) {
    try {
      snapshot.emplace(archive, fingerprint);
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      // Another state by now: from the beginning.
    }
  }
  throw Error(
      ErrorCode::io,
      "the archive " + analyzers::isolate(archive.string()) + " changed under every try to read it",
      "try again when its writer commits less often, or after 'warraq-indexer compact'");
}

class Giver {
 public:
  Giver(const fs::path& archive, const std::function<bool(const StoredArticle&)>& take)
      : archive_(archive), take_(take) {}

  bool give(const std::string& json, std::uint64_t group, const std::string& place) {
    const corpus::ParsedArticle parsed = parser_.parse(json);
    if (parsed.article) return take_({*parsed.article, group});
    throw Error(ErrorCode::no_archive,
                "the archive " + analyzers::isolate(archive_.string()) + " is damaged: " + place +
                    " is no article: " + analyzers::displayable(parsed.reason),
                "'warraq-indexer check' says where; rebuild it from its sources");
  }

 private:
  const fs::path& archive_;
  const std::function<bool(const StoredArticle&)>& take_;
  corpus::ArticleParser parser_;
};

}  // namespace

void for_each_article(const fs::path& archive, const analyzers::Analyzer& analyzer,
                      const std::function<bool(const StoredArticle&)>& take) {
  archive::with_xapian_errors(archive, [&] {
    std::optional<Snapshot> snapshot;
    take_snapshot(archive, analyzer.fingerprint(), snapshot);
    const archive::OpenArchive& opened = snapshot->opened;
    Giver giver(archive, take);
    for (std::size_t shard = 0; shard < opened.manifest().shards.size(); ++shard) {
      const bool all =
          for_each_document(opened, shard, [&](Xapian::docid number, std::uint64_t group) {
            return giver.give(opened.stored_json(number), group, opened.describe(number));
          });
      if (!all) return;
    }
    while (const auto article = snapshot->live.next()) {
      if (!giver.give(article->json, article->duplicate_group, "a document of live")) return;
    }
  });
}

}  // namespace warraq::indexer
