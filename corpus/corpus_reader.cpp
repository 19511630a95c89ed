#include <utility>

#include "corpus/article/article_of_json.h"
#include "corpus/article/extra.h"
#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "corpus/article_id.h"
#include "corpus/detect/file_name.h"
#include "corpus/html_fields.h"
#include "corpus/input_format.h"
#include "corpus/input_sequence.h"
#include "corpus/readers/make_reader.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/date.h"
#include "warraq/corpus/credits.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {
namespace {

// Dumps of databases are UTF-8, and what was put into the database may have been that twice.
void mend_double_encoding(ReadArticle& read) {
  for (std::string Article::*field :
       {&Article::title, &Article::body, &Article::source, &Article::category, &Article::author}) {
    if (analyzers::mend_double_encoding(read.article.*field)) read.decoding.doubly_encoded = true;
  }
}

// Marks are of the archive that counted, and of the body as it was there: nobody else may say what
// is not searched.
void drop_marks(Article& article) {
  article.furniture.clear();
  std::erase_if(article.extra,
                [](const ExtraField& field) { return field.name == kFurnitureField; });
}

// Of text that was UTF-8 there is nothing to say.
void note_decoding(ReadArticle& read) {
  constexpr std::string_view kField = "encoding";
  const Decoding& decoding = read.decoding;
  if (decoding == Decoding() || has_extra(read.article, kField)) return;
  std::string json = R"({"charset":)";
  append_json_string(json, decoding.charset);
  json += R"(,"told_by":)";
  append_json_string(json, decoding.basis);
  json += R"(,"confidence":)" + std::to_string(decoding.confidence);
  if (decoding.doubly_encoded) json += R"(,"doubly_encoded":true)";
  set_extra_json(read.article, kField, json + '}');
}

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

// What is the same whatever the format, or of several.
std::optional<Rejection> CorpusReader::State::complete(ReadArticle& read) const {
  if (decoding) read.decoding = *decoding;
  drop_marks(read.article);
  mend_double_encoding(read);
  const analyzers::DateReading date = analyzers::read_date(read.article.date);
  read.date_refused = !read.article.date.empty() && !date.date;
  read.date_ambiguous = date.ambiguous;
  const std::uint64_t record = one_article_a_file ? 0 : read.origin.record;
  read.article.id = article_id(read.article, {relative_path, record});
  // Afterwards: an id that is a hash of what was given depends on nothing else.
  if (fields_may_be_html && !strip_html(read.article)) {
    return Rejection{read.origin, std::string(kNeitherTitleNorBody), to_json(read.article)};
  }
  apply_credits(read.article);
  note_decoding(read);
  return std::nullopt;
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
