// For people: each field isolated for direction, so that Arabic and Latin stand unharmed on one
// line.
#include <string>

#include "searcher/output/highlight.h"
#include "searcher/output/printers.h"
#include "searcher/output/suggestion.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

class HumanPrinter final : public AnswerPrinter {
 public:
  HumanPrinter(std::ostream& out, bool colour)
      : AnswerPrinter(out), marks_(highlight_marks(colour)) {}

  void print(std::string_view query_id, const Answer& answer) override {
    if (!query_id.empty()) out() << analyzers::isolate(query_id) << "\n\n";
    if (answer.relaxed) out() << relaxed_line(answer) << "\n\n";
    for (const Hit& hit : answer.hits) print_hit(hit);
    out() << (answer.total_is_exact ? "" : "about ") << counted(answer.total, "article") << '\n';
    for (const std::string& line : suggestion_lines(answer)) out() << line << '\n';
  }

 private:
  void print_hit(const Hit& hit) {
    const corpus::Article& article = hit.article;
    out() << hit.rank << ". "
          << (article.title.empty() ? analyzers::isolate(article.id)
                                    : highlighted(article.title, hit.title_highlights, marks_))
          << '\n';
    print_origin(article);
    for (const Snippet& snippet : hit.snippets) {
      out() << "   " << highlighted(snippet, marks_) << '\n';
    }
    out() << '\n';
  }

  void print_origin(const corpus::Article& article) {
    std::string line;
    for (const std::string& field : {article.date, article.source, article.category, article.id}) {
      if (field.empty()) continue;
      if (!line.empty()) line += " · ";
      line += analyzers::isolate(field);
    }
    out() << "   " << line << '\n';
  }

  HighlightMarks marks_;
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_human_printer(std::ostream& out, bool colour) {
  return std::make_unique<HumanPrinter>(out, colour);
}

}  // namespace warraq::searcher::output
