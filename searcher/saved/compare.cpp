// What has changed since a query was saved.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/saved/saved_lines.h"
#include "warraq/searcher/saved_query.h"

namespace warraq::searcher {

class Comparison {
 public:
  Comparison(const SavedQuery& saved, const std::function<bool(const ChangedArticle&)>& take,
             const std::stop_token& stop)
      : saved_(saved), take_(take), stop_(stop), found_(saved.articles_.size()) {
    changes_.then = saved.articles_.size();
  }

  void begin(const ArchiveState& now) {
    const ArchiveState& then = saved_.header_.state;
    changes_.analyser_changed = then.profile != now.profile || then.fingerprint != now.fingerprint;
    changes_.archive_changed = then.created != now.created || then.generation != now.generation ||
                               then.live_revision != now.live_revision;
  }

  bool meet(const StreamedArticle& article) {
    if (stop_.stop_requested()) return changes_.complete = false;
    ++changes_.now;
    const auto place = find(article.article.id);
    if (!place) {
      ++changes_.added;
      return give({Change::added, article.article.id, &article});
    }
    found_[*place] = true;
    if (saved_.articles_[*place].second == content_hash(article.json)) return true;
    ++changes_.changed;
    return give({Change::changed, article.article.id, &article});
  }

  // The file alone has the ids of those that were not met.
  Changes finish() {
    const auto met = static_cast<std::uint64_t>(std::count(found_.begin(), found_.end(), true));
    changes_.gone = changes_.then - met;
    if (!changes_.complete || changes_.gone == 0) return changes_;
    SavedLines lines(saved_.file_);
    while (const auto article = lines.next()) {
      if (stop_.stop_requested()) changes_.complete = false;
      if (!changes_.complete) break;
      const auto place = find(article->id);
      if (!place || found_[*place]) continue;
      give({Change::gone, article->id, nullptr});
    }
    return changes_;
  }

 private:
  bool give(const ChangedArticle& changed) {
    if (!take_(changed)) changes_.complete = false;
    return changes_.complete;
  }

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const {
    const auto& articles = saved_.articles_;
    const std::uint64_t hash = id_hash(id);
    const auto found = std::lower_bound(
        articles.begin(), articles.end(), hash,
        [](const auto& article, std::uint64_t wanted) { return article.first < wanted; });
    if (found == articles.end() || found->first != hash) return std::nullopt;
    return static_cast<std::size_t>(found - articles.begin());
  }

  const SavedQuery& saved_;
  const std::function<bool(const ChangedArticle&)>& take_;
  const std::stop_token& stop_;
  std::vector<bool> found_;
  Changes changes_;
};

Changes compare_with_saved(Searcher& searcher, const std::filesystem::path& archive,
                           const SavedQuery& saved,
                           const std::function<bool(const ChangedArticle&)>& take,
                           SavedQueryWriter* writer, const std::stop_token& stop) {
  Comparison comparison(saved, take, stop);
  const Request& request = saved.header().request;
  searcher.for_each(
      request,
      [&](const StreamStart& start) {
        comparison.begin(start.state);
        if (writer != nullptr) writer->begin({request, archive, start.state, {}});
      },
      [&](const StreamedArticle& article) {
        if (writer != nullptr) writer->add(article);
        return comparison.meet(article);
      });
  return comparison.finish();
}

}  // namespace warraq::searcher
