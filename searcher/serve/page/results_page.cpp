#include <algorithm>
#include <array>
#include <utility>

#include "searcher/request/filter_notes.h"
#include "searcher/serve/page/frame.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

struct Order {
  std::string_view value;
  const Phrase& label;
  Sort sort;
};

constexpr std::array<Order, 3> kOrders = {{{"relevance", phrase::kRelevance, Sort::relevance},
                                           {"newest", phrase::kNewest, Sort::newest},
                                           {"oldest", phrase::kOldest, Sort::oldest}}};

struct ExportFormat {
  std::string_view format;
  Markup name;
};

constexpr std::array<ExportFormat, 4> kFormats = {
    {{"csv", "CSV"}, {"bibtex", "BibTeX"}, {"ris", "RIS"}, {"jsonl", "JSON Lines"}}};

void write_summary(Html& html, const Answer& answer) {
  html << "<p id='summary' role='status' tabindex='-1'>";
  if (answer.total == 0) {
    html << phrase::kNothingFound << "</p>";
    return;
  }
  const Language language = html.language();
  html << "<strong>";
  if (answer.articles) {
    html << Text{counted(answer.total, kResultNoun, language)} << "</strong>" << phrase::kGrouped
         << Text{counted(*answer.articles, kOfArticles, language)} << ")";
  } else {
    html << Text{counted(answer.total, kArticle, language)} << "</strong>";
  }
  if (!answer.hits.empty() && answer.total > answer.hits.size()) {
    html << phrase::kShown << " "
         << Text{range(answer.hits.front().rank, answer.hits.back().rank, language)};
  }
  html << "</p>";
}

// Without a query nothing ranks, and the newest come first in any case.
void write_orders(Html& html, const PageRequest& asked, bool has_facets) {
  html << "<ul id='orders' aria-label='" << Value{phrase::kSort.in(html.language())} << "'>";
  for (const auto& [value, label, sort] : kOrders) {
    if (asked.is_blank && sort == Sort::relevance) continue;
    const bool is_newest =
        asked.is_blank && sort == Sort::newest && asked.request.sort == Sort::relevance;
    html << "<li><a href='" << Value{asked.links.with("sort", value).search()} << "'";
    if (asked.request.sort == sort || is_newest) html << " aria-current='true'";
    html << ">" << label << "</a></li>";
  }
  const Links changed =
      asked.request.collapse ? asked.links.without("collapse") : asked.links.with("collapse", "1");
  html << "<li><a href='" << Value{changed.search()} << "'";
  if (asked.request.collapse) html << " aria-current='true'";
  html << ">" << phrase::kCollapse << "</a></li>";
  if (has_facets) {
    html << "<li class='on-phones'><a href='#facets'>" << phrase::kFacets << "</a></li>";
  }
  html << "</ul>";
}

std::size_t last_page(const RouteContext& context, std::uint64_t total) {
  const std::uint64_t reached =
      std::min<std::uint64_t>(total, context.options.limits.offset + kHitsOfAPage);
  return static_cast<std::size_t>((reached + kHitsOfAPage - 1) / kHitsOfAPage);
}

void write_page_link(Html& html, const Links& links, std::size_t page, bool is_here) {
  html << "<li><a href='" << Value{links.with("page", std::to_string(page)).search()}
       << "' aria-label='" << Value{phrase::kPage.in(html.language())} << " " << page << "'";
  if (is_here) html << " aria-current='page'";
  html << ">" << page << "</a></li>";
}

void write_pages(Html& html, const PageRequest& asked, std::size_t last) {
  if (last < 2) return;
  constexpr std::size_t kAround = 2;
  const std::size_t here = asked.page;
  const auto link = [&](std::size_t page) {
    return asked.links.with("page", std::to_string(page)).search();
  };
  html << "<nav id='pages' aria-label='" << Value{phrase::kPages.in(html.language())} << "'>";
  if (here > 1) {
    html << "<a rel='prev' href='" << Value{link(here - 1)} << "'>" << phrase::kPrevious << "</a>";
  }
  html << "<ol>";
  const std::size_t first_shown = here > kAround + 1 ? here - kAround : 1;
  if (first_shown > 1) write_page_link(html, asked.links, 1, false);
  if (first_shown > 2) html << "<li aria-hidden='true'>…</li>";
  for (std::size_t page = first_shown; page <= std::min(here + kAround, last); ++page) {
    write_page_link(html, asked.links, page, page == here);
  }
  html << "</ol>";
  if (here < last) {
    html << "<a rel='next' href='" << Value{link(here + 1)} << "'>" << phrase::kNext << "</a>";
  }
  html << "</nav>";
}

void write_last_page(Html& html, const Links& links, std::size_t last) {
  html << "<p id='beyond'>" << phrase::kBeyondLast << " <a href='"
       << Value{links.with("page", std::to_string(last)).search()} << "'>" << phrase::kLastPage
       << "</a></p>";
}

void write_export(Html& html, const Links& links) {
  html << "<p id='export'>" << phrase::kExport << ": ";
  for (const auto& [format, name] : kFormats) {
    html << "<a href='" << Value{links.exported(format)} << "' download>" << name << "</a> ";
  }
  html << "</p>";
}

std::string title_of(const PageRequest& asked, Language language) {
  constexpr std::size_t kMostBytes = 200;
  std::string title(asked.is_blank ? phrase::kResults.in(language)
                                   : analyzers::beginning_within(asked.request.query, kMostBytes));
  return title.append(" — ").append(phrase::kName.in(language));
}

}  // namespace

std::string results_page(const RouteContext& context, const PageRequest& asked) {
  Request request = asked.request;
  request.deadline = std::chrono::steady_clock::now() + context.options.deadline;
  request.duplicate_groups = request.collapse;
  request.facets = shown_facets();
  request.facet_values = kFacetValues;
  request.timeline = interval_to_count(asked);
  Answer answer = context.searcher.search(request);
  const Language language = language_of(context.request.parameters);
  Html main(language);
  main << "<h1 class='visually-hidden'>" << phrase::kResults << "</h1>";
  write_summary(main, answer);
  add_notes_on_filters(context.searcher, request, answer.notes);
  write_notes(main, answer.notes);
  write_meant(main, asked.links, answer.suggestions, answer.total == 0);
  write_variants(main, asked.links, answer.variants);
  write_filters(main, asked.links);
  if (answer.total > 0) {
    PageRequest counted = asked;
    counted.request = request;
    write_timeline(main, asked.links,
                   timeline_of(context.searcher, counted, std::move(*answer.timeline)));
    main << "<div class='columns'><div class='found'><h2 class='visually-hidden'>"
         << phrase::kArticles << "</h2>";
    const std::size_t last = last_page(context, answer.total);
    if (asked.page > last) {
      write_last_page(main, asked.links, last);
    } else {
      write_orders(main, asked, has_choice(asked.links, answer.facets));
      write_hits(main, asked.links, answer.hits);
      write_pages(main, asked, last);
    }
    write_export(main, asked.links);
    main << "</div>";
    write_facets(main, asked.links, answer.facets, phrase::kFacets);
    main << "</div><p class='on-phones'><a href='#summary'>" << phrase::kToResults << "</a></p>";
  }
  const Links other = asked.links.with("lang", language == Language::arabic ? "en" : "ar");
  return framed({title_of(asked, language), asked.links, other.search()}, main);
}

}  // namespace warraq::searcher::serve
