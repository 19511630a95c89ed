#include "searcher/output/export_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "corpus/article/utf8.h"
#include "searcher/engine/shown_date.h"
#include "searcher/output/csv_field.h"
#include "searcher/output/json_hit.h"
#include "warraq/error.h"

namespace warraq::searcher::output {
namespace {

class JsonLinesPrinter final : public ArticlePrinter {
 public:
  JsonLinesPrinter(std::ostream& out, std::vector<ArticleField> fields)
      : ArticlePrinter(out), fields_(std::move(fields)) {}

  void print(const StreamedArticle& streamed) override {
    if (fields_.empty()) {
      out() << streamed.json << '\n';
      return;
    }
    Json object = Json::object();
    for (const ArticleField& field : fields_) {
      const std::string& value = streamed.article.*field.value;
      if (!value.empty()) object[std::string(field.name)] = value;
    }
    out() << to_text(object) << '\n';
  }

 private:
  std::vector<ArticleField> fields_;
};

class CsvPrinter final : public ArticlePrinter {
 public:
  CsvPrinter(std::ostream& out, std::vector<ArticleField> fields, bool bom)
      : ArticlePrinter(out), fields_(std::move(fields)) {
    if (bom) this->out() << corpus::kByteOrderMark;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      this->out() << (i > 0 ? "," : "") << fields_[i].name;
    }
    this->out() << kCsvLineEnd;
  }

  void print(const StreamedArticle& streamed) override {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const std::string& value = streamed.article.*fields_[i].value;
      const bool is_date = fields_[i].value == &corpus::Article::date;
      out() << (i > 0 ? "," : "") << csv_field(is_date ? shown_date(value) : value);
    }
    out() << kCsvLineEnd;
  }

 private:
  std::vector<ArticleField> fields_;
};

// An id is one line, whatever it holds.
std::string on_one_line(std::string_view id) {
  std::string result;
  for (const char byte : id) {
    if (byte == '\n') {
      result += "%0A";
    } else if (byte == '\r') {
      result += "%0D";
    } else if (byte == '%') {
      result += "%25";
    } else {
      result += byte;
    }
  }
  return result;
}

class IdPrinter final : public ArticlePrinter {
 public:
  using ArticlePrinter::ArticlePrinter;

  void print(const StreamedArticle& streamed) override {
    out() << on_one_line(streamed.article.id) << '\n';
  }
};

std::vector<ArticleField> columns(const ExportOptions& options) {
  if (!options.fields.empty()) return options.fields;
  std::vector<ArticleField> result;
  std::copy_if(kArticleFields.begin(), kArticleFields.end(), std::back_inserter(result),
               [&](const ArticleField& field) {
                 return options.with_body || field.value != &corpus::Article::body;
               });
  return result;
}

}  // namespace

std::optional<ExportFormat> export_format_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, ExportFormat>, 5> kFormats = {
      {{"jsonl", ExportFormat::jsonl},
       {"csv", ExportFormat::csv},
       {"bibtex", ExportFormat::bibtex},
       {"ris", ExportFormat::ris},
       {"ids", ExportFormat::ids}}};
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

void require_takes(ExportFormat format, const ExportOptions& options) {
  const bool by_fields = format == ExportFormat::jsonl || format == ExportFormat::csv;
  if (!options.fields.empty() && !by_fields) {
    throw Error(ErrorCode::usage, "fields can be chosen for the formats jsonl and csv alone",
                "leave it out, or choose one of these formats");
  }
  if (options.bom && format != ExportFormat::csv) {
    throw Error(ErrorCode::usage, "bom is for the format csv alone",
                "leave it out, or choose that format");
  }
}

std::unique_ptr<ArticlePrinter> make_article_printer(ExportFormat format, std::ostream& out,
                                                     const ExportOptions& options) {
  switch (format) {
    case ExportFormat::jsonl:
      return std::make_unique<JsonLinesPrinter>(out, options.fields);
    case ExportFormat::csv:
      return std::make_unique<CsvPrinter>(out, columns(options), options.bom);
    case ExportFormat::bibtex:
      return make_bibtex_printer(out, options.with_body);
    case ExportFormat::ris:
      return make_ris_printer(out, options.with_body);
    case ExportFormat::ids:
      return std::make_unique<IdPrinter>(out);
  }
  return nullptr;
}

}  // namespace warraq::searcher::output
