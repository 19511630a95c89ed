// The parts of which pages are made, one source each.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/page/html.h"
#include "searcher/serve/page/links.h"
#include "searcher/serve/page/page_request.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

// hits.cpp
void write_hits(Html& html, const Links& links, const std::vector<Hit>& hits);
/// When and where an article was published: <p class='about'>.
void write_about(Html& html, const corpus::Article& article);
/// Links to articles, with their sources and dates.
void write_article_list(Html& html, const Links& links, const std::vector<Hit>& hits);
/// A date as people read it; what is no date as it was given.
void write_date(Html& html, std::string_view date);

// counts.cpp
inline constexpr std::size_t kFacetValues = 8;
[[nodiscard]] const std::vector<FacetField>& shown_facets();
/// Whether there is anything to choose among them.
[[nodiscard]] bool has_choice(const Links& links, const std::vector<Facet>& facets);
/// Nothing where there is no choice.
void write_facets(Html& html, const Links& links, const std::vector<Facet>& facets,
                  const Phrase& heading);
/// By which intervals to count what is found, before it is known how long it spans.
[[nodiscard]] Interval interval_to_count(const PageRequest& asked);
/// `counted` by that: by days where these are few, by months, or else by years, unless the request
/// says. Asks the searcher again where `counted` is too fine or too coarse.
[[nodiscard]] Timeline timeline_of(Searcher& searcher, const PageRequest& asked, Timeline counted);
void write_timeline(Html& html, const Links& links, const Timeline& timeline);

// remarks.cpp
void write_notes(Html& html, const std::vector<std::string>& notes);
void write_meant(Html& html, const Links& links, const std::vector<Suggestion>& suggestions,
                 bool nothing_found);
void write_variants(Html& html, const Links& links, const std::vector<SearchedVariants>& variants);
void write_filters(Html& html, const Links& links);

}  // namespace warraq::searcher::serve
