#include "warraq/searcher/saved_query.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/manifest_file.h"
#include "searcher/saved/atomic_file.h"
#include "searcher/saved/saved_lines.h"

namespace warraq::searcher {

struct SavedQueryWriter::State {
  AtomicFile file;
  std::uint64_t articles = 0;
};

SavedQueryWriter::SavedQueryWriter(const std::filesystem::path& file)
    : state_(new State{AtomicFile(file), 0}) {}
SavedQueryWriter::~SavedQueryWriter() = default;

void SavedQueryWriter::begin(const SavedHeader& header) {
  SavedHeader now = header;
  now.archive = std::filesystem::absolute(header.archive);
  now.saved = archive::current_time();
  state_->file.write(header_line(now));
}

void SavedQueryWriter::add(const StreamedArticle& article) {
  state_->file.write(article_line({article.article.id, content_hash(article.json)}));
  ++state_->articles;
}

void SavedQueryWriter::commit() {
  state_->file.write(summary_line(state_->articles));
  state_->file.commit();
}

std::uint64_t save_query(Searcher& searcher, const Request& request,
                         const std::filesystem::path& archive, const std::filesystem::path& file,
                         const std::stop_token& stop) {
  SavedQueryWriter writer(file);
  const std::uint64_t articles = searcher.for_each(
      request,
      [&](const StreamStart& start) {
        writer.begin({request, archive, start.state, {}});
      },
      [&](const StreamedArticle& article) {
        writer.add(article);
        return !stop.stop_requested();
      });
  if (!stop.stop_requested()) writer.commit();
  return articles;
}

SavedQuery::SavedQuery(std::filesystem::path file) : file_(std::move(file)) {
  SavedLines lines(file_);
  header_ = lines.header();
  while (const auto article = lines.next()) {
    articles_.emplace_back(id_hash(article->id), article->content);
  }
  std::sort(articles_.begin(), articles_.end());
}

}  // namespace warraq::searcher
