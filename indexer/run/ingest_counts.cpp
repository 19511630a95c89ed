#include "indexer/run/ingest_counts.h"

#include "corpus/article/fields.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::indexer {
namespace {

using corpus::Article;

// A name is somebody's text, and there are thousands of them.
constexpr std::size_t kMostNameBytes = 200;

std::string_view short_name(std::string_view name) {
  return analyzers::beginning_within(name, kMostNameBytes);
}

SourceReport& report_of(IngestReport& report, std::string_view source) {
  const std::string_view name = source.empty() ? IngestReport::kNoSource : short_name(source);
  return Tally::find_or_make(report.sources, name, IngestReport::kMostSources);
}

void count_fields(Tally& fields, const Article& article) {
  for (const corpus::KnownField& field : corpus::kKnownFields) {
    if (!(article.*field.member).empty()) fields.add(field.name);
  }
  for (const corpus::ExtraField& field : article.extra) fields.add(short_name(field.name));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void count_article(IngestReport& report, const corpus::ReadArticle& read) {
  const Article& article = read.article;
  SourceReport& source = report_of(report, article.source);
  ++source.articles;
  source.text_bytes += article.title.size() + article.body.size();
  if (article.date.empty()) ++source.dates_missing;
  if (read.date_ambiguous) ++source.dates_ambiguous;
  if (read.date_refused) ++source.dates_refused;
  source.replaced_sequences += read.replaced_sequences;
  source.charsets.add(read.decoding.charset);
  count_fields(source.fields, article);
  report.charset_bases.add(read.decoding.basis);
  if (read.decoding.doubly_encoded) ++report.doubly_encoded;
}

void count_furniture(IngestReport& report, const Article& article) {
  if (article.furniture.empty()) return;
  SourceReport& source = report_of(report, article.source);
  source.furniture_pieces += article.furniture.size();
  for (const corpus::TextRange& range : article.furniture) {
    source.furniture_bytes += range.end - range.begin;
  }
}

void count_grouped(IngestReport& report, std::string_view source) {
  ++report_of(report, source).duplicates_grouped;
}

void count_input(IngestReport& report, const corpus::InputSummary& input) {
  const std::string_view name =
      input.format.empty() ? IngestReport::kNoFormat : std::string_view(input.format);
  FormatReport& format = Tally::find_or_make(report.formats, name, Tally::kMostNames);
  ++format.inputs;
  format.articles += input.articles;
  format.rejected += input.rejected;
  format.bytes += input.bytes;
  format.passed_over.statuses += input.passed_over.statuses;
  format.passed_over.types += input.passed_over.types;
  format.passed_over.revisits += input.passed_over.revisits;
  format.passed_over.others += input.passed_over.others;
  if (report.inputs.size() < IngestReport::kMostInputs) {
    report.inputs.push_back(input);
  } else {
    ++report.inputs_not_listed;
  }
}

void count_rejection(IngestReport& report, const corpus::Rejection& rejection) {
  report.reasons.add(kind_of_reason(rejection.reason));
}

std::map<std::string, std::uint64_t> charsets_of(const IngestReport& report) {
  std::map<std::string, std::uint64_t> charsets;
  for (const auto& [name, source] : report.sources) {
    for (const auto& [charset, articles] : source.charsets.counts()) charsets[charset] += articles;
  }
  return charsets;
}

std::string kind_of_reason(std::string_view reason) {
  std::string kind;
  for (const char c : short_name(reason)) {
    if (!is_digit(c)) {
      kind += c;
    } else if (!kind.ends_with('N')) {
      kind += 'N';
    }
  }
  return kind;
}

}  // namespace warraq::indexer
