#include <utility>

#include "corpus/complete_article.h"
#include "corpus/detect/file_name.h"
#include "corpus/input_format.h"
#include "corpus/input_sequence.h"
#include "corpus/readers/make_reader.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {
namespace {

// Where a map says in which member the records are, lines of JSON are documents that hold them.
InputFormat told_format(Input& input, const FieldMap& map) {
  const InputFormat format = detect_format(input.bytes->peek(kBeginningBytes), input.relative_path);
  return format == InputFormat::jsonl && !map.record.empty() ? InputFormat::json : format;
}

}  // namespace

struct CorpusReader::State {
  State(std::vector<std::string> arguments, ReadOptions given)
      : options(std::move(given)), inputs(std::move(arguments), options) {}

  std::optional<Rejection> open(Input input);
  std::optional<Rejection> complete(ReadArticle& read) const;
  void note(const ReadArticle& read);
  void note(const Rejection& rejection);
  void close();

  const ReadOptions options;
  InputSequence inputs;
  // Of the input that is being read:
  std::unique_ptr<Reader> reader;  ///< null where none is
  InputSummary summary;
  std::string relative_path;
  std::optional<Decoding> decoding;
  bool one_article_a_file = false;
  bool fields_may_be_html = false;
};

CorpusReader::CorpusReader(std::vector<std::string> inputs, ReadOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}

CorpusReader::~CorpusReader() = default;

ReadProgress CorpusReader::progress() const { return state_->inputs.progress(); }

std::optional<Record> CorpusReader::next() {
  State& state = *state_;
  while (true) {
    if (!state.reader) {
      std::optional<Input> input = state.inputs.next();
      if (!input) return std::nullopt;
      const std::optional<Rejection> rejection = state.open(*std::move(input));
      if (rejection) state.note(*rejection);
      if (!state.reader) state.close();
      if (rejection) return rejection;
      continue;
    }
    if (std::optional<Record> record = state.reader->next()) {
      if (auto* read = std::get_if<ReadArticle>(&*record)) {
        if (std::optional<Rejection> rejection = state.complete(*read)) {
          record = *std::move(rejection);
        } else {
          state.note(*read);
        }
      }
      if (const auto* rejection = std::get_if<Rejection>(&*record)) state.note(*rejection);
      return record;
    }
    state.close();
  }
}

std::optional<Rejection> CorpusReader::State::open(Input input) {
  summary = {};
  summary.name = input.name;
  summary.format = input.container;
  summary.members = input.members;
  const auto reject = [&](std::string reason) {
    return Rejection{{input.name, 0, 0}, std::move(reason), {}};
  };
  if (!input.bytes) {
    return input.reason.empty() ? std::nullopt : std::optional(reject(std::move(input.reason)));
  }
  const InputFormat format =
      options.format == InputFormat::automatic ? told_format(input, options.map) : options.format;
  // What is read as a page of text because it is nothing else may be what pages are made with.
  if (options.format == InputFormat::automatic && format == InputFormat::text) {
    const std::string_view kind = kind_of_name(input.relative_path);
    if (!kind.empty()) {
      return reject("it is " + std::string(kind) +
                    ", not an article; --input-format text reads it all the same");
    }
  }
  summary.format = name_of(format);
  relative_path = std::move(input.relative_path);
  decoding = std::move(input.decoding);
  one_article_a_file = is_one_article_a_file(format);
  fields_may_be_html =
      format == InputFormat::jsonl || format == InputFormat::json || format == InputFormat::csv;
  reader = make_reader(format, std::move(input.bytes),
                       {input.name, options.max_article_bytes, options.map});
  return std::nullopt;
}

std::optional<Rejection> CorpusReader::State::complete(ReadArticle& read) const {
  if (decoding) read.decoding = *decoding;
  const std::uint64_t record = one_article_a_file ? 0 : read.origin.record;
  return complete_article(read, {relative_path, record}, fields_may_be_html);
}

void CorpusReader::State::note(const ReadArticle& read) {
  ++summary.articles;
  ++summary.charsets[read.decoding.charset];
  if (read.article.date.empty()) ++summary.dates_missing;
  if (read.date_refused) ++summary.dates_refused;
}

void CorpusReader::State::note(const Rejection& rejection) {
  if (summary.rejected++ == 0) summary.first_reason = rejection.reason;
  inputs.told(rejection.reason);
}

void CorpusReader::State::close() {
  if (reader) summary.passed_over = reader->passed_over();
  reader.reset();
  summary.bytes = inputs.bytes();
  if (options.on_input) options.on_input(summary);
}

}  // namespace warraq::corpus
