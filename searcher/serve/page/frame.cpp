#include "searcher/serve/page/frame.h"

#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/phrases.h"

namespace warraq::searcher::serve {
namespace {

bool is_arabic(const Html& html) { return html.language() == Language::arabic; }

void write_head(Html& html, const Frame& frame) {
  html << "<!DOCTYPE html>\n<html";
  if (is_arabic(html)) {
    html << " lang='ar' dir='rtl'>";
  } else {
    html << " lang='en' dir='ltr'>";
  }
  html << "<head><meta charset='utf-8'><title>" << Text{frame.title}
       << "</title><meta name='viewport' content='width=device-width, initial-scale=1'>"
          "<meta name='color-scheme' content='light dark'><link rel='icon' href='data:,'>"
          "<link rel='stylesheet' href='"
       << Value{path_of(page_css())} << "'><script src='" << Value{path_of(page_js())}
       << "' defer></script></head>\n";
}

void write_header(Html& html, const Frame& frame) {
  html << "<a class='skip' href='#results'>" << phrase::kSkip
       << "</a><header><p id='name'><a href='" << Value{frame.links.fresh().search()} << "'>"
       << phrase::kName << "</a></p>";
  write_search_form(html, frame.links);
  html << "<a id='language' href='" << Value{frame.other_language} << "'";
  if (is_arabic(html)) {
    html << " hreflang='en' lang='en' dir='ltr'>";
  } else {
    html << " hreflang='ar' lang='ar' dir='rtl'>";
  }
  html << phrase::kOtherLanguage << "</a></header>\n";
}

}  // namespace

std::string framed(const Frame& frame, const Html& main) {
  Html html(main.language());
  write_head(html, frame);
  if (frame.is_front) {
    html << "<body class='front'>";
  } else {
    html << "<body>";
  }
  write_header(html, frame);
  html << "<main id='results' tabindex='-1'>" << main << "</main></body></html>\n";
  return html.take();
}

}  // namespace warraq::searcher::serve
