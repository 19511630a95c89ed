// /v1/export: every article that a query finds, whole, however many they are; or those of some ids.
#include <cstddef>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/export_format.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"
#include "warraq/cli/values.h"
#include "warraq/corpus/article.h"
#include "warraq/error.h"

namespace warraq::searcher::serve::api {
namespace {

using output::ExportFormat;

struct MediaType {
  std::string_view name;
  std::string_view extension;
};

// RFC 4180 and RFC 7111 for CSV; the others are not registered, and called as elsewhere.
MediaType media_type(ExportFormat format) {
  switch (format) {
    case ExportFormat::jsonl:
      return {"application/x-ndjson; charset=utf-8", "jsonl"};
    case ExportFormat::csv:
      return {"text/csv; charset=utf-8; header=present", "csv"};
    case ExportFormat::bibtex:
      return {"application/x-bibtex; charset=utf-8", "bib"};
    case ExportFormat::ris:
      return {"application/x-research-info-systems; charset=utf-8", "ris"};
    case ExportFormat::ids:
      break;
  }
  return {"text/plain; charset=utf-8", "txt"};
}

ExportFormat format_of(const Parameters& parameters) {
  const std::string name = parameters.value("format").value_or("jsonl");
  const auto format = output::export_format_named(name);
  if (!format) cli::refuse_value("format", name, "jsonl, csv, bibtex, ris or ids");
  return *format;
}

output::ExportOptions export_options(const Parameters& parameters, ExportFormat format) {
  output::ExportOptions options;
  if (const auto fields = parameters.list("fields")) {
    options.fields = output::fields_named(*fields);
  }
  options.with_body = parameters.flag("with-body");
  options.bom = parameters.flag("bom");
  output::require_takes(format, options);
  return options;
}

// Once the first byte is sent, an error can no longer be told: what is wrong with the query, or too
// much for the deadline, shows before. Costs what a search without hits does.
void require_answerable(Searcher& searcher, Request request) {
  request.limit = 0;
  request.snippets = 0;
  request.suggestions = false;
  request.collapse = false;
  static_cast<void>(searcher.search(request));
}

// Prints article after article, and hands on what was printed when it is worth a packet of its own.
class Export {
 public:
  Export(BodyWriter& writer, ExportFormat format, const output::ExportOptions& options)
      : writer_(writer), printer_(output::make_article_printer(format, out_, options)) {}

  /// False once the client takes no more.
  [[nodiscard]] bool print(const StreamedArticle& article) {
    printer_->print(article);
    return out_.view().size() < kPiece || hand_on();
  }

  [[nodiscard]] bool hand_on() {
    const bool taken = out_.view().empty() || writer_.write(out_.view());
    out_.str({});
    return taken;
  }

 private:
  static constexpr std::size_t kPiece = std::size_t{32} << 10U;

  BodyWriter& writer_;
  std::ostringstream out_;
  std::unique_ptr<output::ArticlePrinter> printer_;
};

/// How articles are printed.
struct Printing {
  ExportFormat format;
  output::ExportOptions options;
};

HttpAnswer attachment(ExportFormat format) {
  const MediaType type = media_type(format);
  HttpAnswer answer;
  answer.content_type = type.name;
  answer.headers.emplace_back("Content-Disposition",
                              "attachment; filename=\"warraq." + std::string(type.extension) + '"');
  return answer;
}

// In the order of the ids. All of them are looked up first, as long as an error can be told.
HttpAnswer export_named(const RouteContext& context, Printing printing) {
  constexpr std::size_t kMostIds = 100;
  const Parameters& parameters = context.request.parameters;
  require_known(parameters, {"id", "format", "fields", "with-body", "bom"});
  std::vector<std::string> ids = parameters.values("id");
  if (ids.size() > kMostIds) {
    throw Error(ErrorCode::usage,
                "an export takes " + std::to_string(kMostIds) + " ids at the most",
                "ask for the rest in a request of their own");
  }
  for (const std::string& id : ids) {
    if (!context.searcher.has(id)) return no_article(id);
  }
  HttpAnswer answer = attachment(printing.format);
  answer.stream = [&searcher = context.searcher, printing = std::move(printing),
                   ids = std::move(ids)](BodyWriter& writer) {
    Export exported(writer, printing.format, printing.options);
    for (const std::string& id : ids) {
      const auto article = searcher.get(id);
      if (!article) continue;  // deleted meanwhile
      if (!exported.print({*article, corpus::to_json(*article)})) return;
    }
    static_cast<void>(exported.hand_on());
  };
  return answer;
}

}  // namespace

HttpAnswer export_articles(const RouteContext& context) {
  constexpr std::size_t kMostArticles = 999'999'999;
  const Parameters& parameters = context.request.parameters;
  const ExportFormat format = format_of(parameters);
  const output::ExportOptions options = export_options(parameters, format);
  if (parameters.has("id")) return export_named(context, {format, options});
  const std::size_t limit =
      count_of(context, {"limit", "articles", 0, kMostArticles, kMostArticles});
  Request request = unpaged_request_of(context);
  require_answerable(context.searcher, request);
  request.deadline.reset();  // how long it takes is the client's to say

  HttpAnswer answer = attachment(format);
  answer.stream = [&searcher = context.searcher, format, options, limit,
                   request = std::move(request)](BodyWriter& writer) {
    Export exported(writer, format, options);
    std::size_t left = limit;
    bool goes_on = true;
    searcher.for_each(request, {}, [&](const StreamedArticle& article) {
      if (left == 0) return false;
      --left;
      return goes_on = exported.print(article);
    });
    if (goes_on) static_cast<void>(exported.hand_on());
  };
  return answer;
}

}  // namespace warraq::searcher::serve::api
