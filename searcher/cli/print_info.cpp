#include "searcher/cli/print_info.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"

namespace warraq::searcher::commands {
namespace {

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

}  // namespace warraq::searcher::commands
