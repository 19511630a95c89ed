#include <array>
#include <utility>

#include "searcher/output/json_hit.h"
#include "searcher/serve/page/marked_text.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

// Of what should be a line: some 300 Arabic letters.
constexpr std::size_t kMostLineBytes = 600;

struct Line {
  std::string_view text;
};

Html& operator<<(Html& html, Line line) {
  const std::string_view shown = analyzers::beginning_within(line.text, kMostLineBytes);
  html << Isolated{shown};
  return shown.size() < line.text.size() ? html << "…" : html;
}

void write_title(Html& html, const Links& links, const Hit& hit) {
  const std::string_view title = analyzers::beginning_within(hit.article.title, kMostLineBytes);
  html << "<h3" << Direction{title} << "><a href='" << Value{links.article(hit.article.id)} << "'>";
  if (title.empty()) {
    html << phrase::kUntitled;
  } else {
    html << "<bdi>" << Marked{title, hit.title_highlights} << "</bdi>";
  }
  if (title.size() < hit.article.title.size()) html << "…";
  html << "</a></h3>";
}

void write_snippet(Html& html, const Snippet& snippet) {
  html << "<p class='snippet'" << Direction{snippet.text} << ">";
  if (snippet.cut_before) html << "… ";
  html << Marked{snippet.text, snippet.highlights};
  if (snippet.cut_after) html << " …";
  html << "</p>";
}

void write_copies(Html& html, const Links& links, const Hit& hit) {
  if (!hit.copies || hit.copies->articles == 0) return;
  const Copies& copies = *hit.copies;
  html << "<details class='copies'><summary>" << phrase::kCopies << ": "
       << Text{counted(copies.articles, kArticle, html.language())} << "</summary><ul>";
  for (const Copies::Copy& copy : copies.listed) {
    html << "<li><a href='" << Value{links.article(copy.id)} << "'>"
         << Line{copy.source.empty() ? copy.id : copy.source} << "</a></li>";
  }
  html << "</ul>";
  if (hit.duplicate_group) {
    const Links group =
        links.without("collapse").with("group", output::group_digits(*hit.duplicate_group));
    html << "<p><a href='" << Value{group.search()} << "'>" << phrase::kAllCopies << "</a></p>";
  }
  html << "</details>";
}

}  // namespace

void write_date(Html& html, std::string_view date) {
  if (const auto day = analyzers::parse_date(date)) {
    html << "<time dir='auto' datetime='" << Value{day->iso()} << "'>"
         << Text{spelt(*day, html.language())} << "</time>";
  } else {
    html << Line{date};
  }
}

void write_about(Html& html, const corpus::Article& article) {
  html << "<p class='about'" << DirectionAlone{article.title} << ">";
  if (!article.date.empty()) {
    html << "<span class='date'>";
    write_date(html, article.date);
    html << "</span> ";
  }
  const std::array<std::pair<std::string_view, std::string_view>, 4> names = {
      {{"source", article.source},
       {"category", article.category},
       {"author", article.author},
       {"agency", article.agency}}};
  for (const auto& [field, name] : names) {
    const bool is_again = field != "source" && name == article.source;
    if (name.empty() || is_again) continue;
    html << "<span class='" << Value{field} << "'>" << Line{name} << "</span> ";
  }
  html << "</p>";
}

void write_hits(Html& html, const Links& links, const std::vector<Hit>& hits) {
  if (hits.empty()) return;
  html << "<ol id='hits' start='" << hits.front().rank << "'>";
  for (const Hit& hit : hits) {
    html << "<li><article class='hit' data-id='" << Value{hit.article.id} << "'>";
    write_title(html, links, hit);
    write_about(html, hit.article);
    for (const Snippet& snippet : hit.snippets) write_snippet(html, snippet);
    write_copies(html, links, hit);
    html << "</article></li>\n";
  }
  html << "</ol>";
}

void write_article_list(Html& html, const Links& links, const std::vector<Hit>& hits) {
  html << "<ul class='articles'>";
  for (const Hit& hit : hits) {
    html << "<li><a href='" << Value{links.article(hit.article.id)} << "'"
         << Direction{hit.article.title} << ">";
    if (hit.article.title.empty()) {
      html << phrase::kUntitled;
    } else {
      html << Line{hit.article.title};
    }
    html << "</a>";
    write_about(html, hit.article);
    html << "</li>";
  }
  html << "</ul>";
}

}  // namespace warraq::searcher::serve
