#include <algorithm>
#include <array>
#include <string>

#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/counted.h"

namespace warraq::searcher::serve {
namespace {

const Phrase& name_for_people(FacetField field) {
  switch (field) {
    case FacetField::category:
      return phrase::kCategory;
    case FacetField::author:
      return phrase::kAuthor;
    case FacetField::agency:
      return phrase::kAgency;
    default:
      return phrase::kSource;
  }
}

void write_value(Html& html, const Links& links, std::string_view field, const FacetValue& value) {
  constexpr std::size_t kMostBytes = 200;
  const bool is_chosen = links.has(field, value.value);
  const Links changed =
      is_chosen ? links.without(field, value.value) : links.adding(field, value.value);
  html << "<li><a href='" << Value{changed.search()} << "'";
  if (is_chosen) html << " aria-current='true'";
  html << ">" << Isolated{analyzers::beginning_within(value.value, kMostBytes)}
       << " <span class='count'>" << Text{with_separators(value.articles)} << "</span></a></li>";
}

// One value that all have is nothing to choose by, unless it was chosen.
bool is_of_use(const Links& links, const Facet& facet) {
  if (facet.values.empty()) return false;
  return facet.values.size() > 1 || facet.missing > 0 ||
         links.has(name_of(facet.field), facet.values.front().value);
}

void write_facet(Html& html, const Links& links, const Facet& facet) {
  const std::string_view field = name_of(facet.field);
  html << "<section data-field='" << Value{field} << "' data-distinct='" << facet.distinct
       << "'><h3>" << name_for_people(facet.field) << "</h3><ul>";
  for (const FacetValue& value : facet.values) write_value(html, links, field, value);
  html << "</ul></section>";
}

analyzers::Date year_of(const analyzers::Date& day) { return {day.year, 1, 1}; }

Timeline by_years(const Timeline& months) {
  Timeline years = months;
  years.interval = Interval::year;
  years.intervals.clear();
  for (const TimelineInterval& month : months.intervals) {
    const bool goes_on =
        !years.intervals.empty() && years.intervals.back().first == year_of(month.first);
    if (!goes_on) years.intervals.push_back({year_of(month.first), 0, 0});
    years.intervals.back().articles += month.articles;
    years.intervals.back().total += month.total;
  }
  return years;
}

std::uint64_t most_of(const Timeline& timeline) {
  std::uint64_t most = 1;
  for (const TimelineInterval& each : timeline.intervals) most = std::max(most, each.articles);
  return most;
}

// Heights have classes, because the page has no styles of its own: h1 to h50, any article seen.
std::uint64_t height_of(std::uint64_t articles, std::uint64_t most) {
  constexpr std::uint64_t kHighest = 50;
  return articles == 0 ? 0 : std::max<std::uint64_t>(1, articles * kHighest / most);
}

void write_bar(Html& html, const Links& links, const TimelineInterval& bar, Interval interval,
               std::uint64_t most) {
  const std::string first = bar.first.iso();
  const std::string last = last_day(bar.first, interval).iso();
  html << "<li data-first='" << Value{first} << "' data-last='" << Value{last} << "' data-count='"
       << bar.articles << "'>";
  if (bar.articles > 0) {
    html << "<a href='" << Value{links.with("from", first).with("to", last).search()}
         << "'><span class='bar h" << height_of(bar.articles, most) << "'></span><span class='tip'>"
         << Text{spelt(bar.first, interval, html.language())} << ": "
         << Text{counted(bar.articles, kArticle, html.language())} << "</span></a>";
  }
  html << "</li>";
}

}  // namespace

const std::vector<FacetField>& shown_facets() {
  static const std::vector<FacetField> fields = {FacetField::source, FacetField::category,
                                                 FacetField::author, FacetField::agency};
  return fields;
}

bool has_choice(const Links& links, const std::vector<Facet>& facets) {
  return std::any_of(facets.begin(), facets.end(),
                     [&](const Facet& facet) { return is_of_use(links, facet); });
}

void write_facets(Html& html, const Links& links, const std::vector<Facet>& facets,
                  const Phrase& heading) {
  if (!has_choice(links, facets)) return;
  html << "<aside id='facets' aria-labelledby='facets-name'><h2 id='facets-name'>" << heading
       << "</h2>";
  for (const Facet& facet : facets) {
    if (is_of_use(links, facet)) write_facet(html, links, facet);
  }
  html << "</aside>\n";
}

Interval interval_to_count(const PageRequest& asked) {
  return asked.interval == Interval::automatic ? Interval::month : asked.interval;
}

Timeline timeline_of(Searcher& searcher, const PageRequest& asked, Timeline counted) {
  constexpr std::size_t kMostBars = 120;
  constexpr std::size_t kMostAskedFor = 400;
  if (asked.interval != Interval::automatic) {
    if (counted.intervals.size() <= kMostAskedFor) return counted;
    counted = searcher.timeline(asked.request, Interval::month);
  }
  if (counted.intervals.size() == 1) return searcher.timeline(asked.request, Interval::day);
  return counted.intervals.size() > kMostBars ? by_years(counted) : counted;
}

void write_timeline(Html& html, const Links& links, const Timeline& timeline) {
  if (timeline.intervals.size() < 2) return;
  const Links days = links.without("interval");
  const std::uint64_t most = most_of(timeline);
  html << "<section id='timeline' data-interval='" << Value{name_of(timeline.interval)}
       << "' aria-labelledby='timeline-name'><h2 id='timeline-name'>" << phrase::kTimeline
       << "</h2><ol>";
  for (const TimelineInterval& bar : timeline.intervals) {
    write_bar(html, days, bar, timeline.interval, most);
  }
  html << "</ol><p class='axis'><span>"
       << Text{spelt(timeline.intervals.front().first, timeline.interval, html.language())}
       << "</span>";
  if (timeline.undated > 0) {
    html << "<span>" << phrase::kUndated << ": "
         << Text{counted(timeline.undated, kArticle, html.language())} << "</span>";
  }
  html << "<span>"
       << Text{spelt(timeline.intervals.back().first, timeline.interval, html.language())}
       << "</span></p></section>\n";
}

}  // namespace warraq::searcher::serve
