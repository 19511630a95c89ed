// Formats in which whole articles are handed on, one after the other. OUTPUT.md documents them.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "searcher/output/article_fields.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

enum class ExportFormat { jsonl, csv, bibtex, ris, ids };

/// The format called `name` on the command line, if there is one.
[[nodiscard]] std::optional<ExportFormat> export_format_named(std::string_view name);

struct ExportOptions {
  std::vector<ArticleField> fields;  ///< of jsonl and csv; none: those that the format has
  bool with_body = false;            ///< csv, bibtex, ris: the body too
  bool bom = false;                  ///< csv: begins with U+FEFF, by which spreadsheets know UTF-8
};

/// Prints articles to one stream, which must outlive it. What was printed is whole after each.
class ArticlePrinter {
 public:
  explicit ArticlePrinter(std::ostream& out) : out_(out) {}
  ArticlePrinter(const ArticlePrinter&) = delete;
  ArticlePrinter& operator=(const ArticlePrinter&) = delete;
  virtual ~ArticlePrinter() = default;

  virtual void print(const StreamedArticle& streamed) = 0;

 protected:
  [[nodiscard]] std::ostream& out() { return out_; }

 private:
  std::ostream& out_;
};

/// Throws Error(usage) for options that the format does not take.
void require_takes(ExportFormat format, const ExportOptions& options);

/// For options that the format takes. One with a header prints it now.
[[nodiscard]] std::unique_ptr<ArticlePrinter> make_article_printer(ExportFormat format,
                                                                   std::ostream& out,
                                                                   const ExportOptions& options);

/// Those of single formats.
[[nodiscard]] std::unique_ptr<ArticlePrinter> make_bibtex_printer(std::ostream& out,
                                                                  bool with_body);
[[nodiscard]] std::unique_ptr<ArticlePrinter> make_ris_printer(std::ostream& out, bool with_body);

}  // namespace warraq::searcher::output
