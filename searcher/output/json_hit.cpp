#include "searcher/output/json_hit.h"

#include <array>
#include <cstdio>

#include "searcher/output/facets.h"

namespace warraq::searcher::output {
namespace {

Json as_json(const Copies& copies) {
  Json listed = Json::array();
  for (const Copies::Copy& copy : copies.listed) {
    listed.push_back({{"id", copy.id}, {"source", copy.source}});
  }
  return {{"articles", copies.articles}, {"sources", copies.sources}, {"listed", listed}};
}

}  // namespace

std::string group_digits(std::uint64_t group) {
  std::array<char, 17> digits{};
  static_cast<void>(std::snprintf(digits.data(), digits.size(), "%016llx",
                                  static_cast<unsigned long long>(group)));
  return digits.data();
}

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
  Json object = {{"id", article.id},
                 {"rank", hit.rank},
                 {"score", hit.score},
                 {"title", article.title},
                 {"title_highlights", as_json(hit.title_highlights)},
                 {"date", article.date},
                 {"source", article.source},
                 {"category", article.category},
                 {"author", article.author},
                 {"agency", article.agency},
                 {"url", article.url}};
  if (hit.duplicate_group) object["duplicate_group"] = group_digits(*hit.duplicate_group);
  if (hit.copies) object["copies"] = as_json(*hit.copies);
  object["snippets"] = std::move(snippets);
  return object;
}

Json variants_json(const std::vector<SearchedVariants>& variants) {
  Json array = Json::array();
  for (const SearchedVariants& of_word : variants) {
    Json searched = Json::array();
    for (const SearchedVariant& variant : of_word.variants) {
      Json each = {{"text", variant.text}, {"rules", variant.rules}};
      if (variant.articles) each["articles"] = *variant.articles;
      searched.push_back(std::move(each));
    }
    array.push_back({{"word", of_word.word}, {"variants", std::move(searched)}});
  }
  return array;
}

void add_totals(Json& object, const Answer& answer) {
  object["total"] = answer.total;
  object["total_is_exact"] = answer.total_is_exact;
  if (answer.articles) object["articles"] = *answer.articles;
  if (!answer.notes.empty()) object["notes"] = answer.notes;
  if (!answer.facets.empty()) object["facets"] = as_json(answer.facets);
  if (!answer.variants.empty()) object["variants"] = variants_json(answer.variants);
}

std::string to_text(const Json& value) {
  constexpr int kOneLine = -1;
  return value.dump(kOneLine, ' ', false, Json::error_handler_t::replace);
}

}  // namespace warraq::searcher::output
