// A timeline as data, and as a bar chart.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "searcher/output/csv_field.h"
#include "searcher/output/facets.h"
#include "searcher/output/format.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

Json as_json(const TimelineInterval& interval) {
  return {{"first", interval.first.iso()},
          {"articles", interval.articles},
          {"total", interval.total},
          {"ratio", interval.ratio()}};
}

void add_summary(Json& object, const Timeline& timeline) {
  object["version"] = kVersion;
  object["interval"] = name_of(timeline.interval);
  object["total"] = timeline.total;
  object["undated"] = timeline.undated;
  if (!timeline.notes.empty()) object["notes"] = timeline.notes;
}

void print_lines(std::ostream& out, const Timeline& timeline) {
  for (const TimelineInterval& interval : timeline.intervals) {
    Json line = {{"type", "interval"}};
    line.update(as_json(interval));
    out << to_text(line) << '\n';
  }
  Json summary = {{"type", "summary"}};
  add_summary(summary, timeline);
  out << to_text(summary) << '\n';
}

void print_table(std::ostream& out, const Timeline& timeline) {
  out << "first,articles,total,ratio" << kCsvLineEnd;
  for (const TimelineInterval& interval : timeline.intervals) {
    out << interval.first.iso() << ',' << interval.articles << ',' << interval.total << ','
        << Json(interval.ratio()).dump() << kCsvLineEnd;
  }
}

// Where so many intervals in a row have nothing, one line stands for them: an article of a wrong
// century would else push everything off the screen.
constexpr std::size_t kLongestGap = 3;

constexpr std::size_t kEighths = 8;
constexpr std::array<std::string_view, kEighths> kBlocks = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::string_view kWholeBlock = "█";
constexpr std::size_t kNarrowestBar = 10;

// Digits and bars have no direction of their own: without these, a line beside Arabic text would
// run from right to left (UAX #9: LEFT-TO-RIGHT ISOLATE, POP DIRECTIONAL ISOLATE).
constexpr std::string_view kLeftToRight = "\u2066";
constexpr std::string_view kEndOfIsolate = "\u2069";

std::string percent(double ratio) {
  std::array<char, 16> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), "%5.1f%%", 100 * ratio));
  return text.data();
}

std::string label_of(const analyzers::Date& first, Interval interval) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  const std::string day = first.iso();
  if (interval == Interval::year) return day.substr(0, kYear);
  return interval == Interval::month ? day.substr(0, kMonth) : day;
}

class Chart {
 public:
  Chart(std::ostream& out, const Timeline& timeline, const ChartStyle& style)
      : out_(out), timeline_(timeline), style_(style) {
    for (const TimelineInterval& interval : timeline.intervals) {
      most_ = std::max(most_, interval.articles);
    }
    if (timeline.intervals.empty()) return;
    count_width_ = with_separators(most_).size();
    const std::size_t before =
        label_of(timeline.intervals.front().first, timeline.interval).size() + count_width_ +
        percent(0).size() + 3 * 2;
    bar_width_ = std::max(kNarrowestBar, style.width - std::min(style.width, before));
  }

  void print() const {
    const std::span<const TimelineInterval> all(timeline_.intervals);
    for (std::size_t i = 0; i < all.size();) {
      const std::size_t gap = gap_at(all.subspan(i));
      if (gap > kLongestGap) {
        print_row("… " + counted(gap, name_of(timeline_.interval)) + " without any");
        i += gap;
      } else {
        print_interval(all[i++]);
      }
    }
  }

 private:
  static std::size_t gap_at(std::span<const TimelineInterval> intervals) {
    const auto next = std::find_if(intervals.begin(), intervals.end(),
                                   [](const auto& each) { return each.articles > 0; });
    return static_cast<std::size_t>(next - intervals.begin());
  }

  void print_interval(const TimelineInterval& interval) const {
    const std::string count = with_separators(interval.articles);
    std::string row = label_of(interval.first, timeline_.interval) + "  ";
    row.append(count_width_ - count.size(), ' ').append(count);
    row.append("  ").append(percent(interval.ratio()));
    if (interval.articles > 0) row.append("  ").append(bar(interval.articles));
    print_row(row);
  }

  // At least something where there is an article.
  [[nodiscard]] std::string bar(std::uint64_t articles) const {
    const std::size_t steps = style_.blocks ? kEighths : 1;
    const double exact = static_cast<double>(bar_width_ * steps) * static_cast<double>(articles) /
                         static_cast<double>(most_);
    const auto length = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(exact)));
    if (!style_.blocks) return std::string(length, '#');
    std::string result;
    for (std::size_t i = 0; i < length / kEighths; ++i) result += kWholeBlock;
    return result.append(kBlocks.at(length % kEighths));
  }

  void print_row(std::string_view row) const {
    if (!style_.blocks) {
      const bool is_gap = row.starts_with("…");
      out_ << (is_gap ? "..." : "") << (is_gap ? row.substr(std::string_view("…").size()) : row)
           << '\n';
      return;
    }
    out_ << kLeftToRight << row << kEndOfIsolate << '\n';
  }

  std::ostream& out_;
  const Timeline& timeline_;
  const ChartStyle& style_;
  std::uint64_t most_ = 0;
  std::size_t count_width_ = 0;
  std::size_t bar_width_ = 0;
};

void print_chart(std::ostream& out, const Timeline& timeline, const ChartStyle& style) {
  Chart(out, timeline, style).print();
  if (!timeline.intervals.empty()) out << '\n';
  out << counted(timeline.total, "article");
  if (!timeline.intervals.empty()) out << " by " << name_of(timeline.interval);
  if (timeline.undated > 0) out << ", " << with_separators(timeline.undated) << " without a date";
  out << '\n';
}

}  // namespace

Json as_json(const Timeline& timeline) {
  Json object = Json::object();
  add_summary(object, timeline);
  Json intervals = Json::array();
  for (const TimelineInterval& interval : timeline.intervals) {
    intervals.push_back(as_json(interval));
  }
  object["timeline"] = std::move(intervals);
  return object;
}

void print_timeline(std::ostream& out, const Timeline& timeline, CountsFormat format,
                    const ChartStyle& style) {
  switch (format) {
    case CountsFormat::json:
      out << to_text(as_json(timeline)) << '\n';
      return;
    case CountsFormat::jsonl:
      return print_lines(out, timeline);
    case CountsFormat::csv:
      return print_table(out, timeline);
    case CountsFormat::human:
      return print_chart(out, timeline, style);
  }
}

}  // namespace warraq::searcher::output
