#include "warraq/indexer/export.h"

#include <memory>
#include <string>

#include "indexer/archive/outside.h"
#include "indexer/export/articles.h"
#include "indexer/export/opensearch.h"
#include "indexer/export/sink.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

/// Makes the lines of an article in the format that was asked for.
class Lines {
 public:
  Lines(const analyzers::Analyzer& analyzer, const ExportOptions& options)
      : format_(options.format), opensearch_(analyzer, options.index) {}

  /// Valid until the next call.
  std::string_view make(const StoredArticle& stored) {
    if (format_ == ExportFormat::opensearch) return opensearch_.make(stored);
    json_ = corpus::to_json(stored.article);
    json_ += '\n';
    return json_;
  }

 private:
  ExportFormat format_;
  OpenSearchLines opensearch_;
  std::string json_;
};

ExportResult write_articles(const fs::path& archive, const ExportOptions& options, Sink& sink) {
  const analyzers::Analyzer analyzer;
  Lines lines(analyzer, options);
  ExportResult result;
  bool taken = true;
  for_each_article(archive, analyzer, [&](const StoredArticle& article) {
    result.stopped = options.stop.stop_requested();
    if (result.stopped) return false;
    const std::string_view text = lines.make(article);
    taken = sink.write(text);
    if (!taken) return false;
    ++result.articles;
    result.bytes += text.size();
    return true;
  });
  result.files = sink.files();
  if (taken && !result.stopped) sink.commit();
  return result;
}

}  // namespace

ExportResult export_articles(const fs::path& archive, const ExportOptions& options,
                             std::ostream& out) {
  if (options.format == ExportFormat::opensearch) require_index_name(options.index);
  return write_articles(archive, options, *make_stream_sink(out));
}

ExportResult export_articles(const fs::path& archive, const ExportOptions& options,
                             const fs::path& output) {
  archive::require_outside(output, archive);
  const bool in_folder = options.format == ExportFormat::opensearch;
  return write_articles(archive, options,
                        in_folder ? *make_folder_sink(output, options.force, options.bulk_bytes,
                                                      opensearch_template(options.index))
                                  : *make_file_sink(output, options.force));
}

}  // namespace warraq::indexer
