// One JSON object a hit, each on a line of its own, and a line with the totals at the end.
#include "searcher/output/json_hit.h"
#include "searcher/output/printers.h"
#include "searcher/output/suggestion.h"

namespace warraq::searcher::output {
namespace {

class JsonLinesPrinter final : public AnswerPrinter {
 public:
  using AnswerPrinter::AnswerPrinter;

  void print(std::string_view query_id, const Answer& answer) override {
    for (const Hit& hit : answer.hits) {
      Json line = as_json(hit);
      if (answer.relaxed) line["relaxed"] = relaxed_mark(*answer.relaxed);
      print_line(std::move(line), query_id);
    }
    for (const Suggestion& each : answer.suggestions) {
      Json line = {{"type", "suggestion"}};
      line.update(as_json(each));
      print_line(std::move(line), query_id);
    }
    Json summary = {{"type", "summary"}, {"version", kVersion}};
    if (!query_id.empty()) summary["qid"] = query_id;
    add_totals(summary, answer);
    if (answer.relaxed) summary["relaxed"] = relaxed_mark(*answer.relaxed);
    out() << to_text(summary) << '\n';
  }

 private:
  void print_line(Json line, std::string_view query_id) {
    if (!query_id.empty()) line["qid"] = query_id;
    out() << to_text(line) << '\n';
  }
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_jsonl_printer(std::ostream& out) {
  return std::make_unique<JsonLinesPrinter>(out);
}

}  // namespace warraq::searcher::output
