// The form: what it does not show goes along hidden.
#include <array>
#include <string>
#include <string_view>

#include "searcher/serve/page/frame.h"
#include "searcher/serve/page/phrases.h"

namespace warraq::searcher::serve {
namespace {

struct Choice {
  std::string_view value;
  Phrase label;
};

constexpr std::array<Choice, 3> kOrders = {
    {{"relevance", phrase::kRelevance}, {"newest", phrase::kNewest}, {"oldest", phrase::kOldest}}};
constexpr std::array<Choice, 4> kSwitches = {{{"all", phrase::kAllWords},
                                              {"exact", phrase::kExact},
                                              {"no-variants", phrase::kNoVariants},
                                              {"collapse", phrase::kCollapse}}};
constexpr std::array<Choice, 2> kDates = {{{"from", phrase::kFrom}, {"to", phrase::kTo}}};
constexpr std::array<std::string_view, 8> kHidden = {
    "lang", "exclude-variant", "source", "category", "author", "agency", "group", "interval"};

std::string value_of(const Links& links, std::string_view name) {
  return links.parameters().last_value(name).value_or("");
}

void write_hidden(Html& html, const Links& links) {
  for (const std::string_view name : kHidden) {
    for (const std::string& value : links.parameters().values(name)) {
      html << "<input type='hidden' name='" << Value{name} << "' value='" << Value{value} << "'>";
    }
  }
}

void write_query(Html& html, const Links& links) {
  html << "<div class='line'><label class='visually-hidden' for='query'>" << phrase::kQuery
       << "</label><input id='query' name='query' type='search' dir='auto' autocomplete='off' "
          "autocapitalize='off' spellcheck='false' enterkeyhint='search' maxlength='2000' "
          "placeholder='"
       << Value{phrase::kPlaceholder.in(html.language())} << "' value='"
       << Value{value_of(links, "query")} << "'><button type='submit'>" << phrase::kSearch
       << "</button></div>";
}

void write_dates(Html& html, const Links& links) {
  for (const auto& [name, label] : kDates) {
    html << "<label>" << label << " <input name='" << Value{name}
         << "' dir='auto' placeholder=' ' autocomplete='off' aria-describedby='date-hint' value='"
         << Value{value_of(links, name)} << "'></label>";
  }
}

void write_orders(Html& html, const Links& links) {
  html << "<label>" << phrase::kSort << " <select name='sort'>";
  for (const auto& [value, label] : kOrders) {
    html << "<option value='" << Value{value} << "'";
    if (links.has("sort", value)) html << " selected";
    html << ">" << label << "</option>";
  }
  html << "</select></label>";
}

bool is_on(const Links& links, std::string_view name) {
  const auto value = links.parameters().last_value(name);
  return value == "1" || value == "true";
}

void write_switches(Html& html, const Links& links) {
  for (const auto& [name, label] : kSwitches) {
    html << "<label class='switch'><input type='checkbox' name='" << Value{name} << "' value='1'";
    if (is_on(links, name)) html << " checked";
    html << "> " << label << "</label>";
  }
}

}  // namespace

void write_search_form(Html& html, const Links& links) {
  html << "<form id='search' role='search' method='get' action='/'>";
  write_query(html, links);
  write_hidden(html, links);
  html << "<details id='options'><summary>" << phrase::kOptions << "</summary><div class='fields'>";
  write_dates(html, links);
  write_orders(html, links);
  html << "<p id='date-hint'>" << phrase::kDateHint << " <bdi class='day'>2018-03-15</bdi></p>";
  write_switches(html, links);
  html << "</div></details></form>";
}

}  // namespace warraq::searcher::serve
