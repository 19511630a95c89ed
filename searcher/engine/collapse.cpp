#include "searcher/engine/collapse.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/archive/schema.h"
#include "searcher/engine/hits.h"

namespace warraq::searcher {
namespace {

// Of an archive of wire copy, one in some ten articles is a copy; so many more than the page are
// ranked at first that once is nearly always enough.
constexpr std::size_t kSpare = 20;

// Calls `take(document, group)` for each article, with its number in archive.database().
template <typename Take>
void for_each_group(const archive::OpenArchive& archive, const ArticleSet& articles, Take take) {
  const std::size_t databases = articles.databases.size();
  for (std::size_t i = 0; i < databases; ++i) {
    const archive::Columns& columns = archive.databases()[i].columns();
    articles.databases[i].for_each([&](std::uint32_t document) {
      take(archive::number_among(databases, {i, document}), columns.duplicate_group(document));
    });
  }
}

std::string_view source_of(const archive::OpenArchive& archive, Xapian::docid document) {
  const archive::DocumentPlace place = archive.place_of(document);
  const archive::Columns& columns = archive.databases()[place.database].columns();
  return columns.names(
      archive::NameColumn::source)[columns.name(archive::NameColumn::source, place.document)];
}

// The copies of one hit, as they are counted.
class Count {
 public:
  Count(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
        Xapian::docid shown)
      : archive_(archive), analyzer_(analyzer), shown_(shown) {}

  void add(Xapian::docid document) {
    if (document != shown_) documents_.push_back(document);
  }

  [[nodiscard]] Copies copies(corpus::ArticleParser& parser) {
    std::sort(documents_.begin(), documents_.end(), [&](Xapian::docid left, Xapian::docid right) {
      return archive_.place_of(left) < archive_.place_of(right);
    });
    Copies result;
    result.articles = documents_.size();
    result.sources = other_sources();
    for (const Xapian::docid document :
         std::span(documents_).first(std::min(documents_.size(), Copies::kMostListed))) {
      result.listed.push_back({read_article(archive_, document, parser).id,
                               std::string(source_of(archive_, document))});
    }
    return result;
  }

 private:
  // Spellings of one source are one source, and none is none.
  [[nodiscard]] std::uint64_t other_sources() const {
    std::unordered_set<std::string_view> spellings;
    for (const Xapian::docid document : documents_) spellings.insert(source_of(archive_, document));
    std::unordered_set<std::string> keys;
    for (const std::string_view spelling : spellings) {
      if (!spelling.empty()) keys.insert(archive::field_key(analyzer_, spelling));
    }
    keys.erase(archive::field_key(analyzer_, source_of(archive_, shown_)));
    return keys.size();
  }

  const archive::OpenArchive& archive_;
  const analyzers::Analyzer& analyzer_;
  Xapian::docid shown_;
  std::vector<Xapian::docid> documents_;
};

}  // namespace

std::uint64_t group_of(const archive::OpenArchive& archive, Xapian::docid document) {
  const archive::DocumentPlace place = archive.place_of(document);
  return archive.databases()[place.database].columns().duplicate_group(place.document);
}

std::vector<FoundArticle> collapse(const archive::OpenArchive& archive,
                                   std::span<const FoundArticle> ranked) {
  std::unordered_set<std::uint64_t> seen;
  std::vector<FoundArticle> result;
  for (const FoundArticle& article : ranked) {
    if (seen.insert(group_of(archive, article.document)).second) result.push_back(article);
  }
  return result;
}

std::uint64_t count_groups(const archive::OpenArchive& archive, const ArticleSet& articles) {
  std::vector<std::uint64_t> groups;
  groups.reserve(articles.count());
  for_each_group(archive, articles,
                 [&](Xapian::docid /*document*/, std::uint64_t group) { groups.push_back(group); });
  std::sort(groups.begin(), groups.end());
  return static_cast<std::uint64_t>(std::unique(groups.begin(), groups.end()) - groups.begin());
}

FoundPage run_collapsed(const RunContext& context) {
  const Request& request = context.inquiry.request();
  const std::size_t end = request.offset + request.limit;
  for (std::size_t ranked = end + end / 4 + kSpare;; ranked *= 4) {
    FoundPage page = run_inquiry(context, 0, ranked);
    const bool all_ranked = page.articles.size() < ranked;
    std::vector<FoundArticle> articles = collapse(context.archive, page.articles);
    if (articles.size() < end && !all_ranked) continue;
    articles.resize(std::min(articles.size(), end));
    const std::size_t before = std::min(articles.size(), request.offset);
    articles.erase(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(before));
    page.articles = std::move(articles);
    return page;
  }
}

std::vector<Copies> copies_of(const archive::OpenArchive& archive,
                              const analyzers::Analyzer& analyzer, const ArticleSet& found,
                              std::span<const FoundArticle> shown, corpus::ArticleParser& parser) {
  std::vector<Count> counts;
  counts.reserve(shown.size());
  std::unordered_map<std::uint64_t, std::size_t> by_group;
  for (const FoundArticle& article : shown) {
    by_group.emplace(group_of(archive, article.document), counts.size());
    counts.emplace_back(archive, analyzer, article.document);
  }
  for_each_group(archive, found, [&](Xapian::docid document, std::uint64_t group) {
    const auto count = by_group.find(group);
    if (count != by_group.end()) counts[count->second].add(document);
  });
  std::vector<Copies> result;
  result.reserve(counts.size());
  for (Count& count : counts) result.push_back(count.copies(parser));
  return result;
}

}  // namespace warraq::searcher
