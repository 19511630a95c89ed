#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"
#include "indexer/archive/manifest_file.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/terms/article_terms.h"
#include "indexer/update/check_derived.h"
#include "indexer/update/problems.h"
#include "indexer/write/document.h"
#include "indexer/write/errors.h"
#include "indexer/write/furniture_file.h"
#include "indexer/write/writer_lock.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// Xapian's checker opens tables for writing, although it changes nothing.
void require_writable(const fs::path& archive, const std::string& folder) {
  std::error_code missing;
  for (const fs::directory_entry& file : fs::directory_iterator(archive / folder, missing)) {
    if (::access(file.path().c_str(), W_OK) == 0) continue;
    throw Error(ErrorCode::io,
                "the archive " + analyzers::isolate(archive.string()) +
                    " cannot be checked: " + folder + "/" + file.path().filename().string() + ": " +
                    std::generic_category().message(errno),
                "Xapian's checker needs the right to write, although it writes nothing: check as "
                "another user, or check a copy");
  }
}

// What is wrong inside one database, by Xapian's own checker.
void check_database(const fs::path& archive, const std::string& folder, Problems& problems) {
  std::ostringstream report;
  try {
    const std::size_t errors = Xapian::Database::check((archive / folder).string(), 0, &report);
    if (errors == 0) return;
    problems.add(folder, "Xapian's checker finds " + counted(errors, "error") + ": " +
                             analyzers::displayable(report.str()));
  } catch (const Xapian::Error& error) {
    problems.add(folder, "Xapian's checker: " + analyzers::displayable(error.get_msg()));
  }
}

bool has_values(const Xapian::Document& document, const std::vector<SlotValue>& expected) {
  return std::all_of(expected.begin(), expected.end(), [&](const SlotValue& value) {
    return document.get_value(value.slot) == value.value;
  });
}

/// What reading articles takes, kept from one to the next.
struct Reader {
  const archive::StoredTextReader& texts;
  const analyzers::Analyzer& analyzer;
  corpus::ArticleParser parser;
  analyzers::Analysis analysis;
};

// That what is stored is an article, and that id and slots are that article's.
void check_article(const Xapian::Document& document, const std::string& place, Reader& reader,
                   Problems& problems) {
  const auto problem = [&](const std::string& what) { problems.add(place, what); };
  std::string json;
  try {
    json = reader.texts.read(document.get_data());
  } catch (const std::invalid_argument& error) {
    problem(std::string("is stored as ") + error.what());
    return;
  }
  const corpus::ParsedArticle stored = reader.parser.parse(json);
  if (!stored.article) {
    problem("what is stored is no article: " + analyzers::displayable(stored.reason));
    return;
  }
  const corpus::Article& article = *stored.article;
  if (id_term_of(document) != archive::make_term(archive::prefix::kId, article.id)) {
    problem("is not filed under the id stored with it, " + analyzers::isolate(article.id));
  }
  const std::string words = word_stream_of(article, reader.analyzer, reader.analysis);
  if (!has_values(document, slot_values(article, words))) {
    problem("its values are not those of the article " + analyzers::isolate(article.id));
  }
  const std::string group = document.get_value(archive::slot::kDuplicateGroup);
  if (!group.empty() && !archive::decode_duplicate_group(group)) {
    problem("its group of near duplicates is none: of " + counted(group.size(), "byte"));
  }
}

void check_articles(const archive::OpenArchive& opened, const analyzers::Analyzer& analyzer,
                    Problems& problems) {
  Reader reader{opened.texts(), analyzer, {}, {}};
  const Xapian::Database& database = opened.database();
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (opened.is_superseded(*number)) continue;
    check_article(database.get_document(*number), opened.describe(*number), reader, problems);
  }
}

