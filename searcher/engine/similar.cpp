#include "searcher/engine/similar.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/match.h"
#include "searcher/engine/run.h"
#include "warraq/analyzers/pieces.h"

namespace warraq::searcher {
namespace {

constexpr std::size_t kTellingWords = 25;
// What a word of the title counts, beside 1 in the body.
constexpr double kInTitle = 3;
// The beginning of an article is enough to tell what it is about.
constexpr std::size_t kMostBytes = std::size_t{1} << 18;

struct CountedWord {
  std::string word;
  double count = 0;
};
using CountedStems = std::unordered_map<std::string, CountedWord>;

void count_words(const analyzers::Analyzer& analyzer, std::string_view text, double count,
                 CountedStems& stems) {
  analyzers::Analysis analysis;
  analyzer.analyze(analyzers::leading_piece(text, kMostBytes), analysis);
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.stop || token.joined) continue;
    CountedWord& counted = stems[std::string(token.stem)];
    if (counted.word.empty()) counted.word = token.exact;
    counted.count += count;
  }
}

/// The articles that a search for the telling words found, told apart.
struct Likenesses {
  std::vector<FoundArticle> duplicates;
  std::vector<FoundArticle> others;
};

class Similar {
 public:
  Similar(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
          corpus::ArticleParser& parser, Xapian::docid document, const SimilarRequest& wanted)
      : archive_(archive),
        analyzer_(analyzer),
        parser_(parser),
        document_(document),
        wanted_(wanted) {}

  Answer answer() {
    const corpus::Article article = read_article(archive_, document_, parser_);
    group_ = group_of(document_);
    Request request = wanted_.request;
    request.syntax = Syntax::plain;
    request.variants = false;
    request.sort = Sort::relevance;
    request.offset = 0;
    request.query.clear();
    for (const std::string& word : telling_words(archive_, analyzer_, article)) {
      request.query += word + ' ';
    }
    if (request.query.empty()) return {};
    return answer(request);
  }

 private:
  Answer answer(const Request& request) {
    const Inquiry inquiry(analyzer_, archive_, request);
    const RunContext context{archive_, analyzer_, inquiry};
    const std::uint64_t left_out = left_out_of(find_articles(archive_, analyzer_, inquiry));
    const std::size_t end = wanted_.request.offset + wanted_.request.limit;
    FoundPage page = run_inquiry(context, 0, end + left_out);
    page.articles = chosen(told_apart(page.articles), end);
    Answer result;
    result.total = page.total - left_out;
    result.hits = make_hits(archive_, analyzer_, inquiry, page, parser_);
    for (Hit& hit : result.hits) hit.rank += wanted_.request.offset;
    return result;
  }

  [[nodiscard]] Likenesses told_apart(const std::vector<FoundArticle>& found) const {
    Likenesses result;
    for (const FoundArticle& each : found) {
      if (each.document == document_) continue;
      (group_of(each.document) == group_ ? result.duplicates : result.others).push_back(each);
    }
    return result;
  }

  [[nodiscard]] std::uint64_t group_of(Xapian::docid document) const {
    const archive::DocumentPlace place = archive_.place_of(document);
    return archive_.databases()[place.database].columns().duplicate_group(place.document);
  }

  // The article itself and its near duplicates, if they are left out.
  [[nodiscard]] std::uint64_t left_out_of(const ArticleSet& found) const {
    std::uint64_t group = 0;
    for (std::size_t database = 0; database < found.databases.size(); ++database) {
      const archive::Columns& columns = archive_.databases()[database].columns();
      found.databases[database].for_each([&](std::uint32_t document) {
        group += columns.duplicate_group(document) == group_ ? 1U : 0U;
      });
    }
    if (!wanted_.duplicates) return group;
    const archive::DocumentPlace place = archive_.place_of(document_);
    return found.databases[place.database].holds(place.document) ? 1 : 0;
  }

  [[nodiscard]] std::vector<FoundArticle> chosen(Likenesses alike, std::size_t end) const {
    std::vector<FoundArticle> result;
    if (wanted_.duplicates) result = std::move(alike.duplicates);
    result.insert(result.end(), alike.others.begin(), alike.others.end());
    result.resize(std::min(result.size(), end));
    const std::size_t before = std::min(result.size(), wanted_.request.offset);
    result.erase(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(before));
    return result;
  }

  const archive::OpenArchive& archive_;
  const analyzers::Analyzer& analyzer_;
  corpus::ArticleParser& parser_;
  Xapian::docid document_;
  const SimilarRequest& wanted_;
  std::uint64_t group_ = 0;
};

}  // namespace

std::vector<std::string> telling_words(const archive::OpenArchive& archive,
                                       const analyzers::Analyzer& analyzer,
                                       const corpus::Article& article) {
  CountedStems stems;
  std::string buffer;
  count_words(analyzer, article.title, kInTitle, stems);
  count_words(analyzer, corpus::searched_text(article, buffer), 1, stems);

  const double articles = static_cast<double>(archive.article_count());
  std::vector<std::pair<double, std::string>> weighed;
  for (auto& [stem, counted] : stems) {
    const Xapian::doccount holding =
        archive.term_frequency(archive::make_term(archive::prefix::kStem, stem));
    if (holding < 2) continue;
    const double rarity = std::log(1 + articles / holding);
    weighed.emplace_back((1 + std::log(counted.count)) * rarity, std::move(counted.word));
  }
  std::sort(weighed.begin(), weighed.end(), [](const auto& left, const auto& right) {
    return left.first != right.first ? left.first > right.first : left.second < right.second;
  });
  weighed.resize(std::min(weighed.size(), kTellingWords));
  std::vector<std::string> result;
  for (auto& [weight, word] : weighed) result.push_back(std::move(word));
  return result;
}

std::optional<Answer> find_similar(const archive::OpenArchive& archive,
                                   const analyzers::Analyzer& analyzer,
                                   corpus::ArticleParser& parser, std::string_view id,
                                   const SimilarRequest& request) {
  const auto document = archive.find(id);
  if (!document) return std::nullopt;
  return Similar(archive, analyzer, parser, *document, request).answer();
}

}  // namespace warraq::searcher
