#include <algorithm>
#include <cstddef>
#include <optional>

#include "indexer/archive/manifest_file.h"
#include "indexer/archive/open_archive.h"
#include "indexer/run/article_source.h"
#include "indexer/terms/article_terms.h"
#include "indexer/update/live_writer.h"
#include "indexer/update/opened_for_writing.h"
#include "indexer/write/errors.h"
#include "indexer/write/furniture_file.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

// Each commit rewrites a part of live/, so that many small ones make it several times as large; but
// what is not committed is held in memory and is lost with the process.
constexpr std::size_t kMaxBytesInOneCommit = std::size_t{64} << 20;
// Xapian holds about this many bytes for each byte of an article that is not committed: measured on
// news; text of many more different words takes twice as much.
constexpr std::size_t kMemoryForOneByte = 20;

std::size_t bytes_in_one_commit(const RunOptions& options) {
  return std::min(kMaxBytesInOneCommit, options.memory_bytes / kMemoryForOneByte);
}

void add_all(LiveWriter& live, ArticleSource& source, TermMaker& terms, std::size_t commit_bytes) {
  std::size_t uncommitted = 0;
  while (const std::optional<corpus::Article> article = source.next()) {
    const LiveWriter::Added added = live.replace(terms.make(*article));
    if (added.replaced) source.count_replaced(1);
    if (added.grouped) source.count_grouped(article->source);
    uncommitted += corpus::bytes_of(*article);
    if (uncommitted < commit_bytes) continue;
    live.commit();
    uncommitted = 0;
  }
  // Also when stopped: what was counted is then in the archive.
  source.report_finishing();
  if (uncommitted != 0) live.commit();
}

void sum_counts(archive::ReadingCounts& sum, const archive::ReadingCounts& more) {
  for (const auto& [name, count] : archive::kReadingCounts) sum.*count += more.*count;
}

void add_to_live(const fs::path& archive, archive::Manifest manifest, ArticleSource& source,
                 const analyzers::Analyzer& analyzer, const RunOptions& options) {
  LiveWriter live(archive, manifest);
  TermMaker terms(analyzer, &live.words());
  add_all(live, source, terms, bytes_in_one_commit(options));
  if (source.counts().articles_read == 0) return;
  sum_counts(manifest.counts, source.counts());
  for (const auto& [charset, articles] : charsets_of(source.report())) {
    manifest.charsets[charset] += articles;
  }
  archive::write_manifest(archive, manifest);
  write_furniture(archive, source.furniture());
}

// `inputs`: what ArticleSource takes.
RunResult add_to_archive(const fs::path& archive, auto& inputs, const RunOptions& options) {
  const OpenedForWriting opened(archive);
  ArticleSource source(inputs, options, read_furniture(archive));
  if (options.dry_run) {
    TermMaker terms(opened.analyzer());
    while (const auto article = source.next()) static_cast<void>(terms.make(*article));
  } else {
    add_to_live(archive, opened.manifest(), source, opened.analyzer(), options);
  }
  const archive::OpenArchive now(archive, opened.analyzer().fingerprint());
  return {source.counts(), source.report(), now.article_count(), source.stopped()};
}

}  // namespace

RunResult add(const fs::path& archive, const std::vector<std::string>& inputs,
              const RunOptions& options) {
  return with_writing_errors(archive, [&] { return add_to_archive(archive, inputs, options); });
}

RunResult add(const fs::path& archive, corpus::Reader& records, const RunOptions& options) {
  return with_writing_errors(archive, [&] { return add_to_archive(archive, records, options); });
}

}  // namespace warraq::indexer
