// What is said about a search: what was not understood, what may be meant, what else was searched,
// and what narrows it down.
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/read_request.h"
#include "searcher/serve/page/marked_text.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"

namespace warraq::searcher::serve {
namespace {

using Kind = Suggestion::Kind;

const Phrase& lead_of(Kind kind) {
  switch (kind) {
    case Kind::nearby:
      return phrase::kNearby;
    case Kind::all_words:
      return phrase::kAnywhere;
    case Kind::fewer_words:
      return phrase::kFewerWords;
    case Kind::no_filter:
      return phrase::kLessAsked;
    case Kind::spelling:
    case Kind::space:
    case Kind::keyboard:
      break;
  }
  return phrase::kMeant;
}

struct Filter {
  std::string_view name;
  const Phrase& label;
  bool has_value = true;  ///< false: a switch, which its label names
};

constexpr std::array<Filter, 11> kFilters = {{{"from", phrase::kFrom},
                                              {"to", phrase::kTo},
                                              {"source", phrase::kSource},
                                              {"category", phrase::kCategory},
                                              {"author", phrase::kAuthor},
                                              {"agency", phrase::kAgency},
                                              {"group", phrase::kGroup, false},
                                              {"all", phrase::kAllWords, false},
                                              {"exact", phrase::kExact, false},
                                              {"no-variants", phrase::kNoVariants, false},
                                              {"collapse", phrase::kCollapse, false}}};

const Phrase* label_of(std::string_view name) {
  for (const Filter& filter : kFilters) {
    if (filter.name == name) return &filter.label;
  }
  return nullptr;
}

Links links_to(const Links& links, const Suggestion& suggestion) {
  Links result = links.with("query", suggestion.query);
  for (const std::string& name : suggestion.without) result = result.without(name);
  return result;
}

// What it is, unless `heading` has said so.
void write_suggestion(Html& html, const Links& links, const Suggestion& suggestion,
                      const Phrase& heading) {
  html << "<li>";
  const Phrase& lead = lead_of(suggestion.kind);
  if (&lead != &heading) html << "<span class='lead'>" << lead << ":</span> ";
  html << "<a href='" << Value{links_to(links, suggestion).search()} << "'>"
       << Isolated{suggestion.query};
  for (const std::string& name : suggestion.without) {
    if (const Phrase* label = label_of(name)) html << " − " << *label;
  }
  html << "</a> <span class='count'>"
       << Text{counted(suggestion.articles, kArticle, html.language())} << "</span></li>";
}

void write_filter(Html& html, const Links& without, const Filter& filter, std::string_view value) {
  html << "<li><a href='" << Value{without.search()} << "'><span class='visually-hidden'>"
       << phrase::kRemove << " </span>" << filter.label;
  if (filter.has_value) html << ": " << Isolated{value};
  html << " <span class='cross' aria-hidden='true'>×</span></a></li>";
}

void write_variant(Html& html, const Links& links, const SearchedVariant& variant,
                   bool is_removable) {
  html << "<li>" << Isolated{variant.text};
  if (variant.articles) {
    html << " <span class='count'>" << Text{counted(*variant.articles, kArticle, html.language())}
         << "</span>";
  }
  if (is_removable) {
    html << " <a class='drop' href='"
         << Value{links.adding("exclude-variant", variant.text).search()}
         << "'><span class='visually-hidden'>" << phrase::kExcludeVariant << " "
         << Isolated{variant.text} << "</span><span aria-hidden='true'>×</span></a>";
  }
  html << "</li>";
}

// Each once, though it may be searched beside several words.
void write_searched_variants(Html& html, const Links& links,
                             const std::vector<SearchedVariants>& variants, bool are_removable) {
  std::set<std::string_view> written;
  html << "<div><h2>" << phrase::kVariants << "</h2><ul>";
  for (const SearchedVariants& of_word : variants) {
    for (const SearchedVariant& variant : of_word.variants) {
      if (written.insert(variant.text).second) write_variant(html, links, variant, are_removable);
    }
  }
  html << "</ul><a href='" << Value{links.with("no-variants", "1").search()} << "'>"
       << phrase::kWithoutVariants << "</a></div>";
}

void write_excluded_variants(Html& html, const Links& links,
                             const std::vector<std::string>& excluded) {
  html << "<div><h2>" << phrase::kExcludedVariants << "</h2><ul id='excluded'>";
  for (const std::string& spelling : excluded) {
    html << "<li><a href='" << Value{links.without("exclude-variant", spelling).search()}
         << "'><span class='visually-hidden'>" << phrase::kIncludeVariant << " </span>"
         << Isolated{spelling} << " <span class='cross' aria-hidden='true'>+</span></a></li>";
  }
  html << "</ul>";
  if (excluded.size() > 1) {
    html << "<a href='" << Value{links.without("exclude-variant").search()} << "'>"
         << phrase::kIncludeVariants << "</a>";
  }
  html << "</div>";
}

bool is_off(std::string_view value) { return value == "0" || value == "false"; }

// Those that a link may put back: with none searched at all, another link does.
std::vector<std::string> excluded_variants(const Links& links) {
  const std::string none = links.parameters().value("no-variants").value_or("0");
  if (!is_off(none)) return {};
  return links.parameters().values("exclude-variant");
}

}  // namespace

void write_notes(Html& html, const std::vector<std::string>& notes) {
  if (notes.empty()) return;
  html << "<ul id='notes' aria-label='" << Value{phrase::kNotes.in(html.language())} << "'>";
  for (const std::string& note : notes) {
    html << "<li>" << Said{note} << "</li>";
  }
  html << "</ul>";
}

void write_meant(Html& html, const Links& links, const std::vector<Suggestion>& suggestions,
                 bool nothing_found) {
  if (suggestions.empty() && !nothing_found) return;
  html << "<section id='meant' aria-labelledby='meant-name'><h2 id='meant-name'>";
  const Phrase& heading = nothing_found ? phrase::kWiden : phrase::kMeant;
  html << heading << "</h2>";
  if (!suggestions.empty()) {
    html << "<ul>";
    for (const Suggestion& each : suggestions) write_suggestion(html, links, each, heading);
    html << "</ul>";
  }
  if (nothing_found) html << "<p>" << phrase::kWidenHint << "</p>";
  html << "</section>";
}

void write_variants(Html& html, const Links& links, const std::vector<SearchedVariants>& variants) {
  const std::vector<std::string> excluded = excluded_variants(links);
  if (variants.empty() && excluded.empty()) return;
  html << "<section id='variants' aria-label='" << Value{phrase::kSpellings.in(html.language())}
       << "'>";
  if (!variants.empty()) {
    write_searched_variants(html, links, variants, excluded.size() < kMaxExcludedVariants);
  }
  if (!excluded.empty()) write_excluded_variants(html, links, excluded);
  html << "</section>";
}

void write_filters(Html& html, const Links& links) {
  Html items(html.language());
  for (const Filter& filter : kFilters) {
    for (const std::string& value : links.parameters().values(filter.name)) {
      if (!filter.has_value && is_off(value)) continue;
      write_filter(items, links.without(filter.name, value), filter, value);
    }
  }
  if (items.written().empty()) return;
  html << "<ul id='filters' aria-label='" << Value{phrase::kFilters.in(html.language())} << "'>"
       << items << "</ul>";
}

}  // namespace warraq::searcher::serve
