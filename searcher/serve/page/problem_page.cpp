#include <algorithm>
#include <array>

#include "searcher/serve/page/frame.h"
#include "searcher/serve/page/marked_text.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/page/phrases.h"

namespace warraq::searcher::serve {
namespace {

// Messages of the library that readers cause, by what they hold.
struct KnownProblem {
  std::string_view words;
  const Phrase& said;
};

constexpr std::array<KnownProblem, 7> kKnown = {{{"there is no date", phrase::kNoSuchDate},
                                                 {"this is no date", phrase::kNoSuchDate},
                                                 {"the dates run backwards", phrase::kBackwards},
                                                 {"nests deeper", phrase::kTooDeep},
                                                 {"holds no word", phrase::kNoWord},
                                                 {"offset", phrase::kTooFar},
                                                 {"query takes", phrase::kTooLong}}};

const Phrase& said_of(const Error& error) {
  switch (error.code()) {
    case ErrorCode::usage:
    case ErrorCode::query: {
      const std::string_view message = error.what();
      const auto* const known = std::find_if(kKnown.begin(), kKnown.end(), [&](const auto& each) {
        return message.find(each.words) != std::string_view::npos;
      });
      return known == kKnown.end() ? phrase::kNotUnderstood : known->said;
    }
    case ErrorCode::timeout:
      return phrase::kTooSlow;
    case ErrorCode::no_archive:
    case ErrorCode::locked:
    case ErrorCode::io:
      return phrase::kNoArchive;
    default:
      return phrase::kFailed;
  }
}

std::string other_language(const Links& links, Language language) {
  return links.with("lang", language == Language::arabic ? "en" : "ar").search();
}

void write_details(Html& html, const Error& error) {
  html << "<details><summary>" << phrase::kDetails << "</summary><p>" << Said{error.what()}
       << "</p>";
  if (!error.hint().empty()) html << "<p>" << Said{error.hint()} << "</p>";
  html << "</details>";
}

std::string with_name(const Phrase& title, Language language) {
  return std::string(title.in(language)) + " — " + std::string(phrase::kName.in(language));
}

}  // namespace

std::string problem_page(const Parameters& parameters, const Error& error) {
  const Language language = language_of(parameters);
  const Links links(parameters);
  Html main(language);
  main << "<section id='problem'><h1>" << phrase::kProblem
       << "</h1><p id='summary' role='status' tabindex='-1'>" << said_of(error) << "</p>";
  if (&said_of(error) == &phrase::kTooFar) {
    main << "<p><a href='" << Value{links.without("page").search()} << "'>" << phrase::kFirstPage
         << "</a></p>";
  } else {
    write_details(main, error);
  }
  main << "</section>";
  return framed({with_name(phrase::kProblem, language), links, other_language(links, language)},
                main);
}

std::string no_article_page(const Parameters& parameters, std::string_view id) {
  const Language language = language_of(parameters);
  const Links links(parameters);
  Html main(language);
  main << "<section id='problem'><h1>" << phrase::kNotFound << "</h1><p id='summary'>"
       << phrase::kNoArticle << "</p><p>" << Isolated{id.substr(0, 600)} << "</p><p><a href='"
       << Value{links.search()} << "'>" << phrase::kHome << "</a></p></section>";
  return framed({with_name(phrase::kNotFound, language), links, other_language(links, language)},
                main);
}

}  // namespace warraq::searcher::serve
