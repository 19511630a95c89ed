// One JSON object for the whole answer.
#include <utility>

#include "searcher/output/json_answer.h"
#include "searcher/output/printers.h"
#include "searcher/output/suggestion.h"

namespace warraq::searcher::output {
namespace {

Json object_of(std::string_view query_id, const Answer& answer) {
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
  return object;
}

class JsonPrinter final : public AnswerPrinter {
 public:
  using AnswerPrinter::AnswerPrinter;

  void print(std::string_view query_id, const Answer& answer) override {
    out() << to_text(object_of(query_id, answer)) << '\n';
  }
};

}  // namespace

Json as_json(const Answer& answer) { return object_of({}, answer); }

std::unique_ptr<AnswerPrinter> make_json_printer(std::ostream& out) {
  return std::make_unique<JsonPrinter>(out);
}

}  // namespace warraq::searcher::output
