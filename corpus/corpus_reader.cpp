#include <algorithm>
#include <atomic>
#include <filesystem>
#include <system_error>
#include <utility>

#include "corpus/article_id.h"
#include "corpus/input/open_input.h"
#include "corpus/input_format.h"
#include "corpus/input_queue.h"
#include "corpus/readers/make_reader.h"
#include "warraq/analyzers/date.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {
namespace {

Rejection reject(std::string file, std::string reason) {
  return {{std::move(file), 0, 0}, std::move(reason), {}};
}

}  // namespace

struct CorpusReader::State {
  State(std::vector<std::string> inputs, ReadOptions given)
      : options(std::move(given)),
        bytes_total(total_bytes(inputs, options.left_out)),
        queue(std::move(inputs), options.left_out) {}

  std::optional<Rejection> open(const QueuedInput& queued);
  void complete(ReadArticle& read) const;
  void close();

  const ReadOptions options;
  const std::uint64_t bytes_total;
  std::atomic<std::uint64_t> bytes_done{0};

  InputQueue queue;
  std::unique_ptr<Reader> reader;  ///< of the input that is being read, if there is one
  std::string relative_path;       ///< of that input
  bool one_article_a_file = false;
  std::uint64_t bytes_done_after = 0;  ///< when that input is done
};

CorpusReader::CorpusReader(std::vector<std::string> inputs, ReadOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}

CorpusReader::~CorpusReader() = default;

ReadProgress CorpusReader::progress() const {
  const std::uint64_t done = state_->bytes_done.load(std::memory_order_relaxed);
  const std::uint64_t total = state_->bytes_total;
  return {total == 0 ? done : std::min(done, total), total};  // a file may grow while it is read
}

std::optional<Record> CorpusReader::next() {
  while (true) {
    if (!state_->reader) {
      const std::optional<QueuedInput> queued = state_->queue.next();
      if (!queued) return std::nullopt;
      if (std::optional<Rejection> rejection = state_->open(*queued)) {
        state_->close();
        return rejection;
      }
    }
    if (std::optional<Record> record = state_->reader->next()) {
      if (auto* read = std::get_if<ReadArticle>(&*record)) state_->complete(*read);
      return record;
    }
    state_->close();
  }
}

std::optional<Rejection> CorpusReader::State::open(const QueuedInput& queued) {
  if (!queued.reason.empty()) return reject(queued.name, queued.reason);
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(queued.path, error);
  if (!error) bytes_done_after += size;
  OpenedInput opened = queued.path.empty() ? open_input_from_stdin(bytes_done, options.stop)
                                           : open_input(queued.path, bytes_done);
  if (!opened.input) return reject(queued.name, std::move(opened.reason));
  if (opened.input->peek().empty()) {
    const std::string& failure = opened.input->failure();
    return reject(queued.name,
                  failure.empty() ? "it is empty" : failure + "; nothing could be read");
  }
  relative_path = queued.relative_path;
  InputFormat format = options.format;
  if (format == InputFormat::automatic) {
    const std::string_view beginning = opened.input->peek(kBeginningBytes);
    format = detect_format(beginning, relative_path);
    std::string reason =
        format == InputFormat::text ? reason_not_plain_text(beginning) : std::string();
    if (!reason.empty()) return reject(queued.name, std::move(reason));
  }
  one_article_a_file = is_one_article_a_file(format);
  reader = make_reader(format, std::move(opened.input),
                       {queued.name, options.max_article_bytes, options.map});
  if (!reader) return reject(queued.name, "this format cannot be read yet");
  return std::nullopt;
}

// What is the same whatever the format.
void CorpusReader::State::complete(ReadArticle& read) const {
  const analyzers::DateReading date = analyzers::read_date(read.article.date);
  read.date_refused = !read.article.date.empty() && !date.date;
  read.date_ambiguous = date.ambiguous;
  const std::uint64_t record = one_article_a_file ? 0 : read.origin.record;
  read.article.id = article_id(read.article, {relative_path, record});
}

// An input that was given up early counts as done all the same.
void CorpusReader::State::close() {
  reader.reset();
  if (bytes_total == 0) return;
  const std::uint64_t done = bytes_done.load(std::memory_order_relaxed);
  bytes_done.store(std::max(done, bytes_done_after), std::memory_order_relaxed);
}

}  // namespace warraq::corpus
