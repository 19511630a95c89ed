#include <array>

#include "searcher/serve/page/frame.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"

namespace warraq::searcher::serve {
namespace {

struct Example {
  std::string_view query;
  const Phrase& finds;
};

constexpr std::array<Example, 9> kExamples = {{{"انتخابات تونس", phrase::kHelpWords},
                                               {"\"مجلس الأمن\"", phrase::kHelpPhrase},
                                               {"=أخبار", phrase::kHelpExact},
                                               {"غزة +هدنة -كرة", phrase::kHelpSigns},
                                               {"تونس OR ليبيا", phrase::kHelpEither},
                                               {"انتخاب*", phrase::kHelpPrefix},
                                               {"\"رئيس تونس\"~5", phrase::kHelpNear},
                                               {"عنوان:ليبيا", phrase::kHelpTitle},
                                               {"تاريخ:\"مارس 2018\"", phrase::kHelpDate}}};

void write_holdings(Html& html, const Facets& facets, const Timeline& timeline) {
  const Language language = html.language();
  html << "<p id='holdings'>" << phrase::kHolds << ": <strong>"
       << Text{counted(facets.total, kArticle, language)} << "</strong>";
  for (const Facet& facet : facets.facets) {
    if (facet.field != FacetField::source || facet.distinct == 0) continue;
    html << " · " << Text{counted(facet.distinct, kSourceNoun, language)};
  }
  if (!timeline.intervals.empty()) {
    const auto year = [](const TimelineInterval& interval) {
      return static_cast<std::uint64_t>(interval.first.year);
    };
    html << " · "
         << Text{
                range(year(timeline.intervals.front()), year(timeline.intervals.back()), language)};
  }
  html << "</p>";
}

void write_help(Html& html, const Links& links) {
  html << "<section id='help' aria-labelledby='help-name'><h2 id='help-name'>" << phrase::kHelp
       << "</h2><dl>";
  for (const auto& [query, finds] : kExamples) {
    html << "<div><dt>" << finds << "</dt><dd><a href='"
         << Value{links.fresh().with("query", query).search()} << "' dir='auto' lang='ar'>"
         << Text{query} << "</a></dd></div>";
  }
  html << "</dl></section>";
}

}  // namespace

std::string front_page(const RouteContext& context, const PageRequest& asked) {
  PageRequest everything = asked;
  everything.request = Request();
  everything.request.deadline = std::chrono::steady_clock::now() + context.options.deadline;
  const Facets facets = context.searcher.facets(
      everything.request, {FacetField::source, FacetField::category}, kFacetValues);
  const Timeline timeline =
      timeline_of(context.searcher, everything,
                  context.searcher.timeline(everything.request, interval_to_count(everything)));
  const Language language = language_of(context.request.parameters);
  Html main(language);
  main << "<h1 id='summary' tabindex='-1'>" << phrase::kFrontHeading << "</h1>";
  write_holdings(main, facets, timeline);
  write_timeline(main, asked.links, timeline);
  main << "<div class='halves'>";
  write_help(main, asked.links);
  write_facets(main, asked.links, facets.facets, phrase::kBegin);
  main << "</div>";
  const Links other = asked.links.with("lang", language == Language::arabic ? "en" : "ar");
  return framed({std::string(phrase::kFrontTitle.in(language)), asked.links, other.search(), true},
                main);
}

}  // namespace warraq::searcher::serve
