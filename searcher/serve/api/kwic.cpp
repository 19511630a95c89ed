// /v1/kwic: the words of a query in their contexts.
#include <sstream>

#include "searcher/output/concordance.h"
#include "searcher/request/filter_notes.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

HttpAnswer kwic(const RouteContext& context) {
  const std::size_t words = count_of(context, {"words", "words on each side", 0, 20, 5});
  std::size_t lines_left = count_of(context, {"limit", "lines", 0, 1'000, 100});
  const Request request = unpaged_request_of(context);
  std::ostringstream out;
  const auto printer = output::make_concordance_printer("json", out, words, {});
  output::ConcordanceEnd end;
  end.counts = context.searcher.concordance(
      request, words,
      [&](const StreamStart& start) {
        end.total = start.total;
        end.notes = start.notes;
        add_notes_on_filters(context.searcher, request, end.notes);
      },
      [&](const ConcordanceLine& line) {
        if (lines_left == 0) return end.complete = false;
        --lines_left;
        printer->print(line);
        return true;
      });
  if (const auto note = output::note_on_nothing_shown(end)) end.notes.push_back(*note);
  printer->finish(end);
  std::string text = std::move(out).str();
  if (text.ends_with('\n')) text.pop_back();
  return json_answer(std::move(text));
}

}  // namespace warraq::searcher::serve::api
