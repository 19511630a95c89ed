// RIS for programs that manage references: a tag, two spaces, a hyphen and a space before each
// value, TY first and ER last, lines that end with CR LF ("RIS Format Specifications", Research
// Information Systems, 2001 and 2011; the newspaper is T2 as in the latter). UTF-8, which the
// specifications do not have, and all of today's readers take.
#include <algorithm>
#include <optional>
#include <string>

#include "searcher/output/export_format.h"
#include "searcher/snippets/shown_text.h"
#include "warraq/analyzers/date.h"

namespace warraq::searcher::output {
namespace {

// Asterisks are not allowed in authors, keywords and names of periodicals.
std::string as_name(std::string_view text) {
  std::string result(text);
  std::replace(result.begin(), result.end(), '*', ' ');
  return result;
}

class RisPrinter final : public ArticlePrinter {
 public:
  RisPrinter(std::ostream& out, bool with_body) : ArticlePrinter(out), with_body_(with_body) {}

  void print(const StreamedArticle& streamed) override {
    const corpus::Article& article = streamed.article;
    out() << "TY  - NEWS\r\n";
    print_field("ID", article.id);
    print_field("TI", article.title);
    print_field("AU", as_name(article.author));
    print_field("T2", as_name(article.source));
    print_date(article.date);
    print_field("KW", as_name(article.category));
    print_field("UR", article.url);
    if (with_body_) print_field("AB", article.body);
    out() << "ER  - \r\n";
  }

 private:
  // On one line: what follows a line break could pass for a tag.
  void print_field(std::string_view tag, std::string_view value) {
    const std::string text = shown_text(value);
    if (!text.empty()) out() << tag << "  - " << text << "\r\n";
  }

  // What is no date goes among the notes.
  void print_date(const std::string& given) {
    const std::optional<analyzers::Date> day = analyzers::parse_date(given);
    if (!day) {
      print_field("N1", given);
      return;
    }
    std::string slashes = day->iso();
    std::replace(slashes.begin(), slashes.end(), '-', '/');
    print_field("PY", slashes.substr(0, slashes.find('/')));
    print_field("DA", slashes);
  }

  bool with_body_;
};

}  // namespace

std::unique_ptr<ArticlePrinter> make_ris_printer(std::ostream& out, bool with_body) {
  return std::make_unique<RisPrinter>(out, with_body);
}

}  // namespace warraq::searcher::output
