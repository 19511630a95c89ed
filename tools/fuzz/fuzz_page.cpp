// Pages of text, parted by form feeds: each is told apart into its parts, its credits found, and
// its lines counted with the others'. What is found must lie in the text, in order, whole
// characters.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/page/page_parts.h"
#include "warraq/corpus/credits.h"
#include "warraq/corpus/furniture.h"

namespace {

using namespace warraq::corpus;

void require_within(std::string_view body, const std::vector<TextRange>& ranges) {
  std::size_t last = 0;
  for (const TextRange& range : ranges) {
    if (range.begin < last || range.begin > range.end || range.end > body.size()) std::abort();
    if (!is_valid_utf8(range.of(body))) std::abort();
    last = range.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  ArticleParser parser;
  FurnitureCounter counter({1U << 12U, 2, 1});
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\f'), rest.size());
    std::string page = repair_utf8(rest.substr(0, end)).text;
    std::replace(page.begin(), page.end(), '\0', ' ');  // as the reader does
    Article article = article_of_page(page);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const Credits credits = find_credits(article);
    require_within(article.body, {credits.dateline});
    require_within(article.body, {credits.credit});
    apply_credits(article);
    for (const std::string* text : {&article.title, &article.body, &article.author}) {
      if (!is_valid_utf8(*text)) std::abort();
    }
    require_within(article.body, counter.count(article));
    require_within(article.body, counter.find(article));
    const bool blank = is_blank(article.title) && is_blank(article.body);
    if (!blank && parser.parse(to_json(article)).article != article) std::abort();
  }
  if (!FurnitureCounter::load(counter.save())) std::abort();
  return 0;
}
