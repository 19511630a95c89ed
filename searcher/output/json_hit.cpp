#include "searcher/output/json_hit.h"

namespace warraq::searcher::output {

Json as_json(const std::vector<ByteRange>& ranges) {
  Json result = Json::array();
  for (const auto& [begin, end] : ranges) result.push_back(Json::array({begin, end}));
  return result;
}

Json as_json(const Snippet& snippet) {
  return {{"text", snippet.text},
          {"highlights", as_json(snippet.highlights)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json as_json(const Hit& hit) {
  const corpus::Article& article = hit.article;
  Json snippets = Json::array();
  for (const Snippet& snippet : hit.snippets) snippets.push_back(as_json(snippet));
  return {{"id", article.id},
          {"rank", hit.rank},
          {"score", hit.score},
          {"title", article.title},
          {"title_highlights", as_json(hit.title_highlights)},
          {"date", article.date},
          {"source", article.source},
          {"category", article.category},
          {"author", article.author},
          {"url", article.url},
          {"snippets", std::move(snippets)}};
}

void add_totals(Json& object, const Answer& answer) {
  object["total"] = answer.total;
  object["total_is_exact"] = answer.total_is_exact;
  if (!answer.notes.empty()) object["notes"] = answer.notes;
}

std::string to_text(const Json& value) {
  constexpr int kOneLine = -1;
  return value.dump(kOneLine, ' ', false, Json::error_handler_t::replace);
}

}  // namespace warraq::searcher::output