// Returns the number of ids that have an article.
std::uint64_t check_ids(const archive::OpenArchive& opened, Problems& problems) {
  const Xapian::Database& database = opened.database();
  const std::string prefix(archive::prefix::kId);
  std::uint64_t ids = 0;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    std::size_t versions = 0;
    for (auto number = database.postlist_begin(*term); number != database.postlist_end(*term);
         ++number) {
      if (!opened.is_superseded(*number)) ++versions;
    }
    if (versions > 0) ++ids;
    if (versions > 1) {
      problems.add("the id " + analyzers::isolate((*term).substr(prefix.size())),
                   "has " + std::to_string(versions) + " articles");
    }
  }
  return ids;
}

void check_superseded(const fs::path& archive, const archive::OpenArchive& opened,
                      Problems& problems) {
  for (std::size_t shard = 0; shard < opened.superseded().size(); ++shard) {
    const std::string& folder = opened.manifest().shards[shard];
    const Xapian::Database database((archive / folder).string());
    for (const Xapian::docid document : opened.superseded()[shard]) {
      const auto found = database.postlist_begin("");
      auto place = found;
      place.skip_to(document);
      if (place != database.postlist_end("") && *place == document) continue;
      problems.add(folder, "the superseded document " + std::to_string(document) + " is not in it");
    }
  }
}

void check_contents(const fs::path& archive, const archive::OpenArchive& opened,
                    const analyzers::Analyzer& analyzer, CheckResult& result) {
  Problems problems(result.problems);
  check_articles(opened, analyzer, problems);
  check_superseded(archive, opened, problems);
  for (std::size_t shard = 0; shard < opened.manifest().shards.size(); ++shard) {
    check_derived_files(archive, opened.databases()[shard], result);
  }
  const std::uint64_t ids = check_ids(opened, problems);
  if (ids != opened.article_count()) {
    problems.add("the archive", "counts " + counted(opened.article_count(), "article") + " under " +
                                    counted(ids, "id"));
  }
}

void check_furniture(const fs::path& archive, CheckResult& result) {
  if (!fs::exists(archive / archive::kFurnitureFile) || load_furniture(archive)) return;
  result.advice.push_back(std::string(archive::kFurnitureFile) +
                          " is damaged: additions tell page furniture later; the next one writes "
                          "it anew");
}

// What the archive is made of by its manifest, and not what merely lies there.
std::vector<std::string> databases_of(const fs::path& archive, const archive::Manifest& manifest,
                                      Problems& problems) {
  std::vector<std::string> folders = manifest.shards;
  const std::string live(archive::kLiveFolder);
  if (!fs::exists(archive / live)) return folders;
  const auto generation = archive::live_generation(archive);
  if (generation && *generation > manifest.generation) {
    problems.add(live, "is of generation " + std::to_string(*generation) +
                           ", and archive.json of " + std::to_string(manifest.generation) +
                           ": one of them belongs to another archive");
  }
  // Of an earlier generation it is void, and waits for a writer to remove it.
  if (!generation || *generation >= manifest.generation) folders.push_back(live);
  return folders;
}

CheckResult check_archive(const fs::path& archive) {
  const analyzers::Analyzer analyzer;
  // Before the lock: a folder that is no archive has none.
  archive::require_same_analysis(archive::read_manifest(archive), analyzer.fingerprint());
  const WriterBarrier barrier(archive);
  CheckResult result;
  Problems problems(result.problems);
  for (const std::string& folder :
       databases_of(archive, archive::read_manifest(archive), problems)) {
    ++result.databases;
    require_writable(archive, folder);
    check_database(archive, folder, problems);
  }
  if (!result.problems.empty()) {
    // Xapian trusts the blocks that it reads: damaged ones may lead it out of its memory.
    problems.add("the articles", "not looked at, because a database is damaged");
    return result;
  }
  check_furniture(archive, result);
  try {
    const archive::OpenArchive opened(archive, analyzer.fingerprint());
    result.articles = opened.article_count();
    archive::with_xapian_errors(archive,
                                [&] { check_contents(archive, opened, analyzer, result); });
  } catch (const Error& error) {
    problems.add("the articles", error.what());
  }
  return result;
}

}  // namespace

CheckResult check(const fs::path& archive) {
  return with_writing_errors(archive, [&] { return check_archive(archive); });
}

}  // namespace warraq::indexer
