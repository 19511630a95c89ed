// One JSON object for the whole answer.
#include "searcher/output/json_hit.h"
#include "searcher/output/printers.h"
#include "searcher/output/suggestion.h"

namespace warraq::searcher::output {
namespace {

class JsonPrinter final : public AnswerPrinter {
 public:
  using AnswerPrinter::AnswerPrinter;

  void print(std::string_view query_id, const Answer& answer) override {
    Json object = {{"version", kVersion}};
    if (!query_id.empty()) object["qid"] = query_id;
    add_totals(object, answer);
    if (answer.relaxed) object["relaxed"] = relaxed_mark(*answer.relaxed);
    Json hits = Json::array();
    for (const Hit& hit : answer.hits) hits.push_back(as_json(hit));
    object["hits"] = std::move(hits);
    Json suggestions = Json::array();
    for (const Suggestion& each : answer.suggestions) suggestions.push_back(as_json(each));
    object["suggestions"] = std::move(suggestions);
    out() << to_text(object) << '\n';
  }
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_json_printer(std::ostream& out) {
  return std::make_unique<JsonPrinter>(out);
}

}  // namespace warraq::searcher::output
