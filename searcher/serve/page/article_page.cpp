#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "searcher/output/json_hit.h"
#include "searcher/serve/page/frame.h"
#include "searcher/serve/page/marked_text.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/page/parts.h"
#include "searcher/serve/page/phrases.h"
#include "searcher/serve/page/wording.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

// Some 130,000 Arabic letters: a book is not shown as one page.
constexpr std::size_t kMostBodyBytes = 256 << 10;
constexpr std::size_t kMostTitleBytes = 4'000;
constexpr std::size_t kBesides = 6;  // articles of each list

struct Citation {
  std::string_view format;
  Markup name;
};
constexpr std::array<Citation, 2> kCitations = {{{"bibtex", "BibTeX"}, {"ris", "RIS"}}};

// The text of an extra field; empty where it has none.
std::string extra_text(const corpus::Article& article, std::string_view name) {
  for (const corpus::ExtraField& field : article.extra) {
    if (field.name != name) continue;
    const auto value = nlohmann::json::parse(field.json, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  return {};
}

// Only addresses of the web are linked: what an article names may be javascript: as well.
bool is_web_address(std::string_view url) {
  std::string scheme(url.substr(0, 8));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return scheme.starts_with("http://") || scheme.starts_with("https://");
}

void write_extra(Html& html, const corpus::Article& article, std::string_view name, Markup before) {
  const std::string text = extra_text(article, name);
  if (text.empty()) return;
  html << before << Direction{text} << ">"
       << Text{analyzers::beginning_within(text, kMostTitleBytes)} << "</p>";
}

/// The body in paragraphs, with what belongs to the page around it dimmed.
class Body {
 public:
  Body(Html& html, const HighlightedArticle& shown, std::size_t end)
      : html_(html), shown_(shown), end_(end) {}

  void write() {
    const std::string_view body = shown_.article.body;
    for (std::size_t begin = 0; begin < end_;) {
      const std::size_t end = std::min(body.find('\n', begin), end_);
      write_paragraph(begin, end);
      begin = end + 1;
    }
  }

 private:
  void write_paragraph(std::size_t begin, std::size_t end) {
    const std::string_view text = bytes(begin, end);
    if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) return;
    html_ << "<p" << Direction{text} << ">";
    std::size_t done = begin;
    for (const corpus::TextRange& part : shown_.article.furniture) {
      const std::size_t from = std::clamp(part.begin, done, end);
      const std::size_t to = std::clamp(part.end, from, end);
      if (from == to) continue;
      write_marked(done, from);
      html_ << "<small class='furniture'>" << Text{bytes(from, to)} << "</small>";
      done = to;
    }
    write_marked(done, end);
    html_ << "</p>\n";
  }

  void write_marked(std::size_t begin, std::size_t end) {
    html_ << Marked{bytes(begin, end), shown_.body_highlights, begin};
  }

  [[nodiscard]] std::string_view bytes(std::size_t begin, std::size_t end) const {
    return std::string_view(shown_.article.body).substr(begin, end - begin);
  }

  Html& html_;
  const HighlightedArticle& shown_;
  std::size_t end_;
};

void write_title(Html& html, const HighlightedArticle& shown) {
  const std::string_view title = analyzers::beginning_within(shown.article.title, kMostTitleBytes);
  html << "<h1 id='summary' tabindex='-1'" << Direction{title} << ">";
  if (title.empty()) {
    html << phrase::kUntitled;
  } else {
    html << Marked{title, shown.title_highlights};
  }
  html << "</h1>";
}

void write_origin(Html& html, const corpus::Article& article) {
  html << "<p class='origin'>";
  if (is_web_address(article.url)) {
    html << "<a class='source' rel='external noopener noreferrer' href='" << Value{article.url}
         << "'>" << phrase::kOriginal << "</a> ";
  }
  html << "<a href='" << Value{"/v1/articles/" + percent_encoded(article.id)} << "'>"
       << phrase::kData << "</a>";
  for (const auto& [format, name] : kCitations) {
    html << " <a href='"
         << Value{"/v1/export?format=" + std::string(format) + "&id=" + percent_encoded(article.id)}
         << "' download>" << name << "</a>";
  }
  html << "</p>";
}

void write_article(Html& html, const HighlightedArticle& shown) {
  const corpus::Article& article = shown.article;
  html << "<article id='article'><header>";
  write_extra(html, article, "kicker", "<p class='kicker'");
  write_title(html, shown);
  write_about(html, article);
  html << "</header><div class='body'>";
  const std::size_t end = analyzers::beginning_within(article.body, kMostBodyBytes).size();
  Body(html, shown, end).write();
  html << "</div>";
  write_extra(html, article, "caption", "<p class='caption'");
  if (end < article.body.size()) html << "<p class='cut'>" << phrase::kCut << "</p>";
  write_origin(html, article);
  html << "</article>\n";
}

void write_list(Html& html, const Links& links, const Phrase& heading, Markup begin,
                const std::vector<Hit>& hits) {
  if (hits.empty()) return;
  html << begin << "<h2>" << heading << "</h2>";
  write_article_list(html, links, hits);
  html << "</section>";
}

std::vector<Hit> copies_of(const RouteContext& context, const HighlightedArticle& shown,
                           const Request& bounds) {
  Request request = bounds;
  request.duplicate_group = shown.duplicate_group;
  request.limit = kBesides + 1;
  std::vector<Hit> hits = context.searcher.search(request).hits;
  std::erase_if(hits, [&](const Hit& hit) { return hit.article.id == shown.article.id; });
  return hits;
}

void write_besides(Html& html, const RouteContext& context, const Links& links,
                   const HighlightedArticle& shown) {
  Request bounds;
  bounds.snippets = 0;
  bounds.limit = kBesides;
  bounds.suggestions = false;
  bounds.deadline = std::chrono::steady_clock::now() + context.options.deadline;
  html << "<div class='besides'>";
  write_list(html, links, phrase::kDuplicates, "<section id='duplicates'>",
             copies_of(context, shown, bounds));
  const auto similar = context.searcher.similar(shown.article.id, {bounds, false});
  if (similar) {
    write_list(html, links, phrase::kSimilar, "<section id='similar'>", similar->hits);
  }
  html << "</div>";
}

// What the article's address says of the search that it was found by; a query that cannot be read
// is no reason not to show it.
Request search_of(const RouteContext& context) {
  Request request;
  const std::string query = context.request.parameters.value("query").value_or("");
  if (query.size() <= context.options.limits.query_bytes) request.query = query;
  request.exact = context.request.parameters.value("exact") == "1";
  request.variants = context.request.parameters.value("no-variants") != "1";
  // No more than a target holds.
  request.excluded_variants = context.request.parameters.values("exclude-variant");
  return request;
}

std::optional<HighlightedArticle> found(const RouteContext& context, std::string_view id) {
  try {
    return context.searcher.get(id, search_of(context));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::usage && error.code() != ErrorCode::query) throw;
    return context.searcher.get(id, Request());
  }
}

}  // namespace

std::string article_page(const RouteContext& context, std::string_view id) {
  const std::optional<HighlightedArticle> shown = found(context, id);
  if (!shown) return {};
  const Language language = language_of(context.request.parameters);
  const Links links(context.request.parameters);
  const bool was_found = links.search() != links.fresh().search();
  Html main(language);
  main << "<p class='back'><a href='" << Value{links.search()} << "'>"
       << (was_found ? phrase::kBack : phrase::kHome) << "</a></p>";
  main << "<div class='reading'>";
  write_article(main, *shown);
  write_besides(main, context, links, *shown);
  main << "</div>";
  const Links other = links.with("lang", language == Language::arabic ? "en" : "ar");
  const std::string_view title = analyzers::beginning_within(shown->article.title, 600);
  return framed({std::string(title) + " — " + std::string(phrase::kName.in(language)), links,
                 other.article(id)},
                main);
}

}  // namespace warraq::searcher::serve
