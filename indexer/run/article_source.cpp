#include "indexer/run/article_source.h"

#include <utility>
#include <variant>

#include "indexer/archive/layout.h"
#include "indexer/run/ingest_counts.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {
namespace {

constexpr std::chrono::milliseconds kReportInterval{100};

corpus::ReadOptions reading_options(const RunOptions& options, IngestReport& report) {
  corpus::ReadOptions read = options.read;
  read.on_input = [&report](const corpus::InputSummary& input) { count_input(report, input); };
  read.stop = options.stop;
  read.left_out = archive::is_archive;
  return read;
}

}  // namespace

ArticleSource::ArticleSource(const std::vector<std::string>& inputs, const RunOptions& options,
                             corpus::FurnitureCounter furniture)
    : options_(options),
      files_(std::make_unique<corpus::CorpusReader>(inputs, reading_options(options, report_))),
      reader_(*files_),
      furniture_(std::move(furniture)) {}

ArticleSource::ArticleSource(corpus::Reader& records, const RunOptions& options,
                             corpus::FurnitureCounter furniture)
    : options_(options), reader_(records), furniture_(std::move(furniture)) {}

std::optional<corpus::Article> ArticleSource::next() {
  if (ahead_.empty()) return read();
  corpus::Article article = std::move(ahead_.front());
  ahead_.pop_front();
  return article;
}

const std::deque<corpus::Article>& ArticleSource::look_ahead(std::size_t bytes) {
  for (std::size_t taken = 0; taken < bytes;) {
    std::optional<corpus::Article> article = read();
    if (!article) break;
    taken += sizeof(corpus::Article) + corpus::bytes_of(*article);
    ahead_.push_back(std::move(*article));
  }
  return ahead_;
}

std::optional<corpus::Article> ArticleSource::read() {
  if (!options_.find_furniture) return read_record();
  for (;;) {
    if (std::optional<corpus::Article> article = released()) return article;
    std::optional<corpus::Article> article = read_record();
    if (!article) break;
    article->furniture = furniture_.count(*article);
    const std::string source(corpus::furniture_source(*article));
    if (held_.take(source, std::move(*article))) count_replaced(1);
  }
  held_.release_all();
  return released();
}

std::optional<corpus::Article> ArticleSource::released() {
  std::optional<HeldArticles::Released> released = held_.next();
  if (!released) return std::nullopt;
  corpus::Article& article = released->article;
  if (released->waited) article.furniture = furniture_.find(article);
  count_furniture(report_, article);
  return std::move(article);
}

std::optional<corpus::Article> ArticleSource::read_record() {
  for (;;) {
    stopped_ = stopped_ || options_.stop.stop_requested();
    if (stopped_) return std::nullopt;
    report_now_and_then();
    std::optional<corpus::Record> record = reader_.next();
    // Standard input ends early when the run is stopped: the record may have been cut.
    stopped_ = stopped_ || options_.stop.stop_requested();
    if (!record || stopped_) return std::nullopt;
    if (const auto* rejection = std::get_if<corpus::Rejection>(&*record)) {
      reject(*rejection);
      continue;
    }
    auto& read = std::get<corpus::ReadArticle>(*record);
    if (too_large_to_store(read.article)) {
      reject({read.origin, "the article is larger than a database can store", {}});
      continue;
    }
    count(read);
    if (options_.on_notice) notice(read);
    return std::move(read.article);
  }
}

void ArticleSource::reject(const corpus::Rejection& rejection) {
  ++counts_.rejected;
  count_rejection(report_, rejection);
  if (options_.on_rejection) options_.on_rejection(rejection);
  if (options_.on_error == OnError::stop) stopped_ = true;
}

void ArticleSource::count(const corpus::ReadArticle& read) {
  ++counts_.articles_read;
  counts_.text_bytes += read.article.title.size() + read.article.body.size();
  counts_.replaced_sequences += read.replaced_sequences;
  if (read.article.date.empty()) ++counts_.dates_missing;
  if (read.date_refused) ++counts_.dates_refused;
  count_article(report_, read);
}

void ArticleSource::count_grouped(std::string_view source) {
  ++counts_.duplicates_grouped;
  indexer::count_grouped(report_, source);
}

void ArticleSource::notice(const corpus::ReadArticle& read) {
  const std::string& id = read.article.id;
  if (read.replaced_sequences != 0) {
    options_.on_notice({Notice::Kind::invalid_utf8, read.origin, id, read.replaced_sequences});
  }
  if (ids_.seen_before(id)) {
    options_.on_notice({Notice::Kind::repeated_id, read.origin, id, 0});
  }
}

void ArticleSource::report_now_and_then() {
  if (!options_.on_progress) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_report_) return;
  next_report_ = now + kReportInterval;
  report_progress(false);
}

void ArticleSource::report_finishing() {
  if (options_.on_progress) report_progress(true);
}

void ArticleSource::report_progress(bool finishing) {
  const corpus::ReadProgress input = files_ ? files_->progress() : corpus::ReadProgress();
  options_.on_progress({counts_, input, finishing});
}

}  // namespace warraq::indexer
