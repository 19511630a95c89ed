#include "searcher/output/info.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/output/format.h"

namespace warraq::searcher::output {
namespace {

Json values_as_json(const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  Json result = Json::array();
  for (const auto& [name, articles] : counts) {
    result.push_back({{"name", name}, {"articles", articles}});
  }
  return result;
}

Json date_or_null(const std::optional<analyzers::Date>& date) {
  return date ? Json(date->iso()) : Json(nullptr);
}

Json reading_as_json(const archive::ReadingCounts& counts) {
  Json object;
  for (const auto& [name, count] : archive::kReadingCounts) {
    object[std::string(name)] = counts.*count;
  }
  return object;
}

}  // namespace

Json as_json(const ArchiveInfo& info) {
  const archive::Manifest& manifest = info.manifest;
  return {{"version", kVersion},
          {"articles", info.articles},
          {"live_articles", info.live_articles},
          {"superseded", info.superseded},
          {"first_date", date_or_null(info.first_date)},
          {"last_date", date_or_null(info.last_date)},
          {"distinct_terms", info.distinct_terms},
          {"bytes_on_disk", info.bytes_on_disk},
          {"shards", manifest.shards},
          {"format", manifest.format},
          {"features", manifest.features},
          {"writer", manifest.writer},
          {"profile", manifest.profile},
          {"fingerprint", manifest.fingerprint},
          {"icu", manifest.icu},
          {"created", manifest.created},
          {"changed", manifest.changed},
          {"reading", reading_as_json(manifest.counts)},
          {"sources", values_as_json(info.sources)},
          {"categories", values_as_json(info.categories)}};
}

}  // namespace warraq::searcher::output
