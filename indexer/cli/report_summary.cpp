#include "indexer/cli/report_summary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::indexer::cli {
namespace {

using Count = std::pair<std::string, std::uint64_t>;

/// The names with the highest counts, and how many more there are.
std::string most_frequent(std::vector<Count> counts) {
  constexpr std::size_t kShown = 8;
  std::erase_if(counts, [](const Count& count) { return count.second == 0; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const Count& a, const Count& b) { return a.second > b.second; });
  std::string line;
  for (std::size_t i = 0; i < std::min(counts.size(), kShown); ++i) {
    line += (i == 0 ? "" : ", ") + analyzers::isolate(counts[i].first) + ' ' +
            with_separators(counts[i].second);
  }
  if (counts.size() > kShown) line += ", and " + with_separators(counts.size() - kShown) + " more";
  return line;
}

template <typename Map, typename CountOf>
std::vector<Count> counts_of(const Map& values, CountOf count_of) {
  std::vector<Count> counts;
  for (const auto& [name, value] : values) counts.emplace_back(name, count_of(value));
  return counts;
}

std::string inputs_line(const IngestReport& findings) {
  std::uint64_t inputs = 0;
  std::uint64_t passed_over = 0;
  for (const auto& [name, format] : findings.formats) {
    inputs += format.inputs;
    passed_over += format.passed_over.all();
  }
  if (findings.formats.size() < 2 && passed_over == 0) return {};
  std::string line = counted(inputs, "input") + ": ";
  line += most_frequent(
      counts_of(findings.formats, [](const FormatReport& format) { return format.inputs; }));
  if (passed_over != 0) {
    line += "; " + counted(passed_over, "record") + " of crawls passed over, which are no pages";
  }
  return line;
}

std::string charsets_line(const IngestReport& findings) {
  const auto charsets = charsets_of(findings);
  const bool is_all_utf8 = charsets.empty() || (charsets.size() == 1 && charsets.contains("UTF-8"));
  if (is_all_utf8 && findings.doubly_encoded == 0) return {};
  std::string line = "character sets: " + most_frequent({charsets.begin(), charsets.end()});
  if (findings.doubly_encoded != 0) {
    line += "; " + counted(findings.doubly_encoded, "article") + " encoded twice, repaired";
  }
  return line;
}

std::string dates_line(const IngestReport& findings) {
  std::uint64_t ambiguous = 0;
  for (const auto& [name, source] : findings.sources) ambiguous += source.dates_ambiguous;
  if (ambiguous == 0) return {};
  return "dates: " + counted(ambiguous, "was", "were") +
         " read day first and could be month first (03/04/2018)";
}

std::string furniture_line(const IngestReport& findings) {
  std::uint64_t pieces = 0;
  for (const auto& [name, source] : findings.sources) pieces += source.furniture_pieces;
  if (pieces == 0) return {};
  return "page furniture, kept and not searched: " + counted(pieces, "piece") + " (" +
         most_frequent(
             counts_of(findings.sources,
                       [](const SourceReport& source) { return source.furniture_pieces; })) +
         ")";
}

std::string rejections_line(const IngestReport& findings) {
  if (findings.reasons.empty()) return {};
  const auto& reasons = findings.reasons.counts();
  return "rejected: " + most_frequent({reasons.begin(), reasons.end()});
}

}  // namespace

std::vector<std::string> summary_of(const IngestReport& findings) {
  std::vector<std::string> lines{inputs_line(findings), charsets_line(findings),
                                 dates_line(findings), furniture_line(findings),
                                 rejections_line(findings)};
  std::erase_if(lines, [](const std::string& line) { return line.empty(); });
  return lines;
}

}  // namespace warraq::indexer::cli
