// Comma-separated values after RFC 4180, safe to open in a spreadsheet.
#include <charconv>
#include <string>

#include "searcher/output/csv_field.h"
#include "searcher/output/printers.h"

namespace warraq::searcher::output {
namespace {

std::string number(double value) {
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value);
  return {std::begin(digits), end.ptr};
}

std::string all_text(const std::vector<Snippet>& snippets) {
  std::string result;
  for (const Snippet& snippet : snippets) {
    if (!result.empty()) result += " … ";
    result += snippet.text;
  }
  return result;
}

class CsvPrinter final : public AnswerPrinter {
 public:
  CsvPrinter(std::ostream& out, bool query_ids) : AnswerPrinter(out), query_ids_(query_ids) {}

  void print(std::string_view query_id, const Answer& answer) override {
    if (!header_printed_) {
      query_ids_ = query_ids_ || !query_id.empty();
      out() << (query_ids_ ? "qid," : "")
            << "rank,score,id,title,date,source,category,author,agency,url,snippet\r\n";
      header_printed_ = true;
    }
    for (const Hit& hit : answer.hits) {
      const corpus::Article& article = hit.article;
      if (query_ids_) out() << csv_field(query_id) << ',';
      out() << hit.rank << ',' << number(hit.score);
      for (const std::string& field :
           {article.id, article.title, article.date, article.source, article.category,
            article.author, article.agency, article.url, all_text(hit.snippets)}) {
        out() << ',' << csv_field(field);
      }
      out() << "\r\n";
    }
  }

 private:
  bool query_ids_;  // for the header and all rows alike
  bool header_printed_ = false;
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_csv_printer(std::ostream& out, bool query_ids) {
  return std::make_unique<CsvPrinter>(out, query_ids);
}

}  // namespace warraq::searcher::output
