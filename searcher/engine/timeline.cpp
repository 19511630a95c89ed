#include "searcher/engine/timeline.h"

#include <array>
#include <cstdint>
#include <string>

#include "searcher/engine/calendar.h"
#include "searcher/engine/day_counts.h"
#include "warraq/counted.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

// The longest chart of each that is easily looked at: two months, a year, ten years.
struct Longest {
  Interval interval;
  std::uint64_t most;
};
constexpr std::array<Longest, 3> kLongestCharts = {
    {{Interval::day, 62}, {Interval::week, 53}, {Interval::month, 120}}};

std::uint64_t intervals_between(std::uint32_t first, std::uint32_t last, Interval interval) {
  return static_cast<std::uint64_t>(interval_of(last, interval) - interval_of(first, interval)) + 1;
}

Interval interval_to_look_at(std::uint32_t first, std::uint32_t last) {
  for (const auto& [interval, most] : kLongestCharts) {
    if (intervals_between(first, last, interval) <= most) return interval;
  }
  return Interval::year;
}

void require_few(std::uint32_t first, std::uint32_t last, Interval interval) {
  const std::uint64_t intervals = intervals_between(first, last, interval);
  if (intervals <= kMaxIntervals) return;
  Interval longer = interval;
  while (longer != Interval::year && intervals_between(first, last, longer) > kMaxIntervals) {
    longer = static_cast<Interval>(static_cast<int>(longer) + 1);
  }
  throw Error(ErrorCode::usage,
              "the articles found span " + counted(intervals, name_of(interval)) + ", from " +
                  first_day_of(interval_of(first, Interval::day), Interval::day).iso() + " to " +
                  first_day_of(interval_of(last, Interval::day), Interval::day).iso(),
              "count them by " + std::string(name_of(longer)) + ", or say from and to which day");
}

}  // namespace

Timeline make_timeline(const archive::OpenArchive& archive, const ArticleSet& articles,
                       const TimelineScope& scope, Interval interval) {
  Timeline result;
  result.total = articles.count();
  DayCounts found = count_days(archive, articles);
  DayCounts all = count_days(archive, scope.articles);
  all.erase(0);
  if (const auto undated = found.find(0); undated != found.end()) {
    result.undated = undated->second;
    found.erase(undated);
  }
  result.interval = interval == Interval::automatic ? Interval::day : interval;
  if (found.empty()) return result;
  const DayCounts& span = scope.has_days ? all : found;
  const std::uint32_t first_day = span.begin()->first;
  const std::uint32_t last_day = span.rbegin()->first;
  if (interval == Interval::automatic) result.interval = interval_to_look_at(first_day, last_day);
  require_few(first_day, last_day, result.interval);
  const std::int64_t first = interval_of(first_day, result.interval);
  const std::int64_t last = interval_of(last_day, result.interval);
  for (std::int64_t number = first; number <= last; ++number) {
    result.intervals.push_back({first_day_of(number, result.interval), 0, 0});
  }
  for (const auto& [day, count] : found) {
    const std::int64_t number = interval_of(day, result.interval);
    result.intervals[static_cast<std::size_t>(number - first)].articles += count;
  }
  for (const auto& [day, count] : all) {
    const std::int64_t number = interval_of(day, result.interval);
    if (number < first || number > last) continue;
    result.intervals[static_cast<std::size_t>(number - first)].total += count;
  }
  return result;
}

}  // namespace warraq::searcher
