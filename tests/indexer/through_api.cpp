#include "tests/indexer/through_api.h"

#include <xapian.h>

#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>

#include "indexer/archive/dictionaries.h"
#include "indexer/archive/stored_text.h"
#include "indexer/build/group_duplicates.h"
#include "indexer/build/segment_writer.h"
#include "indexer/terms/article_terms.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/reader.h"

namespace warraq::tests {

std::vector<corpus::Article> articles_in(const std::string& input, std::size_t most) {
  std::vector<corpus::Article> all;
  std::unordered_map<std::string, std::size_t> last;
  corpus::CorpusReader reader({input}, {});
  while (all.size() < most) {
    auto record = reader.next();
    if (!record) break;
    auto* read = std::get_if<corpus::ReadArticle>(&*record);
    if (read == nullptr) continue;
    last[read->article.id] = all.size();
    all.push_back(std::move(read->article));
  }
  std::vector<corpus::Article> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (last[all[i].id] == i) kept.push_back(std::move(all[i]));
  }
  return kept;
}

void write_through_api(const std::vector<corpus::Article>& articles,
                       const std::filesystem::path& folder, const std::filesystem::path& bulk) {
  const analyzers::Analyzer analyzer;
  indexer::TermMaker terms(analyzer);
  std::optional<archive::TextDictionary> dictionary;
  for (const auto& bytes : archive::dictionaries_of(Xapian::Database(bulk.string()))) {
    dictionary.emplace(bytes);
  }
  auto database = indexer::make_xapian_segment(folder, dictionary ? &*dictionary : nullptr);
  for (const corpus::Article& article : articles) database->add(terms.make(article));
  database->finish();
  database.reset();
  indexer::group_duplicates(folder, folder.parent_path(), std::size_t{16} << 20, {});
}

}  // namespace warraq::tests
