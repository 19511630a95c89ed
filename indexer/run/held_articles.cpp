#include "indexer/run/held_articles.h"

#include <algorithm>
#include <utility>

namespace warraq::indexer {

bool HeldArticles::take(std::string_view source_name, corpus::Article article) {
  const bool dropped = drop(article.id);
  const std::string name(source_name);
  auto source = sources_.find(name);
  if (source == sources_.end() && sources_.size() < kMostSources) {
    source = sources_.emplace(name, Source{}).first;
    order_.push_back(name);
  }
  if (source == sources_.end() || ++source->second.seen > kEnough) {
    ready_.push_back({std::move(article), false});
    return dropped;
  }
  held_bytes_ += corpus::bytes_of(article);
  source_of_held_.emplace(article.id, name);
  source->second.held.push_back(std::move(article));
  if (source->second.seen == kEnough) release(source->second);
  if (held_bytes_ > kMostBytes) release_all();
  return dropped;
}

std::optional<HeldArticles::Released> HeldArticles::next() {
  if (ready_.empty()) return std::nullopt;
  Released released = std::move(ready_.front());
  ready_.pop_front();
  return released;
}

void HeldArticles::release_all() {
  for (const std::string& name : order_) release(sources_.at(name));
}

bool HeldArticles::drop(const std::string& id) {
  const auto place = source_of_held_.find(id);
  if (place == source_of_held_.end()) return false;
  std::deque<corpus::Article>& held = sources_.at(place->second).held;
  const auto article =
      std::find_if(held.begin(), held.end(),
                   [&](const corpus::Article& candidate) { return candidate.id == id; });
  held_bytes_ -= corpus::bytes_of(*article);
  held.erase(article);
  source_of_held_.erase(place);
  return true;
}

void HeldArticles::release(Source& source) {
  for (corpus::Article& article : source.held) {
    held_bytes_ -= corpus::bytes_of(article);
    source_of_held_.erase(article.id);
    ready_.push_back({std::move(article), true});
  }
  source.held.clear();
}

}  // namespace warraq::indexer
