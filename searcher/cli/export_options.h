// What export and rerun share: whole articles, in a format, to a file or standard output.
#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/export_format.h"

namespace warraq::searcher::commands {

inline constexpr std::string_view kExportFormats = "jsonl, csv, bibtex, ris or ids";

/// Adds --fields, --with-body, --bom and --output.
void add_export_options(boost::program_options::options_description& options);

/// The printer that the options ask for, and where it prints. A file is opened, and a header
/// printed, by open(): what is found wrong before leaves an older file as it was.
class ExportOutput {
 public:
  /// Throws Error(usage) for a bad value, for options that the format does not take, and for a file
  /// in the archive's folder.
  ExportOutput(output::ExportFormat format, const boost::program_options::variables_map& values,
               const std::filesystem::path& archive);

  /// The file that is written; empty for standard output.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Throws Error(io).
  void open();
  [[nodiscard]] bool is_open() const { return printer_ != nullptr; }
  /// After open(). Returns whether it could be written.
  bool print(const StreamedArticle& article);
  /// What was printed is written out. False where standard output cannot be, which the program
  /// tells of at its end. Throws Error(io) where a file cannot.
  bool finish();

 private:
  [[nodiscard]] std::ostream& out();
  [[noreturn]] void fail() const;

  output::ExportFormat format_;
  output::ExportOptions options_;
  std::string path_;  // empty: standard output
  std::ofstream file_;
  std::unique_ptr<output::ArticlePrinter> printer_;
};

}  // namespace warraq::searcher::commands
