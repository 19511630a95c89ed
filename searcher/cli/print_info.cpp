#include "searcher/cli/print_info.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searcher/output/format.h"
#include "searcher/output/json_hit.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"

namespace warraq::searcher::commands {
namespace {

using output::Json;
using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

constexpr std::size_t kShownValues = 20;

void print_counts(std::ostream& out, std::string_view heading, const Counts& counts) {
  if (counts.empty()) return;
  out << heading << '\n';
  const std::size_t shown = std::min(counts.size(), kShownValues);
  for (std::size_t i = 0; i < shown; ++i) {
    out << "  " << analyzers::isolate(counts[i].first) << "  " << with_separators(counts[i].second)
        << '\n';
  }
  if (shown < counts.size()) {
    out << "  and " << with_separators(counts.size() - shown) << " more (--format json)\n";
  }
}

Json values_as_json(const Counts& counts) {
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

void print_info_for_people(std::ostream& out, const ArchiveInfo& info) {
  const archive::Manifest& manifest = info.manifest;
  out << "articles        " << with_separators(info.articles) << '\n';
  if (info.live_articles > 0) {
    out << "in live/        " << with_separators(info.live_articles) << '\n';
  }
  if (info.superseded > 0) {
    out << "superseded      " << with_separators(info.superseded)
        << " (warraq-indexer compact drops them)\n";
  }
  if (info.first_date && info.last_date) {
    out << "dates           " << info.first_date->iso() << " to " << info.last_date->iso() << '\n';
  }
  out << "distinct terms  " << with_separators(info.distinct_terms) << '\n'
      << "on disk         " << cli::human_bytes(info.bytes_on_disk) << '\n'
      << "text read       " << cli::human_bytes(manifest.counts.text_bytes) << '\n'
      << "shards          " << manifest.shards.size() << '\n'
      << "analysis        " << analyzers::displayable(manifest.profile) << ' '
      << analyzers::displayable(manifest.fingerprint) << ", ICU "
      << analyzers::displayable(manifest.icu) << '\n'
      << "format          " << manifest.format << ", written by Warraq "
      << analyzers::displayable(manifest.writer) << '\n'
      << "created         " << analyzers::displayable(manifest.created) << '\n'
      << "changed         " << analyzers::displayable(manifest.changed) << '\n';
  print_counts(out, "sources", info.sources);
  print_counts(out, "categories", info.categories);
}

void print_info_as_json(std::ostream& out, const ArchiveInfo& info) {
  const archive::Manifest& manifest = info.manifest;
  const Json object = {{"version", output::kVersion},
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
  out << output::to_text(object) << '\n';
}

}  // namespace warraq::searcher::commands
